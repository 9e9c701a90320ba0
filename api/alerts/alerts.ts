import { fail } from "@interurban/contract/errors";
import { limits } from "@interurban/contract/limits";
import { type Context, defineLoader, requireViewer } from "../context.ts";
import { type FoundThing, findThingsOf, type Results, readSearch } from "../finding.ts";
import type { AlertSearchInput } from "../generated/resolvers.ts";
import { makeCheck, parseId } from "../input.ts";
import type { StreamKind } from "../streams.ts";
import { write } from "../write.ts";
import {
	type AlertRow,
	countAlone,
	countNew,
	countNewOf,
	deleteAlert,
	findAlertFor,
	insertAlert,
	listHits,
	listAlerts as listRows,
	renameAlert as renameRow,
	updateLookedAt,
} from "./alerts.queries.ts";
import { nameOf, searchOf, termsOf } from "./alerts.search.ts";

export { keepAlerts, lookThrough } from "./alerts.job.ts";
export { listChosen } from "./alerts.search.ts";
export type { AlertRow };

/** Something that an alert found. */
export interface FoundHit {
	hit: FoundThing;
	foundAt: string;
	isNew: boolean;
}

/** Of each alert, in the list of all. */
const hitsShown = 3;

const newCounts = defineLoader<number, number>(async (ctx, ids) => {
	const counts = await countNew(ctx.db, ids);
	return ids.map((id) => counts.get(id) ?? 0);
});

const latestHits = defineLoader<number, FoundHit[]>(async (ctx, ids) => {
	const rows = await listHits(ctx.db, ids, hitsShown);
	const found = await Promise.all(
		rows.map(async ({ alertId, foundAt, isNew, publishedAt, ...entry }) => {
			const hit = { ...entry, publishedAt: new Date(publishedAt), score: 0, alike: 0 };
			const [thing] = await findThingsOf(ctx, [hit]);
			return thing ? [{ alertId, hit: thing, foundAt, isNew }] : [];
		}),
	);
	return ids.map((id) => found.flat().filter(({ alertId }) => alertId === id));
});

/** How much of what an alert found is new to its owner. */
export const countNewIn = (ctx: Context, alert: AlertRow): Promise<number> => newCounts(ctx).load(alert.id);

/** The latest that an alert found, as its owner may see it now. */
export const listHitsOf = (ctx: Context, alert: AlertRow): Promise<FoundHit[]> =>
	latestHits(ctx).load(alert.id);

/** How much is new in all alerts of whoever is signed in. */
export async function countNewHits(ctx: Context): Promise<number> {
	const { id } = requireViewer(ctx);
	return (await countNewOf(ctx.db, [id])).get(id) ?? 0;
}

/** One's own alerts, those with something new first, then the latest. */
export async function listAlerts(ctx: Context): Promise<AlertRow[]> {
	if (!ctx.viewer) return [];
	const rows = await listRows(ctx.db, ctx.viewer.id);
	const counts = await newCounts(ctx).loadMany(rows.map(({ id }) => id));
	const hasNew = new Map(rows.map(({ id }, at) => [id, Number(counts[at]) > 0]));
	return rows.sort((one, other) => Number(hasNew.get(other.id)) - Number(hasNew.get(one.id)));
}

/** Makes an alert of a search, or answers with the one that there is. */
export async function saveSearch(
	ctx: Context,
	input: AlertSearchInput,
	name: string | null | undefined,
): Promise<AlertRow> {
	const viewer = requireViewer(ctx);
	await ctx.limiter("write", viewer.id);
	const search = searchOf(ctx, await readSearch(ctx, input));
	const given = name?.trim() ? readName(name) : await nameOf(ctx, search);
	return write(ctx, async (tx) => {
		const count = await countAlone(tx, viewer.id);
		const known = await findAlertFor(tx, viewer.id, search);
		if (known) return known;
		if (count >= limits.alerts) fail("alerts.too_many", { args: { max: limits.alerts } });
		return insertAlert(tx, { ...search, personId: viewer.id, name: given }, termsOf(search));
	});
}

/** What a search is called. */
export const nameSearch = (ctx: Context, results: Results): Promise<string> =>
	nameOf(ctx, searchOf(ctx, results));

/** One's own alert for a search, or null. */
export async function findAlert(ctx: Context, results: Results): Promise<AlertRow | null> {
	return ctx.viewer && findAlertFor(ctx.db, ctx.viewer.id, searchOf(ctx, results));
}

export async function renameAlert(ctx: Context, id: string, name: string): Promise<AlertRow> {
	const viewer = requireViewer(ctx);
	await ctx.limiter("write", viewer.id);
	return (await renameRow(ctx.db, viewer.id, parseId(id) ?? 0, readName(name))) ?? fail("not_found");
}

export async function removeAlert(ctx: Context, id: string): Promise<string> {
	const viewer = requireViewer(ctx);
	await ctx.limiter("write", viewer.id);
	if (!(await deleteAlert(ctx.db, viewer.id, parseId(id) ?? 0))) fail("not_found");
	return id;
}

/** Notes that one has seen what one's alerts had found at a time. */
export async function lookAtAlerts(ctx: Context, until: string): Promise<AlertRow[]> {
	const viewer = requireViewer(ctx);
	await ctx.limiter("write", viewer.id);
	const time = new Date(until);
	if (Number.isNaN(time.getTime())) fail("invalid", { field: "until" });
	await updateLookedAt(ctx.db, viewer.id, time);
	return listAlerts(ctx);
}

/** Of each person, for themselves alone; how far it has come is how much is new to them. */
export const alertsStream: StreamKind = {
	findVersions: countNewOf,
	canHear: async (_, viewer, id) => viewer?.id === id,
};

function readName(name: string): string {
	const check = makeCheck();
	const read = check.line("name", name, { max: limits.alertName, required: true });
	check.done();
	return read;
}
