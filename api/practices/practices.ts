import { type Page, toPage } from "@interurban/db/keyset";
import { type Context, defineLoader } from "../context.ts";
import type { PracticeFilter } from "../generated/resolvers.ts";
import { parseId } from "../input.ts";
import { pageSize, timeCursor } from "../paging.ts";
import { languagesRead } from "../people/people.ts";
import { readPlaceId } from "../places/places.ts";
import { withNarrower } from "../topics/topics.ts";
import { findDetails, findTexts, type PracticeDetails, type PracticeTexts } from "./details.queries.ts";
import {
	type Filter,
	findPracticeBySlug,
	findPractices,
	listPractices as listRows,
	type PracticeRow,
} from "./practices.queries.ts";

export type { Translation } from "./practices.content.ts";
export { indexPractices, practiceSource } from "./practices.index.ts";
export { readPractice, readTranslation } from "./practices.input.ts";
export type { PracticeRow } from "./practices.queries.ts";
export { type Reading, resolvePractices } from "./practices.resolve.ts";
export { insertPractices, replacePractices, storeTranslations } from "./practices.store.ts";

/** Published practices by id, with titles in a language that is read; null for withdrawn ones. */
export const practiceById = defineLoader<number, PracticeRow | null>(async (ctx, ids) => {
	const rows = new Map(
		(await findPractices(ctx.db, ids, await languagesRead(ctx))).map((row) => [row.id, row]),
	);
	return ids.map((id) => rows.get(id) ?? null);
});

/** What only its own page shows, by practice. */
export const detailsById = defineLoader<number, PracticeDetails>(async (ctx, ids) =>
	inOrder(ids, await findDetails(ctx.db, ids)),
);

/** Long texts and building blocks by practice. */
export const textsById = defineLoader<number, PracticeTexts>(async (ctx, ids) =>
	inOrder(ids, await findTexts(ctx.db, ids)),
);

function inOrder<Row extends { id: number }>(ids: readonly number[], rows: readonly Row[]): Row[] {
	const byId = new Map(rows.map((row) => [row.id, row]));
	return ids.map((id) => {
		const row = byId.get(id);
		if (!row) throw new Error(`practice ${id} has no row`);
		return row;
	});
}

/** The published practice of an address, or null. */
export async function findPractice(ctx: Context, slug: string): Promise<PracticeRow | null> {
	if (!/^[a-z0-9-]{1,100}$/.test(slug)) return null;
	const row = await findPracticeBySlug(ctx.db, slug, await languagesRead(ctx));
	if (row) practiceById(ctx).prime(row.id, row);
	return row;
}

/** A page of published practices, the newest first. */
export async function listPractices(
	ctx: Context,
	filter: Filter,
	page: { first?: number | null | undefined; after?: string | null | undefined },
): Promise<Page<PracticeRow>> {
	const limit = pageSize(page.first);
	const rows = await listRows(ctx.db, await languagesRead(ctx), filter, {
		limit,
		keys: timeCursor(page.after),
	});
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
