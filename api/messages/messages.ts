import { type ErrorCode, fail } from "@interurban/contract/errors";
import type { Page } from "@interurban/db/keyset";
import type { Participant } from "@interurban/db/schema/conversations";
import { type Context, defineLoader, requireViewer } from "../context.ts";
import { parseId } from "../input.ts";
import { pageSize, timeCursor } from "../paging.ts";
import type { StreamKind } from "../streams.ts";
import { type PostRow, postById } from "../threads/threads.ts";
import {
	type ConversationRow,
	findBlocked,
	findConversations,
	findLastPosts,
	findMailboxes,
	findStandings,
	listParticipantIds,
	listParticipants,
	listConversations as listRows,
	type Mailbox,
} from "./messages.queries.ts";
import { refusalOf, type Standing } from "./messages.rules.ts";

export type { ConversationRow } from "./messages.queries.ts";

/** The viewer's conversations by the thread's id; null for those that they neither take part in nor are asked to. */
export const conversationById = defineLoader<number, ConversationRow | null>(async (ctx, ids) => {
	const found = ctx.viewer ? await findConversations(ctx.db, ids, ctx.viewer.id) : [];
	const rows = new Map(found.map((row) => [row.id, row]));
	return ids.map((id) => rows.get(id) ?? null);
});

/** All who ever took part in a conversation, by the thread's id, in the order in which they came. */
export const participantsByThread = defineLoader<number, Participant[]>(async (ctx, ids) => {
	const rows = await listParticipants(ctx.db, ids);
	return ids.map((id) => rows.filter(({ threadId }) => threadId === id));
});

/** The newest post of conversations, by the thread's id. */
export const lastPostByThread = defineLoader<number, PostRow | null>(async (ctx, ids) => {
	const last = await findLastPosts(ctx.db, ids);
	return Promise.all(
		ids.map((id) => {
			const postId = last.get(id);
			return postId === undefined ? null : postById(ctx).load(postId);
		}),
	);
});

/** How the viewer stands in conversations, by the thread's id. */
export const standingIn = defineLoader<number, Standing | null>(async (ctx, ids) => {
	const rows = ctx.viewer ? await findStandings(ctx.db, ids, ctx.viewer.id) : new Map<number, Standing>();
	return ids.map((id) => rows.get(id) ?? null);
});

/** Why the viewer may not write in a thread because of whom it reaches; null when that is no reason. */
export async function refusalIn(
	ctx: Context,
	thread: { id: number; private: boolean },
): Promise<ErrorCode | null> {
	if (!thread.private) return null;
	const standing = await standingIn(ctx).load(thread.id);
	return standing ? refusalOf(standing) : "not_found";
}

/** Whether the viewer has blocked people, by id. */
export const blockedByViewer = defineLoader<number, boolean>(async (ctx, ids) => {
	const blocked = ctx.viewer ? await findBlocked(ctx.db, ctx.viewer.id) : [];
	return ids.map((id) => blocked.includes(id));
});

/** The viewer's conversation of an id, or null. */
export async function findConversation(ctx: Context, id: string): Promise<ConversationRow | null> {
	const number = parseId(id);
	return number === null || !ctx.viewer ? null : conversationById(ctx).load(number);
}

/** The same; refuses what is not there. */
export async function requireConversation(ctx: Context, id: string): Promise<ConversationRow> {
	requireViewer(ctx);
	return (await findConversation(ctx, id)) ?? fail("not_found");
}

/** One's conversations, those that were written in last first, or the requests to oneself; nothing for visitors. */
export async function listConversations(
	ctx: Context,
	options: { requests: boolean; first?: number | null | undefined; after?: string | null | undefined },
): Promise<Page<ConversationRow>> {
	if (!ctx.viewer) return { items: [], nextCursor: null };
	const page = await listRows(ctx.db, {
		personId: ctx.viewer.id,
		state: options.requests ? "asked" : "joined",
		first: pageSize(options.first),
		after: timeCursor(options.after),
	});
	for (const row of page.items) conversationById(ctx).prime(row.id, row);
	return page;
}

const mailboxOf = defineLoader<number, Mailbox>(async (ctx, ids) => findMailboxes(ctx.db, ids));

/** The viewer's own mailbox. */
export const ownMailbox = (ctx: Context): Promise<Mailbox> => mailboxOf(ctx).load(requireViewer(ctx).id);

/** How somebody's conversations stand is for them alone. Its version goes down when they leave one. */
export const messagesStream: StreamKind = {
	findVersions: async (db, ids) =>
		new Map((await findMailboxes(db, ids)).map(({ personId, version }) => [personId, version])),
	canHear: async (_, viewer, id) => viewer?.id === id,
};

type Telling = Pick<Context, "db" | "emit" | "log">;

/** Lets people's own pages know how their conversations stand now. What does not arrive is told by and by anyway. */
export async function tellMailboxes(ctx: Telling, personIds: readonly number[]): Promise<void> {
	try {
		for (const { personId, version, unread } of await findMailboxes(ctx.db, personIds))
			ctx.emit("messages.changed", { stream: `messages:${personId}`, version, unread });
	} catch (error) {
		ctx.log.warn(error, "mailboxes could not be told of");
	}
}

/** The same for all who take part in a conversation or are asked to. */
export async function tellParticipants(ctx: Telling, threadId: number): Promise<void> {
	try {
		await tellMailboxes(ctx, await listParticipantIds(ctx.db, threadId));
	} catch (error) {
		ctx.log.warn(error, "a conversation could not be told of");
	}
}
