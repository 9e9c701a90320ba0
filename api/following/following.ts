import { fail } from "@interurban/contract/errors";
import { type FollowLevel, followLevels } from "@interurban/contract/vocabulary";
import { decodeCursor, toPage } from "@interurban/db/keyset";
import { type Context, defineLoader, requireViewer } from "../context.ts";
import { tellMailboxes } from "../messages/messages.ts";
import { pageSize } from "../paging.ts";
import type { StreamKind } from "../streams.ts";
import { findThread, type ThreadRow } from "../threads/threads.ts";
import { findTopic, type TopicRow, withNarrower } from "../topics/topics.ts";
import { type AfterCommit, write } from "../write.ts";
import {
	beginReading,
	findPersonVersions,
	findReads,
	listTopicLevels,
	lowerRead,
	putThreadLevel,
	putTopicLevel,
	type ReadRow,
	raiseAllReads,
	raiseRead,
	takePersonVersion,
} from "./following.queries.ts";
import {
	type Level,
	levelOfThread,
	levelOfTopic,
	spreadLevels,
	startAt,
	type TopicLevels,
} from "./following.rules.ts";
import { countUnread, type InboxPageRow, type InboxReason, listInbox } from "./inbox.queries.ts";
import { personStreamOf } from "./written.ts";

export { noteMentioned, noteWritten } from "./written.ts";

export type FollowingRow = Omit<ReadRow, "level"> & Level;

const readsByThread = defineLoader<number, ReadRow | null>(async (ctx, ids) => {
	if (!ctx.viewer) return ids.map(() => null);
	const rows = new Map((await findReads(ctx.db, ctx.viewer.id, ids)).map((row) => [row.threadId, row]));
	return ids.map((id) => rows.get(id) ?? null);
});

/** The levels that whoever asks chose for topics: `chosenLevels(ctx).load("own")`. */
const chosenLevels = defineLoader<"own", TopicLevels>(async (ctx, keys) => {
	const found = ctx.viewer ? await listTopicLevels(ctx.db, ctx.viewer.id) : new Map();
	return keys.map(() => found);
});

/** How far whoever asks has read a thread and how they follow it; null for visitors. */
export async function followingOf(
	ctx: Context,
	thread: Pick<ThreadRow, "id" | "topicId">,
): Promise<FollowingRow | null> {
	const read = await readsByThread(ctx).load(thread.id);
	if (!read) return null;
	const chosen: TopicLevels = read.level || !thread.topicId ? new Map() : await chosenLevels(ctx).load("own");
	return { ...read, ...levelOfThread(read.level, chosen, thread.topicId) };
}

/** How whoever asks follows a topic; null for visitors. */
export async function topicFollowingOf(ctx: Context, topicId: string): Promise<Level | null> {
	return ctx.viewer && levelOfTopic(await chosenLevels(ctx).load("own"), topicId);
}

/** The number before the first post on the page that opens a thread where whoever asks has read to. */
export async function beforeUnread(ctx: Context, thread: ThreadRow, first: number): Promise<number> {
	const read = await readsByThread(ctx).load(thread.id);
	return startAt(read?.readNumber ?? 0, thread.postCount, first);
}

export async function markRead(ctx: Context, input: { threadId: string; upTo: number }): Promise<ThreadRow> {
	const thread = await visibleThread(ctx, input.threadId);
	const upTo = Math.min(Math.max(input.upTo, 0), thread.postCount);
	const before = await readsByThread(ctx).load(thread.id);
	const { readNumber = null, recallNumber = null } = before ?? {};
	const isFurther = readNumber === null || upTo > readNumber;
	const reachesRecalled = recallNumber !== null && upTo >= recallNumber;
	if (!isFurther && !reachesRecalled) return thread;
	return change(ctx, thread, (tx, personId) => raiseRead(tx, personId, thread.id, upTo));
}

export async function markUnread(
	ctx: Context,
	input: { threadId: string; from: number },
): Promise<ThreadRow> {
	const thread = await visibleThread(ctx, input.threadId);
	const to = Math.max(input.from, 1) - 1;
	return change(ctx, thread, (tx, personId) => lowerRead(tx, personId, thread.id, to));
}

export async function setThreadLevel(
	ctx: Context,
	input: { threadId: string; level: FollowLevel | null },
): Promise<ThreadRow> {
	const thread = await visibleThread(ctx, input.threadId);
	return change(ctx, thread, (tx, personId) =>
		putThreadLevel(tx, personId, thread.id, readLevel(input.level)),
	);
}

