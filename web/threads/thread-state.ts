import type {
	PostCard,
	PostChanged,
	ReactionGiven,
	ThreadCard,
	ThreadChanged,
} from "@interurban/contract/events";
import { type ReactionKind, reactionKinds } from "@interurban/contract/vocabulary";

/** A post as a page holds it: what everybody sees, and what the reader may do with it. */
export type HeldPost = Omit<PostCard, "excerpt"> & {
	/** Null when the reader may not say anything of it. */
	viewerReactions: readonly ReactionKind[] | null;
	viewerCanEdit: boolean;
	viewerCanDelete: boolean;
};

/** What a page's own mutation answered: as the event, with what the reader said of the post by now. */
export type AnsweredPost = PostChanged & { viewerReactions: HeldPost["viewerReactions"] };

/** What a page may hear of a thread. */
export type ThreadEvent = PostChanged | AnsweredPost | ThreadChanged;

/** What a page holds of a thread: its counters, and an unbroken run of its posts. */
export type ThreadState = {
	id: string;
	version: number;
	postCount: number;
	/** The number before the first post of the run. */
	after: number;
	posts: readonly HeldPost[];
	/** What stands above the posts. */
	card: ThreadCard;
	/** Handle of the reader; null for a visitor. */
	viewer: string | null;
	/** Names the reader's own stream. */
	viewerId?: string | undefined;
	viewerCanPost: boolean;
	viewerCanModerate: boolean;
	viewerCanManage: boolean;
	viewerCanSummarise: boolean;
};

/** What the server answers to `changesSince`. */
export type ThreadChanges = {
	version: number;
	postCount: number;
	card: ThreadCard;
	posts: readonly (HeldPost & { excerpt: string })[];
};

/** The number of the last post that is held. */
export function lastNumber(state: Pick<ThreadState, "posts" | "after">): number {
	return state.posts.at(-1)?.number ?? state.after;
}

/** Whether the run reaches the end of the thread, so that new posts belong to it. */
export function isAtEnd(state: ThreadState): boolean {
	return lastNumber(state) >= state.postCount;
}

/** Posts of a run after which its first ones are let go, and how many are kept then. */
const longest = { run: 300, kept: 200 };

/** What is held by a page that has been open for long: without the first posts of a very long run. */
export function withoutOldest(state: ThreadState): ThreadState {
	if (state.posts.length <= longest.run) return state;
	const posts = state.posts.slice(-longest.kept);
	return { ...state, posts, after: (posts[0]?.number ?? 1) - 1 };
}

/**
 * A thread as a page got it. Its posts were read after its counters: they may be newer, which does no harm, because an
 * event about what is known already changes nothing.
 */
export function threadState(from: ThreadState): ThreadState {
	return { ...from, postCount: Math.max(from.postCount, lastNumber(from)) };
}

/**
 * The next event. The author's own page applies the answer to its mutation in the same way.
 * @param event of the version that follows on the one held; any other is none of this function's business
 */
export function applyEvent(state: ThreadState, event: ThreadEvent): ThreadState {
	const { version, thread: card = state.card } = event;
	if (!("post" in event)) return apply(state, { version, card, postCount: 0, posts: [] });
	const held = state.posts.find((post) => post.number === event.post.number);
	return apply(state, {
		...{ version, card, postCount: event.post.number },
		posts: [asHeld(state, event, held)],
	});
}

/** All changes since the version held, or since an earlier one; older ones than that are known already. */
export function applyChanges(state: ThreadState, changes: ThreadChanges): ThreadState {
	return changes.version > state.version ? apply(state, changes) : state;
}

function apply(state: ThreadState, changes: ThreadChanges): ThreadState {
	const changed = new Map(changes.posts.map((post) => [post.number, post]));
	const run = state.posts.map((post) => {
		const newer = changed.get(post.number);
		return newer && newer.version >= post.version ? withoutExcerpt(newer) : post;
	});
	if (isAtEnd(state))
		for (let next = changed.get(lastNumber(state) + 1); next; next = changed.get(next.number + 1))
			run.push(withoutExcerpt(next));
	return {
		...state,
		version: changes.version,
		card: changes.card,
		postCount: Math.max(state.postCount, changes.postCount),
		posts: run.map((post) => {
			const answered = post.replyTo && changed.get(post.replyTo.number);
			return answered ? { ...post, replyTo: asAnswered(answered) } : post;
		}),
	};
}

const asAnswered = ({ number, excerpt, deleted, author }: PostCard): HeldPost["replyTo"] => ({
	...{ number, excerpt, deleted, author: { name: author.name } },
});

function withoutExcerpt({ excerpt: _, ...post }: HeldPost & { excerpt: string }): HeldPost {
	return post;
}

/** Events are the same for every reader; what this one may do and did follows from what the server said of the thread. */
function asHeld(
	state: ThreadState,
	event: PostChanged | AnsweredPost,
	held: HeldPost | undefined,
): HeldPost & { excerpt: string } {
	const { post } = event;
	const isOwn = post.author.handle === state.viewer;
	const first = {
		viewerReactions: state.viewerCanPost && !isOwn ? [] : null,
		viewerCanEdit: isOwn && state.viewerCanPost,
		viewerCanDelete: isOwn || state.viewerCanModerate,
	};
	const { viewerReactions, viewerCanEdit, viewerCanDelete } = held ?? first;
	const said =
		"viewerReactions" in event ? event.viewerReactions : withReaction(state, viewerReactions, event.reaction);
	return {
		...post,
		viewerReactions: post.deleted ? null : said,
		viewerCanEdit: viewerCanEdit && !post.deleted,
		viewerCanDelete: viewerCanDelete && !post.deleted,
	};
}

/** What the reader said of a post, after a reaction of somebody: perhaps theirs, on another page. */
function withReaction(
	state: ThreadState,
	own: HeldPost["viewerReactions"],
	reaction: ReactionGiven | undefined,
): HeldPost["viewerReactions"] {
	if (!own || reaction?.handle !== state.viewer) return own;
	return reactionKinds.filter((kind) => (kind === reaction?.kind ? reaction.given : own.includes(kind)));
}
