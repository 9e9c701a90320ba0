import type { ThreadCard } from "@interurban/contract/events";
import { execute } from "../execute.ts";
import { Thread, ThreadChanges } from "../generated/operations.ts";
import type {
	ChangedPostFragment,
	ThreadCardFragment,
	ThreadQuery,
	WrittenPostFragment,
} from "../generated/types.ts";
import {
	type AnsweredPost,
	type ThreadChanges as Changes,
	type ThreadState,
	threadState,
} from "./thread-state.ts";
import type { Window } from "./threads.data.ts";

/** Rounds of changes that are fetched after an absence before the page is rather fetched anew. */
const mostRounds = 10;

/** What a page holds of a thread that it got. */
export function stateOf(data: ThreadQuery, window: Window): ThreadState | null {
	const { thread, viewer } = data;
	if (!thread) return null;
	const { id, version, postCount, posts } = thread;
	const { viewerCanPost, viewerCanModerate, viewerCanManage, viewerCanSummarise } = thread;
	const after = (posts[0]?.number ?? (window.after ?? 0) + 1) - 1;
	return threadState({
		...{ id, version, postCount, posts, after, card: cardOf(thread) },
		...{ viewerCanPost, viewerCanModerate, viewerCanManage, viewerCanSummarise },
		viewer: viewer?.handle ?? null,
		viewerId: viewer?.id,
	});
}

/**
 * Everything that changed since a version, put together from as many answers as it takes; null when it is too much.
 * @param run the door for operations
 */
export async function fetchChanges(id: string, since: number, run = execute): Promise<Changes | null> {
	const posts = new Map<number, Changes["posts"][number]>();
	let version = since;
	for (let round = 0; round < mostRounds; round++) {
		const { thread } = await run(ThreadChanges, { id, version });
		if (!thread) throw new Error("the thread is gone");
		const { changesSince: changes } = thread;
		for (const post of changes.posts) posts.set(post.number, post);
		version = changes.version;
		if (!changes.complete) continue;
		const card = cardOf(changes.thread);
		return { version, card, postCount: changes.postCount, posts: [...posts.values()] };
	}
	return null;
}

/** A page's posts anew. */
export async function fetchAnew(id: string, after: number, run = execute): Promise<ThreadState> {
	const window = { after, around: null };
	const state = stateOf(await run(Thread, { id, ...window, first: 50 }), window);
	if (!state) throw new Error("the thread is gone");
	return state;
}

/** What everybody sees above the posts; the rest of an answer is the reader's. */
function cardOf(thread: ThreadCardFragment): ThreadCard {
	const { title, slug, language, topic, place, closedAt, summaryHtml, summaryAt, solutions } = thread;
	return {
		...{ title, slug, language, closedAt, summaryHtml, summaryAt, solutions },
		topic: topic && { id: topic.id },
		place: place && { id: place.id },
		closedBy: thread.closedBy && named(thread.closedBy),
		summaryBy: thread.summaryBy && named(thread.summaryBy),
	};
}

const named = ({ handle, name }: { handle: string; name: string }) => ({ handle, name });

/** What a mutation answered, as the event that everybody else hears of it, with what only the reader is told. */
export function asEvent(written: WrittenPostFragment): AnsweredPost {
	const { thread, viewerReactions, viewerCanEdit: _, viewerCanDelete: __, ...post } = written;
	return { stream: `thread:${thread.id}`, version: post.version, post, viewerReactions };
}

/** The same where what stands above the posts may have changed too. */
export function asChange(changed: ChangedPostFragment): AnsweredPost {
	return { ...asEvent(changed), thread: cardOf(changed.thread) };
}
