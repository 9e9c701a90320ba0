import type { ErrorCode } from "./errors.ts";

/** What the server tells a browser over its socket: cards that are the same for every viewer. */
export type ServerEvents = {
	"post.changed": (event: PostChanged) => void;
};

/** What a browser may ask of the server: to hear a room or no longer; never a write. */
export type ClientEvents = {
	join: (room: string, acknowledge: (answer: JoinAnswer) => void) => void;
	leave: (room: string) => void;
};

/** `version` is how far the room's thing has come: whoever holds less fetches the difference. */
export type JoinAnswer = { ok: true; version: number } | { ok: false; code: ErrorCode };

/**
 * A post was made, changed or deleted. `version` counts the changes of the thread one by one: a jump is a gap, which
 * is fetched; what is not above the version held is already known.
 */
export type PostChanged = { threadId: string; version: number; post: PostCard };

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
