import type { ErrorCode } from "./errors.ts";
import type { FollowLevel } from "./vocabulary.ts";

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
};

export type ServerEvents = StreamEvents & PersonNotices;

/** What a browser may ask of the server: to hear a stream or no longer; never a write. */
export type ClientEvents = {
	join: (stream: string, acknowledge: (answer: JoinAnswer) => void) => void;
	leave: (stream: string) => void;
};

/** `version` is how far the stream has come: whoever holds less fetches the difference. */
export type JoinAnswer = { ok: true; version: number } | { ok: false; code: ErrorCode };

/**
 * `version` counts the changes of a stream one by one: a jump is a gap, which is fetched; what is not above the version
 * held is already known.
 */
export type Change = { stream: string; version: number };

/** A post was made, changed or deleted. */
export type PostChanged = Change & { post: PostCard };

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
};

export type PostAuthor = {
	handle: string;
	name: string;
	organisation: { name: string } | null;
	place: { name: string } | null;
};
