import { query } from "@solidjs/router";
import { execute } from "../execute.ts";
import {
	ManagedThread as ManagedThreadOperation,
	PostHistory as PostHistoryOperation,
	PostPreview,
	PostSince,
	PostText,
	Reactors,
	Thread,
	ThreadPlaceName,
	Threads,
	TopicName,
} from "../generated/operations.ts";
import type { ManagedThreadQuery, ThreadQuery } from "../generated/types.ts";

/** Posts on a page of a discussion. */
export const pageLength = 20;

/** Which posts of a thread: those after a number, the page that holds one, or from where the reader left off. */
export type Window = { after: number | null; around: number | null; atUnread?: boolean };

export type FetchedThread = NonNullable<ThreadQuery["thread"]>;

export const getThread = query(
	(id: string, { after, around, atUnread = false }: Window) =>
		execute(Thread, { id, after, around, atUnread, first: pageLength }),
	"thread",
);

export const getThreads = query(
	(of: { topicId: string | null; placeId: string | null }, after: string | null) =>
		execute(Threads, { ...of, after }),
	"threads",
);

/** The place by which threads are narrowed, or to which a new one belongs; null as for topics. */
export const getThreadPlace = query(
	async (id: string | null) => (id ? (await execute(ThreadPlaceName, { id })).place : null),
	"thread-place",
);

/** Who said what of a post. The version asks anew when the post has changed. */
export const getReactors = query(async (threadId: string, number: number, _version: number) => {
	const { thread } = await execute(Reactors, { threadId, number });
	return thread?.post?.reactors ?? [];
}, "reactors");

/** What a post said at first and after each change; null when it is not there. */
export const getPostHistory = query(async (threadId: string, number: number) => {
	const { thread } = await execute(PostHistoryOperation, { threadId, number });
	return thread?.post ? { thread, post: thread.post } : null;
}, "post-history");

export type PostHistory = NonNullable<Awaited<ReturnType<typeof getPostHistory>>>;

export type ManagedThread = NonNullable<ManagedThreadQuery["thread"]>;

/** A thread for those who may change what stands above its posts. */
export const getManagedThread = query(
	async (id: string) => (await execute(ManagedThreadOperation, { id })).thread,
	"managed-thread",
);

/** The topic by which threads are narrowed; null when none is asked for or there is none of that id. */
export const getThreadTopic = query(
	async (id: string | null) => (id ? (await execute(TopicName, { id })).topic : null),
	"thread-topic",
);

/** A post as it was written, for changing or quoting it; null when it is not there. */
export const getPostText = query(async (threadId: string, number: number) => {
	const { thread } = await execute(PostText, { threadId, number });
	return thread?.post ? { ...thread.post, private: thread.private } : null;
}, "post-text");

/** What a text will look like as a post, and who hears of it. */
export const getPostPreview = query(async (threadId: string, body: string) => {
	const { renderMarkdown, ...preview } = await execute(PostPreview, { threadId, body });
	return { html: renderMarkdown[0] ?? "", ...preview };
}, "post-preview");

/** The number of the first post from a day on, for an address with `?at=2026-05-01`; null when that means nothing. */
export const getNumberSince = query(async (threadId: string, day: string, timeZone: string) => {
	const { thread } = await execute(PostSince, { threadId, day, timeZone });
	return thread?.postSince?.number ?? null;
}, "post-since");

/** Which posts an address asks for: `?after=20`, `?post=12` with those around it, or `?at=unread`. */
export function windowIn(
	query: Readonly<Record<string, string | string[] | undefined>>,
	otherwise?: Window,
): Window {
	const number = (name: string) => {
		const value = query[name];
		return typeof value === "string" && /^\d{1,9}$/.test(value) ? Number(value) : null;
	};
	const around = number("post");
	if (query.at === "unread") return { around: null, after: null, atUnread: true };
	if (otherwise && around === null && number("after") === null) return otherwise;
	return { around, after: around === null ? number("after") : null };
}

/** The id in the `{id}-{slug}` of an address. */
export function idIn(idslug: string | undefined): string {
	return /^\d+/.exec(idslug ?? "")?.[0] ?? "0";
}

/** The address of a thread; conversations have theirs. */
export function threadPath(thread: { id: string; slug: string; private?: boolean }): string {
	if (thread.private) return `/messages/${thread.id}`;
	return `/threads/${thread.id}${thread.slug ? `-${thread.slug}` : ""}`;
}

/** The permanent address of a post. */
export function postPath(thread: { id: string; slug: string; private?: boolean }, number: number): string {
	return `${threadPath(thread)}?post=${number}#post-${number}`;
}

/** Where a reader goes on in a thread: at the first post that they have not seen. */
export function unreadPath(path: string): string {
	return `${path}?at=unread#new`;
}
