import { ancestorsOf, descendantsOf } from "@interurban/concepts/concepts";
import type { Context } from "../context.ts";
import { type PracticeRow, practiceById } from "../practices/practices.ts";
import type { Viewer } from "../sessions.ts";
import { listKnowing, listPracticeIdsOn, type PersonRow } from "./people.queries.ts";
import { topicsByPerson } from "./people.ts";

const atMost20 = (first: number) => Math.min(Math.max(first, 0), 20);

/** Topics with all that is below them. */
const withNarrower = (ids: readonly string[]) => [
	...new Set(ids.flatMap((id) => [id, ...descendantsOf(id).map((below) => below.id)])),
];

/**
 * What somebody looks for, or else what they know themselves: first the very topics, then, should nothing be found on
 * them, the fields to which these belong.
 */
async function interestsOf(ctx: Context, viewer: Viewer): Promise<string[][]> {
	const { knows, seeks } = await topicsByPerson(ctx).load(viewer.id);
	const ids = (seeks.length ? seeks : knows).map((topic) => topic.id);
	if (!ids.length) return [];
	return [withNarrower(ids), withNarrower(ids.flatMap((id) => ancestorsOf(id).map((above) => above.id)))];
}

/** The first answer that is not empty. */
async function firstFound<T>(
	wider: readonly string[][],
	find: (topics: string[]) => Promise<T[]>,
): Promise<T[]> {
	for (const topics of wider) {
		const found = await find(topics);
		if (found.length) return found;
	}
	return [];
}

/** Who knows most of what somebody is interested in. */
export async function listPeopleThatFit(ctx: Context, viewer: Viewer, first: number): Promise<PersonRow[]> {
	const options = { except: viewer.id, limit: atMost20(first) };
	return firstFound(await interestsOf(ctx, viewer), (topics) => listKnowing(ctx.db, topics, options));
}

/** Practices of others on what somebody is interested in; the newest of all where there are none. */
export async function listPracticesThatFit(
	ctx: Context,
	viewer: Viewer,
	first: number,
): Promise<PracticeRow[]> {
	const options = { except: viewer.id, limit: atMost20(first) };
	const wider = [...(await interestsOf(ctx, viewer)), []];
	const ids = await firstFound(wider, (topics) => listPracticeIdsOn(ctx.db, topics, options));
	const found = await practiceById(ctx).loadMany(ids);
	return found.filter(
		(practice): practice is PracticeRow => practice !== null && !(practice instanceof Error),
	);
}
