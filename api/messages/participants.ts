import { fail } from "@interurban/contract/errors";
import { limits } from "@interurban/contract/limits";
import type { ConversationChange } from "@interurban/contract/vocabulary";
import type { Db } from "@interurban/db/client";
import type { Participant } from "@interurban/db/schema/conversations";
import { type Context, requireViewer } from "../context.ts";
import { makeCheck } from "../input.ts";
import { personById } from "../people/people.ts";
import { streamOf } from "../threads/threads.ts";
import { inTurn } from "../turns.ts";
import { write } from "../write.ts";
import { listParticipants } from "./messages.queries.ts";
import { canChangeGroup, canRemove } from "./messages.rules.ts";
import {
	type ConversationRow,
	conversationById,
	participantsByThread,
	requireConversation,
	standingIn,
	tellMailboxes,
	tellParticipants,
} from "./messages.ts";
import {
	changeState,
	findAcquaintances,
	insertTrace,
	lockConversation,
	passOn,
	putParticipants,
	renameThread,
} from "./participants.queries.ts";
import { readRecipients, type Sought } from "./recipients.ts";
import { firstState } from "./starting.ts";

/** Somebody in a conversation, as those who take part see them. */
export type ParticipantRow = { participant: Participant; conversation: ConversationRow };

/** Those who take part or were asked to. Who declined is among them: nobody can tell. */
export async function listVisible(ctx: Context, conversation: ConversationRow): Promise<ParticipantRow[]> {
	const all = await participantsByThread(ctx).load(conversation.id);
	return all.filter(({ state }) => state !== "left").map((participant) => ({ participant, conversation }));
}

type Trace = { kind: ConversationChange; personId?: number | null; title?: string | null };

/**
 * Changes who takes part, or the name, in the order of the conversation, and tells all who take part of each trace.
 * @param work answers what is to be told; nothing when nothing has changed
 */
async function change(
	ctx: Context,
	threadId: number,
	work: (tx: Db) => Promise<readonly Trace[]>,
): Promise<void> {
	const { id: actorId } = requireViewer(ctx);
	const stream = streamOf(threadId);
	await inTurn(stream, () =>
		write(ctx, async (tx, after) => {
			await lockConversation(tx, threadId);
			for (const trace of await work(tx)) {
				const version = await insertTrace(tx, { threadId, actorId, ...trace });
				after.emit("conversation.changed", { stream, version });
			}
			after.run(() => void tellParticipants(ctx, threadId));
			// Who is gone by now, too.
			after.run(() => void tellMailboxes(ctx, [actorId]));
		}),
	);
	conversationById(ctx).clear(threadId);
	standingIn(ctx).clear(threadId);
	participantsByThread(ctx).clear(threadId);
}

async function changed(ctx: Context, threadId: number): Promise<ConversationRow> {
	return (await conversationById(ctx).load(threadId)) ?? fail("not_found");
}

export async function acceptConversation(ctx: Context, id: string): Promise<ConversationRow> {
	const viewer = requireViewer(ctx);
	const { id: threadId } = await requireConversation(ctx, id);
	await ctx.limiter("write", viewer.id);
	await change(ctx, threadId, async (tx) =>
		(await changeState(tx, { threadId, personId: viewer.id }, ["asked"], "joined"))
			? [{ kind: "joined" }]
			: [],
	);
	return changed(ctx, threadId);
}

/** Leaves no trace in the conversation, not even in its version: so nobody can tell. */
export async function declineConversation(ctx: Context, id: string): Promise<string> {
	const viewer = requireViewer(ctx);
	const { id: threadId } = await requireConversation(ctx, id);
	await ctx.limiter("write", viewer.id);
	await write(ctx, async (tx, after) => {
		if (!(await changeState(tx, { threadId, personId: viewer.id }, ["asked"], "declined"))) fail("not_found");
		after.run(() => void tellMailboxes(ctx, [viewer.id]));
	});
	return id;
}

