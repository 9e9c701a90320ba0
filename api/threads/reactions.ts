import { fail } from "@interurban/contract/errors";
import type { ReactionKind } from "@interurban/contract/vocabulary";
import { type Context, defineLoader, requireViewer } from "../context.ts";
import { changePost, findVisiblePost, requireMayPost } from "./post-changes.ts";
import { type PostRow, touchPost } from "./posts.queries.ts";
import { listReactions, type ReactionsRow, setReaction } from "./reactions.queries.ts";
import { canReact } from "./threads.rules.ts";
import { threadById } from "./threads.ts";

/** What was said of posts with one press, by post. */
export const reactionsByPost = defineLoader<number, ReactionsRow>(async (ctx, postIds) => {
	const rows = await listReactions(ctx.db, postIds, ctx.viewer?.id ?? null);
	const byPost = new Map(rows.map((row) => [row.postId, row]));
	return postIds.map((postId) => byPost.get(postId) ?? { postId, counts: [], own: [] });
});

/** Says something of somebody else's post, or takes it back. What is so already changes nothing. */
export async function reactToPost(
	ctx: Context,
	input: { id: string; kind: ReactionKind; given: boolean },
): Promise<PostRow> {
	const viewer = requireViewer(ctx);
	const known = await findVisiblePost(ctx, input.id);
	await ctx.limiter("react", viewer.id);
	if (known.deletedAt) fail("posts.deleted");
	if (!canReact(viewer, known)) fail("forbidden");
	await requireMayPost(ctx, (await threadById(ctx).load(known.threadId)) ?? fail("not_found"));
	const { kind, given } = input;
	const reaction = { handle: viewer.handle, kind, given };
	const post = await changePost(ctx, known, { body: known.body, reaction }, async (tx, before, of) => {
		if (before.deletedAt) fail("posts.deleted");
		const isChanged = await setReaction(tx, { postId: before.id, personId: viewer.id, kind }, given);
		return isChanged ? touchPost(tx, before.id, await of.takeVersion()) : before;
	});
	reactionsByPost(ctx).clear(post.id);
	return post;
}