/** Notes that everything in the inbox has been seen, but in threads that were written in later. */
export async function markAllRead(ctx: Context, input: { until: string }): Promise<true> {
	const viewer = requireViewer(ctx);
	await ctx.limiter("write", viewer.id);
	const until = new Date(input.until);
	if (Number.isNaN(until.getTime())) fail("invalid", { field: "until" });
	await write(ctx, async (tx, after) => {
		const version = await takePersonVersion(tx, viewer.id);
		await raiseAllReads(tx, viewer.id, until);
		after.emit("stream.reached", { stream: personStreamOf(viewer.id), version });
	});
	return true;
}

export async function setTopicLevel(
	ctx: Context,
	input: { topicId: string; level: FollowLevel | null },
): Promise<TopicRow> {
	const viewer = requireViewer(ctx);
	await ctx.limiter("write", viewer.id);
	const topic = findTopic(input.topicId) ?? fail("not_found");
	const level = readLevel(input.level);
	await write(ctx, async (tx, after) => {
		const version = await takePersonVersion(tx, viewer.id);
		await putTopicLevel(tx, viewer.id, topic.id, level);
		if (level === "watching" || level === "tracking")
			await beginReading(tx, viewer.id, withNarrower(topic.id));
		after.emit("stream.reached", { stream: personStreamOf(viewer.id), version });
	});
	chosenLevels(ctx).clear("own");
	return topic;
}

const reasonsOf: Readonly<Record<string, readonly InboxReason[]>> = {
	conversations: ["conversation"],
	addressed: ["mention", "reply"],
	followed: ["watching", "tracking"],
};

/** A page of the inbox of whoever asks. */
export async function listOwnInbox(
	ctx: Context,
	options: {
		filter?: string | null | undefined;
		first?: number | null | undefined;
		after?: string | null | undefined;
	},
): Promise<InboxPageRow> {
	if (!ctx.viewer) return { items: [], nextCursor: null };
	const first = pageSize(options.first);
	const rows = await listInbox(ctx.db, ctx.viewer.id, await ownLevels(ctx), {
		reasons: reasonsOf[options.filter ?? ""] ?? null,
		isUnread: options.filter === "unread" ? true : null,
		after: readCursor(options.after),
		first,
	});
	return toPage(rows, first, (row) => [row.rank, row.at, row.threadId]);
}

export async function countOwnUnread(ctx: Context): Promise<number> {
	return countUnread(ctx.db, requireViewer(ctx).id, await ownLevels(ctx));
}

/** Of each person, for themselves alone. */
export const personStream: StreamKind = {
	findVersions: findPersonVersions,
	canHear: async (_, viewer, id) => viewer?.id === id,
};

const ownLevels = async (ctx: Context) => spreadLevels(await chosenLevels(ctx).load("own"));

function readLevel(level: FollowLevel | null): FollowLevel | null {
	return level === null || followLevels.includes(level) ? level : fail("unknown_choice", { field: "level" });
}

function readCursor(cursor: string | null | undefined) {
	if (!cursor) return null;
	const [rank, at, id] = decodeCursor(cursor, 3) ?? [];
	const isOurs =
		Number.isSafeInteger(rank) &&
		typeof at === "string" &&
		!Number.isNaN(Date.parse(at)) &&
		Number.isSafeInteger(id);
	return isOurs ? { rank: Number(rank), at: String(at), id: Number(id) } : fail("bad_cursor");
}

async function visibleThread(ctx: Context, id: string): Promise<ThreadRow> {
	const viewer = requireViewer(ctx);
	await ctx.limiter("read", viewer.id);
	return (await findThread(ctx, id)) ?? fail("not_found");
}

/** Changes how whoever asks has read or follows a thread, and tells their other pages and devices. */
async function change(
	ctx: Context,
	thread: ThreadRow,
	work: (tx: Parameters<typeof takePersonVersion>[0], personId: number) => Promise<void>,
): Promise<ThreadRow> {
	const viewer = requireViewer(ctx);
	await write(ctx, async (tx, after: AfterCommit) => {
		const version = await takePersonVersion(tx, viewer.id);
		await work(tx, viewer.id);
		const [row] = await findReads(tx, viewer.id, [thread.id]);
		const chosen = thread.topicId ? await listTopicLevels(tx, viewer.id) : new Map();
		after.emit("reading.changed", {
			...{ stream: personStreamOf(viewer.id), version, threadId: String(thread.id) },
			readNumber: row?.readNumber ?? null,
			...levelOfThread(row?.level ?? null, chosen, thread.topicId),
		});
		if (thread.private) after.run(() => void tellMailboxes(ctx, [viewer.id]));
	});
	readsByThread(ctx).clear(thread.id);
	return thread;
}
