import { challengeById } from "../challenges/challenges.ts";
import { type Context, defineLoader } from "../context.ts";
import { beforeUnread } from "../following/following.ts";
import type { Resolvers } from "../generated/resolvers.ts";
import { renderMarkdown } from "../markdown.ts";
import { refusalIn } from "../messages/messages.ts";
import { pageSize } from "../paging.ts";
import { personById } from "../people/people.ts";
import { placeById, readPlaceId } from "../places/places.ts";
import { practiceById } from "../practices/practices.ts";
import { slugOf } from "../slug.ts";
import { findTopic } from "../topics/topics.ts";
import { mentionsIn, postHtml, reachOf } from "./mentions.ts";
import { excerptOf } from "./post-card.ts";
import { listVersions } from "./post-history.ts";
import { findChanges, findPostsAt, listPosts, type PostRow } from "./posts.queries.ts";
import { deletePost, editPost, startThread, writePost } from "./posts.ts";
import { listWhoReacted } from "./reactions.queries.ts";
import { reactionsByPost, reactToPost } from "./reactions.ts";
import { closeThread, editThread, markSolution, summariseThread } from "./thread-changes.ts";
import type { ThreadRow } from "./threads.queries.ts";
import {
	canDeletePost,
	canEditPost,
	canManageThread,
	canModerate,
	canMoveThread,
	canPost,
	canReact,
	canSummarise,
} from "./threads.rules.ts";
import {
	findPostSince,
	findThread,
	listPostsOfPerson,
	listRecentThreads,
	postById,
	solutionsByThread,
	threadById,
	threadOfPractice,
} from "./threads.ts";

/** Changes that are answered at once. */
const mostChanges = 100;
/** People whose reactions to a post are named. */
const mostReactors = 100;

const keyOf = ({ threadId, number }: { threadId: number; number: number }) => `${threadId}/${number}`;

const postAt = defineLoader<string, PostRow | null>(async (ctx, keys) => {
	const places = keys.map((key) => {
		const [threadId, number] = key.split("/");
		return { threadId: Number(threadId), number: Number(number) };
	});
	const rows = new Map((await findPostsAt(ctx.db, places)).map((row) => [keyOf(row), row]));
	return keys.map((key) => rows.get(key) ?? null);
});

/** What was listed need not be fetched again as the post that another one answers. */
function known(ctx: Context, posts: PostRow[]): PostRow[] {
	for (const post of posts) postById(ctx).prime(post.id, post);
	return posts;
}

function page(
	thread: ThreadRow,
	range: { [name in "after" | "before" | "around" | "first"]?: number | null | undefined },
) {
	const first = pageSize(range.first);
	const position = (number: number) => Math.max(number, 0);
	if (range.before != null) return { before: position(range.before), first };
	if (range.around == null) return { after: position(range.after ?? 0), first };
	const number = Math.min(Math.max(range.around, 1), Math.max(thread.postCount, 1));
	return { after: Math.floor((number - 1) / first) * first, first };
}

async function theOne<T>(found: Promise<T | null>, what: string): Promise<T> {
	const one = await found;
	if (one === null) throw new Error(`${what} is not there`);
	return one;
}

const threadOf = (ctx: Context, post: PostRow): Promise<ThreadRow> =>
	theOne(threadById(ctx).load(post.threadId), "the thread of a post");

const mayStillWrite = async (ctx: Context, post: PostRow): Promise<boolean> =>
	(await refusalIn(ctx, await threadOf(ctx, post))) === null;

const ownReactions = async (ctx: Context, post: PostRow) =>
	(await mayStillWrite(ctx, post)) ? (await reactionsByPost(ctx).load(post.id)).own : null;

