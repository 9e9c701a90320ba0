import type { Db } from "@interurban/db/client";
import type { Page } from "@interurban/db/keyset";
import { type Context, defineLoader } from "../context.ts";
import { parseId } from "../input.ts";
import { pageSize, timeCursor } from "../paging.ts";
import { findTypist } from "../presence/presence.ts";
import type { StreamKind } from "../streams.ts";
import { withNarrower } from "../topics/topics.ts";
import {
	findPosts,
	findPostsAt,
	findSince,
	listPostsOf,
	listSolutions,
	type PostRow,
} from "./posts.queries.ts";
import {
	findThreads,
	findThreadsOf,
	findThreadVersions,
	insertThreadOf,
	isCutOff,
	listThreads,
	type ThreadRow,
} from "./threads.queries.ts";

export { findThreadsOfFile } from "./posts.files.ts";
export type { PostRow } from "./posts.queries.ts";
export { threadSource } from "./threads.index.ts";
export type { ThreadRow } from "./threads.queries.ts";

type Paging = { first?: number | null | undefined; after?: string | null | undefined };

/** Threads by id: `threadById(ctx).load(id)`; null for those that may not be seen. */
export const threadById = defineLoader<number, ThreadRow | null>(async (ctx, ids) => {
	const rows = new Map((await findThreads(ctx.db, ids, ctx.viewer?.id ?? null)).map((row) => [row.id, row]));
	return ids.map((id) => rows.get(id) ?? null);
});

/** Posts by id, deleted ones too; for those of a thread that may be seen. */
export const postById = defineLoader<number, PostRow | null>(async (ctx, ids) => {
	const rows = new Map((await findPosts(ctx.db, ids)).map((row) => [row.id, row]));
	return ids.map((id) => rows.get(id) ?? null);
});

/** The post that opened a thread, by the thread's id. */
export const firstPostByThread = defineLoader<number, PostRow | null>(async (ctx, threadIds) => {
	const places = threadIds.map((threadId) => ({ threadId, number: 1 }));
	const rows = new Map((await findPostsAt(ctx.db, places)).map((row) => [row.threadId, row]));
	return threadIds.map((id) => rows.get(id) ?? null);
});

/** The posts that solve what a thread asks, by the thread's id. */
export const solutionsByThread = defineLoader<number, PostRow[]>(async (ctx, threadIds) => {
	const rows = await listSolutions(ctx.db, threadIds);
	return threadIds.map((id) => rows.filter(({ threadId }) => threadId === id));
});

/** The discussion of a practice: `threadOfPractice(ctx).load(practiceId)`. */
export const threadOfPractice = subjectLoader("practiceId");
export const threadOfChallenge = subjectLoader("challengeId");

/** What was stored without its thread, by hand or by an older import, gets it when it is first asked for. */
function subjectLoader(subject: "practiceId" | "challengeId") {
	return defineLoader<number, ThreadRow | null>(async (ctx, ids) => {
		const find = async (wanted: readonly number[]) =>
			new Map((await findThreadsOf(ctx.db, subject, wanted)).map((row) => [row[subject], row]));
		let found = await find(ids);
		const missing = ids.filter((id) => !found.has(id));
		if (missing.length) {
			await Promise.all(missing.map((id) => openThread(ctx.db, { [subject]: id } as { practiceId: number })));
			found = new Map([...found, ...(await find(missing))]);
		}
		for (const thread of found.values()) threadById(ctx).prime(thread.id, thread);
		return ids.map((id) => found.get(id) ?? null);
	});
}

/** Gives a practice or a challenge its thread, in the transaction that makes it; once is enough, twice does no harm. */
export function openThread(tx: Db, subject: { practiceId: number } | { challengeId: number }): Promise<void> {
	return insertThreadOf(tx, subject);
}

/** Whether somebody may see one of some threads. Visitors are nobody's id. */
export async function isOneVisible(
	db: Db,
	ids: readonly number[],
	personId: number | null,
): Promise<boolean> {
	return ids.length > 0 && (await findThreads(db, ids, personId)).length > 0;
}

/** The thread of an id, if it may be seen. */
export async function findThread(ctx: Context, id: string): Promise<ThreadRow | null> {
	const number = parseId(id);
	return number === null ? null : threadById(ctx).load(number);
}

/** Threads with posts, those that were written in last first; under a topic together with those below it. */
export function listRecentThreads(
	ctx: Context,
	options: { topicId?: string | null; placeId?: number | null } & Paging,
): Promise<Page<ThreadRow>> {
	const { topicId = null, placeId = null } = options;
	return listThreads(ctx.db, {
		topicIds: topicId === null ? null : withNarrower(topicId),
		placeId,
		first: pageSize(options.first),
		after: timeCursor(options.after),
	});
}

const zones = new Set(Intl.supportedValuesOf("timeZone"));

/** The first post of a thread that was written on a day or later, or else the last one; null for what is no day. */
export async function findPostSince(
	ctx: Context,
	thread: ThreadRow,
	day: string,
	timeZone: string,
): Promise<PostRow | null> {
	const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day));
	if (!isDay) return null;
	const first = await findSince(ctx.db, thread.id, day, zones.has(timeZone) ? timeZone : "UTC");
	if (first) return first;
	const [last] = await findPostsAt(ctx.db, [{ threadId: thread.id, number: thread.postCount }]);
	return last ?? null;
}

/** What a person wrote, the newest first. */
export function listPostsOfPerson(ctx: Context, personId: number, page: Paging): Promise<Page<PostRow>> {
	return listPostsOf(ctx.db, personId, { first: pageSize(page.first), after: timeCursor(page.after) });
}

/** Who may see a thread may hear it, but for those whom the other one of a conversation has blocked. */
export const threadStream: StreamKind = {
	findTypist,
	findVersions: findThreadVersions,
	canHear: async (db, viewer, id) => {
		const [thread] = await findThreads(db, [id], viewer?.id ?? null);
		if (!thread) return false;
		return !(thread.private && viewer && (await isCutOff(db, id, viewer.id)));
	},
};

export const streamOf = (threadId: number): string => `thread:${threadId}`;
