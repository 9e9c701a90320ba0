import type { Resolvers } from "../generated/resolvers.ts";
import { conversationById } from "../messages/messages.ts";
import { threadById } from "../threads/threads.ts";
import { readClock } from "./following.queries.ts";
import {
	countOwnUnread,
	followingOf,
	listOwnInbox,
	markAllRead,
	markRead,
	markUnread,
	setThreadLevel,
	setTopicLevel,
	topicFollowingOf,
} from "./following.ts";

export const followingResolvers: Resolvers = {
	Query: {
		inbox: (_, options, ctx) => listOwnInbox(ctx, options),
	},
	Mutation: {
		markRead: (_, input, ctx) => markRead(ctx, input),
		markUnread: (_, input, ctx) => markUnread(ctx, input),
		markAllRead: (_, input, ctx) => markAllRead(ctx, input),
		setThreadLevel: (_, { threadId, level }, ctx) => setThreadLevel(ctx, { threadId, level: level ?? null }),
		setTopicLevel: (_, { topicId, level }, ctx) => setTopicLevel(ctx, { topicId, level: level ?? null }),
	},
	InboxPage: {
		asOf: (_, __, ctx) => readClock(ctx.db),
	},
	InboxEntry: {
		conversation: ({ threadId, reason }, _, ctx) =>
			reason === "conversation" ? conversationById(ctx).load(threadId) : null,
		thread: async ({ threadId }, _, ctx) => {
			const thread = await threadById(ctx).load(threadId);
			if (!thread) throw new Error("a thread of the inbox cannot be seen");
			return thread;
		},
	},
	Thread: {
		viewerFollowing: (thread, _, ctx) => followingOf(ctx, thread),
	},
	Topic: {
		viewerFollowing: (topic, _, ctx) => topicFollowingOf(ctx, topic.id),
	},
	Viewer: {
		unreadThreads: (_, __, ctx) => countOwnUnread(ctx),
	},
};