export const threadsResolvers: Resolvers = {
	Query: {
		thread: (_, { id }, ctx) => findThread(ctx, id),
		mentions: (_, { body }, ctx) => mentionsIn(ctx, body),
		postReach: (_, input, ctx) => reachOf(ctx, input),
		threads: (_, { topicId, placeId, ...page }, ctx) =>
			listRecentThreads(ctx, {
				...page,
				topicId: topicId ?? null,
				placeId: placeId ? (readPlaceId(placeId) ?? 0) : null,
			}),
	},
	Mutation: {
		startThread: (_, input, ctx) => startThread(ctx, input),
		writePost: (_, input, ctx) => writePost(ctx, input),
		editPost: (_, input, ctx) => editPost(ctx, input),
		deletePost: (_, input, ctx) => deletePost(ctx, input),
		reactToPost: (_, input, ctx) => reactToPost(ctx, input),
		markSolution: (_, input, ctx) => markSolution(ctx, input),
		editThread: (_, input, ctx) => editThread(ctx, input),
		closeThread: (_, input, ctx) => closeThread(ctx, input),
		summariseThread: (_, input, ctx) => summariseThread(ctx, input),
	},
	Thread: {
		slug: (thread) => slugOf(thread.title, thread.language),
		practice: (thread, _, ctx) =>
			thread.practiceId === null ? null : practiceById(ctx).load(thread.practiceId),
		challenge: (thread, _, ctx) =>
			thread.challengeId === null ? null : challengeById(ctx).load(thread.challengeId),
		topic: (thread) => (thread.topicId === null ? null : findTopic(thread.topicId)),
		place: (thread, _, ctx) => (thread.placeId === null ? null : placeById(ctx).load(thread.placeId)),
		asker: (thread, _, ctx) => (thread.askerId === null ? null : personById(ctx).load(thread.askerId)),
		closedBy: (thread, _, ctx) =>
			thread.closedById === null ? null : personById(ctx).load(thread.closedById),
		summary: (thread) => thread.summary ?? "",
		summaryHtml: (thread) => renderMarkdown(thread.summary ?? ""),
		summaryBy: (thread, _, ctx) =>
			thread.summaryById === null ? null : personById(ctx).load(thread.summaryById),
		solutions: (thread, _, ctx) => (thread.isSolved ? solutionsByThread(ctx).load(thread.id) : []),
		lastPost: (thread, _, ctx) =>
			thread.postCount ? postAt(ctx).load(keyOf({ threadId: thread.id, number: thread.postCount })) : null,
		posts: async (thread, { atUnread, ...range }, ctx) => {
			const first = pageSize(range.first);
			const chosen = atUnread
				? { after: await beforeUnread(ctx, thread, first), first }
				: page(thread, range);
			return known(ctx, await listPosts(ctx.db, thread.id, chosen));
		},
		post: (thread, { number }, ctx) => postAt(ctx).load(keyOf({ threadId: thread.id, number })),
		postSince: (thread, { day, timeZone }, ctx) => findPostSince(ctx, thread, day, timeZone ?? "UTC"),
		changesSince: async (thread, { version, first }, ctx) => {
			const changes = await findChanges(ctx.db, thread.id, version, pageSize(first, mostChanges));
			known(ctx, changes.posts);
			return changes;
		},
		viewerCanPost: async (thread, _, ctx) => canPost(ctx.viewer) && (await refusalIn(ctx, thread)) === null,
		viewerCanModerate: (thread, _, ctx) => canModerate(ctx.viewer, thread),
		viewerCanManage: (thread, _, ctx) => canManageThread(ctx.viewer, thread),
		viewerCanMove: (thread, _, ctx) => canMoveThread(ctx.viewer, thread),
		viewerCanSummarise: (thread, _, ctx) => canSummarise(ctx.viewer, thread),
	},
	ThreadChanges: {
		thread: (changes, _, ctx) =>
			theOne(threadById(ctx).clear(changes.threadId).load(changes.threadId), "the thread of changes"),
	},
	Mention: {
		person: ({ personId }, _, ctx) => (personId === null ? null : personById(ctx).load(personId)),
		candidates: ({ candidateIds }, _, ctx) =>
			Promise.all(candidateIds.map((id) => theOne(personById(ctx).load(id), "who may be meant"))),
	},
	Reactor: {
		person: (reactor, _, ctx) => theOne(personById(ctx).load(reactor.personId), "who reacted"),
	},
	Post: {
		thread: (post, _, ctx) => threadOf(ctx, post),
		html: (post, _, ctx) => postHtml(ctx, post.body),
		excerpt: (post) => excerptOf(post.body),
		author: (post, _, ctx) => theOne(personById(ctx).load(post.authorId), "the author of a post"),
		deleted: (post) => post.deletedAt !== null,
		replyTo: (post, _, ctx) => (post.replyToId === null ? null : postById(ctx).load(post.replyToId)),
		versions: (post, _, ctx) => listVersions(ctx, post),
		solution: (post) => post.solutionAt !== null,
		reactions: async (post, _, ctx) => (await reactionsByPost(ctx).load(post.id)).counts,
		reactors: (post, _, ctx) => listWhoReacted(ctx.db, post.id, mostReactors),
		viewerReactions: (post, _, ctx) => (canReact(ctx.viewer, post) ? ownReactions(ctx, post) : null),
		viewerCanEdit: (post, _, ctx) => canEditPost(ctx.viewer, post) && mayStillWrite(ctx, post),
		viewerCanDelete: (post, _, ctx) =>
			ctx.viewer !== null && threadOf(ctx, post).then((thread) => canDeletePost(ctx.viewer, post, thread)),
	},
	Practice: {
		thread: (practice, _, ctx) => theOne(threadOfPractice(ctx).load(practice.id), "the thread of a practice"),
	},
	Topic: {
		threads: (topic, page, ctx) => listRecentThreads(ctx, { ...page, topicId: topic.id }),
	},
	Place: {
		threads: (place, page, ctx) => listRecentThreads(ctx, { ...page, placeId: place.id }),
	},
	Person: {
		posts: (person, page, ctx) => listPostsOfPerson(ctx, person.id, page),
	},
};