/** Adds people to a group. */
export async function addParticipants(ctx: Context, id: string, sought: Sought): Promise<ConversationRow> {
	const viewer = requireViewer(ctx);
	const conversation = await requireConversation(ctx, id);
	if (!canChangeGroup(conversation)) fail("forbidden");
	const { id: threadId } = conversation;
	const { people: max } = limits.conversation;
	const check = makeCheck();
	const found = await readRecipients(ctx, check, sought, max);
	check.done();
	await ctx.limiter("write", viewer.id);
	const ids = found.map((person) => person.id);
	const others = await findAcquaintances(ctx.db, viewer.id, ids);
	if (others.some(({ isBlocked }) => isBlocked)) fail("messages.blocked", { field: "handles" });
	await change(ctx, threadId, async (tx) => {
		const there = await listParticipants(tx, [threadId]);
		const taken = there.filter(({ state }) => state !== "left").map(({ personId }) => personId);
		const already = found.find((person) => taken.includes(person.id));
		if (already) fail("messages.already_there", { field: "handles", args: { name: already.name } });
		if (taken.length + ids.length > max)
			fail("messages.too_many_people", { field: "handles", args: { max } });
		const hadLeft = new Set(there.map(({ personId }) => personId));
		const added = others.map((other) => {
			const state = firstState(other);
			// Who has left once is asked before they are back.
			return {
				...other,
				state: state === "joined" && hadLeft.has(other.personId) ? "asked" : state,
			} as const;
		});
		await putParticipants(
			tx,
			added.map(({ personId, state }) => ({ threadId, personId, state, addedById: viewer.id })),
		);
		return added.map(({ personId, state }) => ({ kind: state === "joined" ? "added" : "asked", personId }));
	});
	return changed(ctx, threadId);
}

/** Takes somebody out of a group; they hear nothing more from the commit on. */
export async function removeParticipant(ctx: Context, id: string, handle: string): Promise<ConversationRow> {
	const viewer = requireViewer(ctx);
	const conversation = await requireConversation(ctx, id);
	const { id: threadId } = conversation;
	const all = await participantsByThread(ctx).load(threadId);
	const person = await findParticipant(ctx, all, handle);
	if (!person) fail("not_found");
	if (!canRemove(conversation, viewer.id, person)) fail("forbidden");
	await ctx.limiter("write", viewer.id);
	await change(ctx, threadId, async (tx) => {
		const gone = await changeState(
			tx,
			{ threadId, personId: person },
			["asked", "joined", "declined"],
			"left",
		);
		return gone ? [{ kind: "removed", personId: person }] : [];
	});
	await tellMailboxes(ctx, [person]);
	return changed(ctx, threadId);
}

export async function leaveConversation(ctx: Context, id: string): Promise<string> {
	const viewer = requireViewer(ctx);
	const conversation = await requireConversation(ctx, id);
	if (!canChangeGroup(conversation)) fail("forbidden");
	const { id: threadId } = conversation;
	await ctx.limiter("write", viewer.id);
	await change(ctx, threadId, async (tx) => {
		if (!(await changeState(tx, { threadId, personId: viewer.id }, ["joined"], "left"))) fail("not_found");
		await passOn(tx, threadId, viewer.id);
		return [{ kind: "left" }];
	});
	return id;
}

export async function nameConversation(ctx: Context, id: string, name: string): Promise<ConversationRow> {
	const viewer = requireViewer(ctx);
	const conversation = await requireConversation(ctx, id);
	if (!canChangeGroup(conversation)) fail("forbidden");
	const check = makeCheck();
	const title = check.line("name", name, { max: limits.conversation.name });
	check.done();
	await ctx.limiter("write", viewer.id);
	await change(ctx, conversation.id, async (tx) => {
		if (title === conversation.name) return [];
		await renameThread(tx, conversation.id, title || null);
		return [{ kind: "named", title }];
	});
	return changed(ctx, conversation.id);
}

async function findParticipant(
	ctx: Context,
	all: readonly Participant[],
	handle: string,
): Promise<number | null> {
	const people = await personById(ctx).loadMany(all.map(({ personId }) => personId));
	const at = people.findIndex((person) => person && "handle" in person && person.handle === handle);
	const found = all[at];
	return found && found.state !== "left" ? found.personId : null;
}
