import { createHash } from "node:crypto";
import { fail } from "@interurban/contract/errors";
import { limits } from "@interurban/contract/limits";
import type { Db } from "@interurban/db/client";
import { audit } from "../audit.ts";
import { type Context, requireViewer } from "../context.ts";
import { tellOfDraft } from "../drafts/drafts.ts";
import { noteMentioned, noteWritten } from "../following/following.ts";
import { makeCheck, parseId } from "../input.ts";
import { filesIn } from "../markdown.ts";
import { languageOf } from "../text-language.ts";
import { type AfterCommit, write } from "../write.ts";
import { replaceMentions } from "./mentions.queries.ts";
import { findMentioned } from "./mentions.ts";
import { plainText, prepareCard } from "./post-card.ts";
import { changePost, findVisiblePost, requireMayPost, tell, writeIn } from "./post-changes.ts";
import { emptyPost, findSent, type PostRow, replaceBody } from "./posts.queries.ts";
import { reactionsByPost } from "./reactions.ts";
import { insertPost } from "./storing.queries.ts";
import { readSubject, type SubjectInput } from "./thread-subject.ts";
import { threadSource } from "./threads.index.ts";
import { insertThread, type ThreadRow } from "./threads.queries.ts";
import { canDeletePost, canEditPost, canPost } from "./threads.rules.ts";
import { findThread, postById, threadById } from "./threads.ts";

/** Stores a post as the next one of its thread, and tells everybody who listens to that. */
export async function writePost(
	ctx: Context,
	input: {
		threadId: string;
		clientId: string;
		body: string;
		replyToId?: string | null | undefined;
		draftVersion?: number | null | undefined;
	},
): Promise<PostRow> {
	const viewer = requireViewer(ctx);
	const check = makeCheck();
	const clientId = check.uuid("clientId", input.clientId);
	const body = check.text("body", input.body, { max: limits.post, required: true });
	check.done();
	const replyToId = input.replyToId || null;
	return sendOnce(ctx, clientId, ["post", input.threadId, body, replyToId], async (sentHash) => {
		const thread = (await findThread(ctx, input.threadId)) ?? fail("not_found");
		await requireMayPost(ctx, thread);
		if (thread.closedAt) fail("threads.closed");
		const replyTo = replyToId === null ? null : await findAnswered(ctx, thread, replyToId);
		const mentionedIds = await findMentioned(ctx, body, thread);
		const { draftVersion: version } = input;
		const draft = version ? { key: `thread:${thread.id}:${viewer.handle}`, version } : null;
		const store = await preparePost(ctx, { clientId, sentHash, body, replyTo, mentionedIds, draft });
		const addressesNobody = !replyTo && !mentionedIds.length && !thread.private;
		return writeIn(ctx, thread, (tx, after) => store(tx, after, thread), {
			isOneStatement: addressesNobody && thread.postCount > 0 && !filesIn(body).length,
		});
	});
}

/**
 * Makes ready what everybody will get to see of a post by the viewer.
 * @returns a function that stores it as the next one of a thread, and has everybody who listens to that told
 */
export async function preparePost(
	ctx: Context,
	sent: {
		clientId: string;
		sentHash: string;
		body: string;
		replyTo: PostRow | null;
		mentionedIds?: readonly number[];
		draft?: { key: string; version: number } | null;
	},
): Promise<
	(tx: Db, after: AfterCommit, thread: Pick<ThreadRow, "id" | "topicId" | "private">) => Promise<PostRow>
> {
	const viewer = requireViewer(ctx);
	const { replyTo, mentionedIds = [], ...own } = sent;
	const language = languageOf(plainText(own.body), viewer.language);
	const card = await prepareCard(ctx, { authorId: viewer.id, body: own.body }, replyTo);
	return async (tx, after, thread) => {
		const replyToId = replyTo?.id ?? null;
		const stored = await insertPost(tx, {
			...{ ...own, threadId: thread.id, authorId: viewer.id, language, replyToId, authorWatches: true },
		});
		if (!stored) fail("threads.closed");
		const { post, watchVersion } = stored;
		reactionsByPost(ctx).prime(post.id, { postId: post.id, counts: [], own: [] });
		if (mentionedIds.length) await replaceMentions(tx, post.id, mentionedIds);
		const answeredId = replyTo?.authorId ?? null;
		await noteWritten(ctx, tx, after, { thread, post, watchVersion, answeredId, mentionedIds });
		await tell(tx, after, post, card, { isNew: true });
		const { draft } = own;
		if (draft) after.run(() => tellOfDraft(ctx, draft.key, null));
		return post;
	};
}

