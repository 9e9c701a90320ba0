import { type Page, toPage } from "@interurban/db/keyset";
import { type Context, defineLoader } from "../context.ts";
import type { PracticeFilter } from "../generated/resolvers.ts";
import { parseId } from "../input.ts";
import { pageSize, timeCursor } from "../paging.ts";
import { readPlaceId } from "../places/places.ts";
import { withNarrower } from "../topics/topics.ts";
import {
	type Filter,
	findDetails,
	findPracticeBySlug,
	findPractices,
	findTranslations,
	listPractices as listRows,
	type PracticeDetails,
	type PracticeRow,
	type TranslationRow,
} from "./practices.queries.ts";

export type { Translation } from "./practices.content.ts";
export { practiceSource } from "./practices.index.ts";
export { readPractice, readTranslation } from "./practices.input.ts";
export type { PracticeRow } from "./practices.queries.ts";
export { type Reading, resolvePractices } from "./practices.resolve.ts";
export { insertPractices, replacePractices, storeTranslations } from "./practices.store.ts";

/** Published practices by id, with titles in the reader's language; null for withdrawn ones. */
export const practiceById = defineLoader<number, PracticeRow | null>(async (ctx, ids) => {
	const rows = new Map((await findPractices(ctx.db, ids, ctx.language)).map((row) => [row.id, row]));
	return ids.map((id) => rows.get(id) ?? null);
});

/** Long texts and repeatable parts by practice. */
export const detailsById = defineLoader<number, PracticeDetails>(async (ctx, ids) => {
	const rows = new Map((await findDetails(ctx.db, ids)).map((row) => [row.id, row]));
	return ids.map((id) => {
		const row = rows.get(id);
		if (!row) throw new Error(`practice ${id} has no row`);
		return row;
	});
});

/** Translations by practice. */
export const translationsById = defineLoader<number, TranslationRow[]>(async (ctx, ids) => {
	const rows = await findTranslations(ctx.db, ids);
	return ids.map((id) => rows.filter((row) => row.practiceId === id));
});

/** The published practice of an address, or null. */
export async function findPractice(ctx: Context, slug: string): Promise<PracticeRow | null> {
	return /^[a-z0-9-]{1,100}$/.test(slug) ? findPracticeBySlug(ctx.db, slug, ctx.language) : null;
}

/** A page of published practices, the newest first. */
export async function listPractices(
	ctx: Context,
	filter: Filter,
	page: { first?: number | null | undefined; after?: string | null | undefined },
): Promise<Page<PracticeRow>> {
	const limit = pageSize(page.first);
	const rows = await listRows(ctx.db, ctx.language, filter, { limit, keys: timeCursor(page.after) });
	return toPage(rows, limit, (row) => [row.publishedAt, row.id]);
}

/** Nothing has this id: a filter that cannot be met finds nothing. */
const nothing = -1;

/** What a filter means; what is unknown finds nothing. */
export function readFilter(filter: PracticeFilter | null | undefined): Filter {
	const given = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;
	const id = (value: string | number) => parseId(String(value)) ?? nothing;
	return {
		...(given(filter?.topic) ? { topicIds: withNarrower(String(filter.topic)) } : {}),
		...(given(filter?.sdg) ? { sdg: filter.sdg >= 1 && filter.sdg <= 17 ? filter.sdg : 0 } : {}),
		...(given(filter?.country)
			? { country: /^[A-Z]{2}$/i.test(filter.country) ? filter.country.toUpperCase() : "" }
			: {}),
		...(given(filter?.place) ? { placeId: readPlaceId(String(filter.place)) ?? nothing } : {}),
		...(given(filter?.person) ? { personId: id(filter.person) } : {}),
		...(given(filter?.organisation) ? { organisationId: id(filter.organisation) } : {}),
	};
}
