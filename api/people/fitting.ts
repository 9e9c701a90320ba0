import { descendantsOf } from "@interurban/concepts/concepts";
import type { Context } from "../context.ts";
import { type PracticeRow, practiceById } from "../practices/practices.ts";
import type { Viewer } from "../sessions.ts";
import { listKnowing, listPracticeIdsOn, type PersonRow } from "./people.queries.ts";
import { topicsByPerson } from "./people.ts";

const atMost20 = (first: number) => Math.min(Math.max(first, 0), 20);

/** What somebody looks for, or else what they know themselves, with all that is below it. */
async function interestsOf(ctx: Context, viewer: Viewer): Promise<string[]> {
	const { knows, seeks } = await topicsByPerson(ctx).load(viewer.id);
	const topics = seeks.length ? seeks : knows;
	return [...new Set(topics.flatMap(({ id }) => [id, ...descendantsOf(id).map((below) => below.id)]))];
}

/** Who knows most of what somebody is interested in. */
export async function listPeopleThatFit(ctx: Context, viewer: Viewer, first: number): Promise<PersonRow[]> {
	const topics = await interestsOf(ctx, viewer);
	return listKnowing(ctx.db, topics, { except: viewer.id, limit: atMost20(first) });
}

/** Practices of others on what somebody is interested in; the newest of all when that is not known. */
export async function listPracticesThatFit(
	ctx: Context,
	viewer: Viewer,
	first: number,
): Promise<PracticeRow[]> {
	const topics = await interestsOf(ctx, viewer);
	const ids = await listPracticeIdsOn(ctx.db, topics, { except: viewer.id, limit: atMost20(first) });
	const found = await practiceById(ctx).loadMany(ids);
	return found.filter(
		(practice): practice is PracticeRow => practice !== null && !(practice instanceof Error),
	);
}
