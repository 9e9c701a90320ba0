import { fail } from "@interurban/contract/errors";
import type { ReactionGiven } from "@interurban/contract/events";
import type { Db } from "@interurban/db/client";
import type { Context } from "../context.ts";
import { parseId } from "../input.ts";
import { refusalIn, tellParticipants } from "../messages/messages.ts";
import { indexPeople } from "../people/people.ts";
import { inTurn } from "../turns.ts";
import { type AfterCommit, write } from "../write.ts";
import { prepareCard } from "./post-card.ts";
import { findPosts, lockThread, type PostRow, takeVersion } from "./posts.queries.ts";
import { listReactions } from "./reactions.queries.ts";
import { readThreadCard } from "./thread-card.ts";
import type { ThreadRow } from "./threads.queries.ts";
import { canPost } from "./threads.rules.ts";
import { postById, solutionsByThread, streamOf, threadById } from "./threads.ts";

type InThread = { thread: ThreadRow; after: AfterCommit; takeVersion: () => Promise<number> };

/**
 * Changes a post in the order of its thread: nobody else changes anything there between the look at the post and the
 * commit. Work that leaves the post's version alone has changed nothing and is not told of.
 * @param to what the post will say
 */
export async function changePost(
	ctx: Context,
	known: PostRow,
	to: { body: string; reaction?: ReactionGiven },
	work: (tx: Db, before: PostRow, of: InThread) => Promise<PostRow>,
): Promise<PostRow> {
	const [replyTo, thread] = await Promise.all([
		known.replyToId ? postById(ctx).load(known.replyToId) : null,
		threadById(ctx).load(known.threadId),
	]);
	if (!thread) fail("not_found");
	const card = await prepareCard(ctx, { authorId: known.authorId, body: to.body }, replyTo);
	const post = await writeIn(ctx, thread, async (tx, after) => {
		await lockThread(tx, thread.id);
		const [before] = await findPosts(tx, [known.id]);
		if (!before) throw new Error("a post is gone");
		const changed = await work(tx, before, { thread, after, takeVersion: () => takeVersion(tx, thread.id) });
		if (changed.version === before.version) return before;
		const isListed = changed.solutionAt !== null || before.solutionAt !== null;
		if (isListed && !to.reaction) await indexPeople(tx, [changed.authorId], { isNews: false });
		await tell(tx, after, changed, card, { isListed, reaction: to.reaction });
		return changed;
	});
	postById(ctx).clear(post.id).prime(post.id, post);
	for (const loader of [threadById, solutionsByThread]) loader(ctx).clear(post.threadId);
	return post;
}

/**
 * Everybody who listens to the thread gets to know of a post, once it is stored.
 * @param more.isNew nobody can have said anything of it
 * @param more.isListed whether the thread's own card shows something of it
 */
export async function tell(
	tx: Db,
	after: AfterCommit,
	post: PostRow,
	card: Awaited<ReturnType<typeof prepareCard>>,
	more: { isNew?: boolean; isListed?: boolean; reaction?: ReactionGiven | undefined } = {},
): Promise<void> {
	const [answered = null] = post.replyToId ? await findPosts(tx, [post.replyToId]) : [];
	const [said] = more.isNew ? [] : await listReactions(tx, [post.id], null);
	after.emit("post.changed", {
		stream: streamOf(post.threadId),
		version: post.version,
		post: await card(tx, { post, answered, reactions: said?.counts ?? [] }),
		...(more.isListed ? { thread: await readThreadCard(tx, post.threadId) } : {}),
		...(more.reaction ? { reaction: more.reaction } : {}),
	});
}

/** A transaction in a thread, after those that are under way there. */
export function writeIn<T>(
	ctx: Context,
	thread: Pick<ThreadRow, "id" | "private">,
	work: (tx: Db, after: AfterCommit) => Promise<T>,
	options: Parameters<typeof write>[2] = {},
): Promise<T> {
	const told: typeof work = (tx, after) => {
		if (thread.private) after.run(() => void tellParticipants(ctx, thread.id));
		return work(tx, after);
	};
	return inTurn(streamOf(thread.id), () => write(ctx, told, options));
}

/** Refuses whom the thread does not let write. */
export async function requireMayPost(ctx: Context, thread: ThreadRow): Promise<void> {
	if (!canPost(ctx.viewer)) fail("forbidden");
	const refusal = await refusalIn(ctx, thread);
	if (refusal) fail(refusal);
}

/** The post of an id, in a thread that may be seen. */
export async function findVisiblePost(ctx: Context, id: string): Promise<PostRow> {
	const number = parseId(id);
	const post = number === null ? null : await postById(ctx).load(number);
	const isVisible = post !== null && (await threadById(ctx).load(post.threadId)) !== null;
	return isVisible ? post : fail("not_found");
}
