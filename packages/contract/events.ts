import type { ErrorCode } from "./errors.ts";
import type { FollowLevel, ReactionKind } from "./vocabulary.ts";

/**
 * What the server tells a browser over its socket: cards that are the same for every viewer. Every event names the stream
 * whose listeners hear it, e.g. `thread:12`.
 */
export type StreamEvents = {
	"post.changed": (event: PostChanged) => void;
	/** Who takes part in a conversation, or its name, has changed: for those who take part. */
	"conversation.changed": (event: Change) => void;
	/** Something has changed in somebody's conversations; for them alone, in `messages:12`. */
	"messages.changed": (event: MessagesChanged) => void;
	/** Somebody has read a thread, or follows it otherwise; for them alone, in `person:12`. */
	"reading.changed": (event: ReadingChanged) => void;
	"thread.changed": (event: ThreadChanged) => void;
	/** Nothing new as such: whoever holds less has missed something. */
	"stream.reached": (event: Change) => void;
};

/**
 * What people are told one by one, in their own streams, and that has no version: it only says what to look at again.
 * `stream` is `person` for all of them.
 */
export type PersonNotices = {
	/** There is something to read in a thread. */
	"inbox.changed": (notice: { stream: "person"; threadId: string }) => void;
	/** One of their drafts was saved, sent or thrown away, perhaps on another device; `version` is null when it may be gone. */
	"draft.changed": (notice: { stream: "person"; key: string; version: number | null }) => void;
};

/** What passes: nobody has missed anything who did not hear it. */
export type PassingEvents = {
	/** Somebody is writing, or no longer. It ends by itself when it is not said again. */
	typing: (event: { stream: string; handle: string; name: string; isTyping: boolean }) => void;
};

export type ServerEvents = StreamEvents & PersonNotices & PassingEvents;

/** What a browser may ask of the server: to hear a stream or no longer, and to say that somebody writes; never a write. */
export type ClientEvents = {
	join: (stream: string, acknowledge: (answer: JoinAnswer) => void) => void;
	leave: (stream: string) => void;
	typing: (stream: string, isTyping: boolean) => void;
};

/** `version` is how far the stream has come: whoever holds less fetches the difference. */
export type JoinAnswer = { ok: true; version: number } | { ok: false; code: ErrorCode };

/**
 * `version` counts the changes of a stream one by one: a jump is a gap, which is fetched; what is not above the version
 * held is already known.
 */
export type Change = { stream: string; version: number };

/**
 * A post was made, changed or deleted. With the thread's card where that changes too, and with what was said of the post by
 * a reaction, by which other pages of the same reader know that it was theirs.
 */
export type PostChanged = Change & { post: PostCard; thread?: ThreadCard; reaction?: ReactionGiven };

/** What stands above the posts was changed. */
export type ThreadChanged = Change & { thread: ThreadCard };

export type ReactionGiven = { handle: string; kind: ReactionKind; given: boolean };

/** A thread as everybody may see it, without its posts. */
export type ThreadCard = {
	title: string;
	slug: string;
	/** BCP 47, of the title. */
	language: string;
	topic: { id: string } | null;
	place: { id: string } | null;
	/** ISO 8601; null while it is open. */
	closedAt: string | null;
	closedBy: Named | null;
	/** What came of it, as sanitised HTML; empty where nobody has said so. */
	summaryHtml: string;
	summaryBy: Named | null;
	summaryAt: string | null;
	/** The posts that solve what it asks, by their numbers. */
	solutions: { number: number; excerpt: string; author: { name: string } }[];
};

type Named = { handle: string; name: string };

/** `unread` is in how many conversations there is something to read, requests among them. */
export type MessagesChanged = Change & { unread: number };

/** How far they have read a thread now; `readNumber` is null when they have not opened it. */
export type ReadingChanged = Change & {
	threadId: string;
	readNumber: number | null;
	level: FollowLevel;
	/** Whether the level was chosen for this thread. */
	isOwn: boolean;
};

/** A post as everybody may see it; a page gets the same of the API. */
export type PostCard = {
	id: string;
	/** Position in the thread, from 1. */
	number: number;
	/** The thread's version at the last change of this post. */
	version: number;
	/** Sanitised HTML; empty once deleted. */
	html: string;
	/** How it begins, as plain text. */
	excerpt: string;
	/** BCP 47. */
	language: string;
	author: PostAuthor;
	replyTo: { number: number; excerpt: string; deleted: boolean; author: { name: string } } | null;
	/** ISO 8601. */
	createdAt: string;
	editedAt: string | null;
	deleted: boolean;
	/** Whether it solves what the thread asks. */
	solution: boolean;
	/** How many said what of it; in the order of the vocabulary, without those that nobody said. */
	reactions: { kind: ReactionKind; count: number }[];
};

export type PostAuthor = {
	handle: string;
	name: string;
	organisation: { name: string } | null;
	place: { name: string } | null;
};