/** Opens a thread of its own with its first post. */
export async function startThread(
	ctx: Context,
	input: SubjectInput & { body: string; clientId: string },
): Promise<ThreadRow> {
	const viewer = requireViewer(ctx);
	let [clientId, body] = ["", ""];
	const subject = await readSubject(ctx, input, (check) => {
		clientId = check.uuid("clientId", input.clientId);
		body = check.text("body", input.body, { max: limits.post, required: true });
	});
	const { title, topicId, placeId } = subject;
	const post = await sendOnce(
		ctx,
		clientId,
		["thread", topicId, ...(placeId ? [String(placeId)] : []), title, body],
		async (sentHash) => {
			if (!canPost(viewer)) fail("forbidden");
			const language = languageOf(plainText(body), viewer.language);
			const mentionedIds = await findMentioned(ctx, body);
			return write(ctx, async (tx, after) => {
				const thread = {
					...subject,
					language: languageOf(`${title}\n${body}`, viewer.language),
					authorId: viewer.id,
				};
				const threadId = await insertThread(tx, thread);
				const stored = await insertPost(tx, {
					...{ threadId, authorId: viewer.id, clientId, sentHash, body, language, authorWatches: true },
				});
				if (!stored) throw new Error("a new thread is closed");
				const { post: first, watchVersion } = stored;
				if (mentionedIds.length) await replaceMentions(tx, first.id, mentionedIds);
				await noteWritten(ctx, tx, after, {
					thread: { id: threadId, topicId, private: false },
					...{ post: first, watchVersion, mentionedIds },
				});
				await threadSource.index(tx, [threadId]);
				return first;
			});
		},
	);
	return (await threadById(ctx).load(post.threadId)) ?? fail("not_found");
}

/** Gives one's own post another text. */
export async function editPost(ctx: Context, input: { id: string; body: string }): Promise<PostRow> {
	const viewer = requireViewer(ctx);
	const check = makeCheck();
	const body = check.text("body", input.body, { max: limits.post, required: true });
	check.done();
	const known = await findVisiblePost(ctx, input.id);
	await ctx.limiter("post", viewer.id);
	if (known.deletedAt) fail("posts.deleted");
	if (!canEditPost(viewer, known)) fail("forbidden");
	const of = (await threadById(ctx).load(known.threadId)) ?? fail("not_found");
	await requireMayPost(ctx, of);
	const mentionedIds = await findMentioned(ctx, body, of);
	const language = languageOf(plainText(body), viewer.language);
	return changePost(ctx, known, { body }, async (tx, before, { thread, after, takeVersion }) => {
		if (before.deletedAt) fail("posts.deleted");
		if (before.body === body) return before;
		const post = await replaceBody(tx, before, { body, language, version: await takeVersion() });
		const personIds = await replaceMentions(tx, post.id, mentionedIds);
		await noteMentioned(ctx, tx, after, { post, personIds });
		if (post.number === 1) await threadSource.index(tx, [thread.id]);
		return post;
	});
}

/**
 * Takes a post's text away; its number, author and times stay.
 * @param together is stored with it or not at all; the post stays as it is where it answers false
 */
export async function deletePost(
	ctx: Context,
	input: { id: string },
	together: (tx: Db) => Promise<boolean> = async () => true,
): Promise<PostRow> {
	const viewer = requireViewer(ctx);
	const known = await findVisiblePost(ctx, input.id);
	await ctx.limiter("post", viewer.id);
	const thread = (await threadById(ctx).load(known.threadId)) ?? fail("not_found");
	if (!canDeletePost(viewer, { ...known, deletedAt: null }, thread)) fail("forbidden");
	return changePost(ctx, known, { body: "" }, async (tx, before, { takeVersion }) => {
		if (!(await together(tx)) || before.deletedAt) return before;
		const post = await emptyPost(tx, before.id, await takeVersion());
		if (post.number === 1) await threadSource.index(tx, [thread.id]);
		if (viewer.id !== post.authorId)
			await audit(tx, { action: "post.removed", actorId: viewer.id, subject: `post:${post.id}` });
		return post;
	});
}

/**
 * Runs the work, which stores a post under the client id or fails. When the viewer sent the same before, answers what
 * came of that, whatever stands in the way today; a client id that stood for something else is refused.
 */
export async function sendOnce(
	ctx: Context,
	clientId: string,
	sent: readonly (string | null)[],
	work: (sentHash: string) => Promise<PostRow>,
): Promise<PostRow> {
	const viewer = requireViewer(ctx);
	const sentHash = createHash("sha256").update(JSON.stringify(sent)).digest("hex");
	try {
		await ctx.limiter("post", viewer.id);
		return await work(sentHash);
	} catch (error) {
		const before = await findSent(ctx.db, viewer.id, clientId);
		if (before?.sentHash === sentHash) return before.post;
		if (before) fail("posts.client_id_reused", { field: "clientId" });
		throw error;
	}
}

async function findAnswered(ctx: Context, thread: ThreadRow, id: string): Promise<PostRow> {
	const number = parseId(id);
	const post = number === null ? null : await postById(ctx).load(number);
	if (post?.threadId !== thread.id) fail("not_found", { field: "replyToId" });
	return post;
}
