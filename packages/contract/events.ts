/** What the server tells a browser over its socket: cards that are the same for every viewer. */
export type ServerEvents = {
	/** A post was made, changed or deleted. `version` is the thread's; a jump of more than one is a gap to fetch. */
	"post.changed": (event: { threadId: string; version: number; post: PostCard }) => void;
	/** The person's session has ended: reload to be a visitor. */
	"session.ended": () => void;
};

/** What a browser may ask of the server: rooms only, never writes. */
export type ClientEvents = {
	join: (room: string, acknowledge: (answer: { ok: true } | { ok: false; code: string }) => void) => void;
	leave: (room: string) => void;
};

export type PostCard = {
	id: string;
	number: number;
	version: number;
	/** Sanitised HTML; empty once deleted. */
	html: string;
	language: string;
	author: { handle: string; name: string; place: string | null };
	replyTo: { id: string; number: number; authorName: string } | null;
	createdAt: string;
	editedAt: string | null;
	deletedAt: string | null;
};
