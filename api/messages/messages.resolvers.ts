import type { Resolvers } from "../generated/resolvers.ts";
import { personById } from "../people/people.ts";
import { threadById } from "../threads/threads.ts";
import { blockPerson, listBlocked, unblockPerson } from "./blocks.ts";
import { canChangeGroup, canRemove, refusalOf } from "./messages.rules.ts";
import {
	blockedByViewer,
	findConversation,
	lastPostByThread,
	listConversations,
	ownMailbox,
	participantsByThread,
	standingIn,
} from "./messages.ts";
import { listTraces } from "./participants.queries.ts";
import {
	acceptConversation,
	addParticipants,
	declineConversation,
	leaveConversation,
	listVisible,
	nameConversation,
	removeParticipant,
} from "./participants.ts";
import { searchMessages } from "./searching.ts";
import { startConversation } from "./starting.ts";

const refusals = {
	"messages.not_accepted": "not_accepted",
	"messages.waiting": "waiting",
	"messages.undeliverable": "undeliverable",
	"messages.blocked": "blocked",
} as const;

async function there<T>(found: Promise<T | null>): Promise<T> {
	const one = await found;
	if (one === null) throw new Error("a part of a conversation is not there");
	return one;
}

export const messagesResolvers: Resolvers = {
	Query: {
		conversation: (_, { id }, ctx) => findConversation(ctx, id),
		conversations: (_, { requests, ...page }, ctx) =>
			listConversations(ctx, { requests: requests ?? false, ...page }),
		messages: (_, question, ctx) => searchMessages(ctx, question),
	},
	Mutation: {
		startConversation: (_, input, ctx) => startConversation(ctx, input),
		acceptConversation: (_, { id }, ctx) => acceptConversation(ctx, id),
		declineConversation: (_, { id }, ctx) => declineConversation(ctx, id),
		addParticipants: (_, { id, ...sought }, ctx) => addParticipants(ctx, id, sought),
		removeParticipant: (_, { id, handle }, ctx) => removeParticipant(ctx, id, handle),
		leaveConversation: (_, { id }, ctx) => leaveConversation(ctx, id),
		nameConversation: (_, { id, name }, ctx) => nameConversation(ctx, id, name),
		blockPerson: (_, { handle }, ctx) => blockPerson(ctx, handle),
		unblockPerson: (_, { handle }, ctx) => unblockPerson(ctx, handle),
	},
	Conversation: {
		thread: ({ id }, _, ctx) => there(threadById(ctx).load(id)),
		direct: ({ pair }) => pair !== null,
		others: async (conversation, _, ctx) => {
			const all = await listVisible(ctx, conversation);
			const ids = all.map(({ participant }) => participant.personId).filter((id) => id !== ctx.viewer?.id);
			const people = await personById(ctx).loadMany(ids);
			return people.flatMap((person) => (person && "name" in person ? [person.name] : []));
		},
		lastPost: ({ id }, _, ctx) => lastPostByThread(ctx).load(id),
		participants: (conversation, _, ctx) => listVisible(ctx, conversation),
		traces: ({ id }, _, ctx) => listTraces(ctx.db, id),
		requested: ({ viewerState }) => viewerState === "asked",
		requestedBy: async ({ id }, _, ctx) => {
			const all = await participantsByThread(ctx).load(id);
			const by = all.find(({ personId }) => personId === ctx.viewer?.id)?.addedById;
			return by ? personById(ctx).load(by) : null;
		},
		refusal: async ({ id }, _, ctx) => {
			const standing = await standingIn(ctx).load(id);
			const code = standing && refusalOf(standing);
			return code && code in refusals ? refusals[code as keyof typeof refusals] : null;
		},
		viewerCanChange: (conversation) => canChangeGroup(conversation),
	},
	Participant: {
		person: ({ participant }, _, ctx) => there(personById(ctx).load(participant.personId)),
		invited: ({ participant }) => participant.state !== "joined",
		opener: ({ participant, conversation }) => participant.personId === conversation.authorId,
		viewerCanRemove: ({ participant, conversation }, _, ctx) =>
			ctx.viewer !== null && canRemove(conversation, ctx.viewer.id, participant.personId),
	},
	ConversationTrace: {
		actor: ({ actorId }, _, ctx) => there(personById(ctx).load(actorId)),
		person: ({ personId }, _, ctx) => (personId === null ? null : personById(ctx).load(personId)),
		name: ({ title }) => title,
	},
	Person: {
		viewerCanMessage: (person, _, ctx) =>
			ctx.viewer !== null && ctx.viewer.id !== person.id && person.suspendedAt === null,
		viewerHasBlocked: (person, _, ctx) => blockedByViewer(ctx).load(person.id),
	},
	Viewer: {
		unreadMessages: async (_, __, ctx) => (await ownMailbox(ctx)).unread,
		messagesVersion: async (_, __, ctx) => (await ownMailbox(ctx)).version,
		blockedPeople: (_, __, ctx) => listBlocked(ctx),
	},
};
