import { fail } from "@interurban/contract/errors";
import { limits } from "@interurban/contract/limits";
import type { Db } from "@interurban/db/client";
import { type Context, requireViewer } from "../context.ts";
import { makeCheck } from "../input.ts";
import { preparePost, requireFewMentions, sendOnce } from "../posting.ts";
import { streamOf } from "../threads/threads.ts";
import { type AfterCommit, write } from "../write.ts";
import { findStandings } from "./messages.queries.ts";
import { refusalOf } from "./messages.rules.ts";
import { type ConversationRow, conversationById, tellParticipants } from "./messages.ts";
import {
	type Acquaintance,
	changeState,
	findAcquaintances,
	findPair,
	insertConversation,
	insertTrace,
	putParticipants,
} from "./participants.queries.ts";
import { readRecipients, type Sought } from "./recipients.ts";

/** Writes to one or several people: in the conversation that the two have, or else in a new one. */
export async function startConversation(
	ctx: Context,
	input: Sought & { name?: string | null | undefined; body: string; clientId: string },
): Promise<ConversationRow> {
	const viewer = requireViewer(ctx);
	const check = makeCheck();
	const clientId = check.uuid("clientId", input.clientId);
	const name = check.line("name", input.name, { max: limits.conversation.name });
	const body = check.text("body", input.body, { max: limits.post, required: true });
	const recipients = await readRecipients(ctx, check, input, limits.conversation.people - 1);
	check.done();
	const ids = recipients.map(({ id }) => id).sort((a, b) => a - b);
	const post = await sendOnce(
		ctx,
		clientId,
		["conversation", ...ids.map(String), name, body],
		async (sentHash) => {
			const others = await findAcquaintances(ctx.db, viewer.id, ids);
			if (others.some(({ isBlocked }) => isBlocked)) fail("messages.blocked", { field: "handles" });
			const pair = ids.length === 1 ? pairOf(viewer.id, ids[0] ?? 0) : null;
			if (!pair || (await findPair(ctx.db, pair)) === null) await ctx.limiter("conversation", viewer.id);
			requireFewMentions(body);
			const store = await preparePost(ctx, { clientId, sentHash, body, replyTo: null });
			return write(ctx, async (tx, after) => {
				const title = pair ? null : name || null;
				const opened = await insertConversation(tx, { pair, title, authorId: viewer.id });
				const threadId = opened ?? (await findPair(tx, pair ?? "")) ?? fail("not_found");
				if (opened) await invite(tx, threadId, viewer.id, others);
				else await goOn(tx, after, threadId, viewer.id);
				after.run(() => void tellParticipants(ctx, threadId));
				return store(tx, after, { id: threadId, topicId: null, private: true });
			});
		},
	);
	conversationById(ctx).clear(post.threadId);
	return (await conversationById(ctx).load(post.threadId)) ?? fail("not_found");
}

/** The key of the conversation of two people. */
export function pairOf(one: number, other: number): string {
	return `${Math.min(one, other)}:${Math.max(one, other)}`;
}

/** How somebody who is written to takes part at first: those whom the sender is no stranger to at once. */
export function firstState({ known, hasBlocked }: Acquaintance): "joined" | "asked" | "declined" {
	// Who has blocked the sender is never asked, which looks like a request that was not answered.
	if (hasBlocked) return "declined";
	return known ? "joined" : "asked";
}

async function invite(
	tx: Db,
	threadId: number,
	senderId: number,
	others: readonly Acquaintance[],
): Promise<void> {
	await putParticipants(tx, [
		{ threadId, personId: senderId, state: "joined", addedById: null },
		...others.map((other) => ({
			...{ threadId, personId: other.personId, addedById: senderId },
			state: firstState(other),
		})),
	]);
}

/** In a conversation that there is: who writes to somebody accepts to hear from them. */
async function goOn(tx: Db, after: AfterCommit, threadId: number, senderId: number): Promise<void> {
	if (await changeState(tx, { threadId, personId: senderId }, ["asked", "declined"], "joined")) {
		const version = await insertTrace(tx, { threadId, kind: "joined", actorId: senderId });
		after.emit("conversation.changed", { stream: streamOf(threadId), version });
	}
	const standing = (await findStandings(tx, [threadId], senderId)).get(threadId);
	const refusal = standing ? refusalOf(standing) : "not_found";
	if (refusal) fail(refusal);
}
