import { type Access, author, everyone, otherMembers, signedIn, staff } from "./access.roles.ts";

/** What people say to each other: threads, conversations, and what they have read. */
export const talk: Record<string, Access> = {
	Conversation: {
		at: "conversation(id: $conversation) { * }",
		fields: [
			[
				author,
				"id thread name direct others lastPost participants traces requested requestedBy unread refusal viewerCanChange",
			],
		],
	},
	ConversationPage: {
		at: "conversations { * }",
		fields: [
			[author, "items"],
			[everyone, "nextCursor"],
		],
	},
	ConversationTrace: {
		at: "conversation(id: $conversation) { traces { * } }",
		fields: [[author, "kind actor person name afterNumber createdAt"]],
	},
	MessageHit: {
		at: 'messages(text: "between us") { items { * } }',
		fields: [[author, "conversation post passage"]],
	},
	MessageHitPage: {
		at: 'messages(text: "between us") { * }',
		fields: [
			[author, "items"],
			[everyone, "nextCursor"],
		],
	},
	Participant: {
		at: "conversation(id: $conversation) { participants { * } }",
		fields: [[author, "person invited opener viewerCanRemove"]],
	},
	Post: {
		at: "thread(id: $thread) { posts { * } }",
		fields: [
			[
				everyone,
				"id thread number version body html excerpt language author createdAt editedAt deleted replyTo versions solution reactions reactors translation viewerCanTranslate viewerCanEdit viewerCanDelete",
			],
			[otherMembers, "viewerReactions"],
		],
	},
	Report: {
		at: "reports { items { * } }",
		fields: [
			[
				staff,
				"id reason details reporter author createdAt posts post closedAt closedBy note viewerCanSuspend authorSuspended",
			],
		],
	},
	ReportedPost: {
		at: "reports { items { posts { * } } }",
		fields: [[staff, "number author html createdAt reported"]],
	},
	ReportPage: { at: "reports(first: 1) { * }", fields: [[staff, "items nextCursor"]] },
	PostPage: { at: "person(handle: $handle) { posts { * } }", fields: [[everyone, "items nextCursor"]] },
	PostTranslation: {
		at: 'thread(id: $thread) { posts { translation(language: "de") { * } } }',
		fields: [[everyone, "language body html translator createdAt viewerCanEdit"]],
	},
	PostVersion: {
		at: "thread(id: $thread) { posts { versions { * } } }",
		fields: [[everyone, "number createdAt pieces"]],
	},
	ReactionCount: {
		at: "thread(id: $thread) { posts { reactions { * } } }",
		fields: [[everyone, "kind count"]],
	},
	Mention: { at: 'mentions(body: "@nobody") { * }', fields: [[signedIn, "typed person candidates"]] },
	Reactor: { at: "thread(id: $thread) { posts { reactors { * } } }", fields: [[everyone, "kind person"]] },
	InboxEntry: {
		at: "inbox { items { * } }",
		fields: [
			[author, "thread reason isUnread"],
			[[], "conversation"],
		],
	},
	InboxPage: {
		at: "inbox(first: 1) { * }",
		fields: [
			[author, "items nextCursor"],
			[everyone, "asOf"],
		],
	},
	ThreadFollowing: {
		at: "thread(id: $thread) { viewerFollowing { * } }",
		fields: [
			[signedIn, "version unread level isOwn"],
			[author, "readNumber"],
			// Nothing has been changed since it was read.
			[[], "recallNumber"],
		],
	},
	TopicFollowing: {
		at: 'topic(id: "composting") { viewerFollowing { * } }',
		fields: [[signedIn, "level isOwn"]],
	},
	Thread: {
		at: "thread(id: $thread) { * }",
		fields: [
			[signedIn, "viewerFollowing"],
			[
				everyone,
				"id slug private title language practice challenge topic place asker createdAt closedAt closedBy summary summaryHtml summaryBy summaryAt solutions version postCount lastPostAt lastPost posts post postSince changesSince viewerCanPost viewerCanModerate viewerCanManage viewerCanMove viewerCanSummarise",
			],
		],
	},
	ThreadChanges: {
		at: "thread(id: $thread) { changesSince(version: 0) { * } }",
		fields: [[everyone, "posts version complete postCount thread"]],
	},
	ThreadPage: { at: "threads { * }", fields: [[everyone, "items nextCursor"]] },
};
