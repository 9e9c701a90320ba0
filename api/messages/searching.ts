import type { Page } from "@interurban/db/keyset";
import { type Context, requireViewer } from "../context.ts";
import { readText } from "../input.ts";
import { pageSize, timeCursor } from "../paging.ts";
import { plainText } from "../posting.ts";
import { type PostRow, postById } from "../threads/threads.ts";
import { type ConversationRow, conversationById } from "./messages.ts";
import { type PassagePiece, passageOf, wordsOf } from "./passage.ts";
import { findMessages } from "./searching.queries.ts";

/** A message that was found, as it is put together for the one who looked. */
export type MessageHitRow = {
	conversation: ConversationRow;
	post: PostRow;
	words: readonly string[];
};

/** Messages in the viewer's own conversations that hold all words of a text, the latest first. */
export async function searchMessages(
	ctx: Context,
	question: { text: string; first?: number | null | undefined; after?: string | null | undefined },
): Promise<Page<MessageHitRow>> {
	if (!ctx.viewer) return { items: [], nextCursor: null };
	const viewer = requireViewer(ctx);
	await ctx.limiter("search", viewer.id);
	const words = wordsOf(readText(question.text).text);
	if (!words.length) return { items: [], nextCursor: null };
	const page = await findMessages(ctx.db, {
		...{ personId: viewer.id, words },
		...{ first: pageSize(question.first), after: timeCursor(question.after) },
	});
	const items = await Promise.all(
		page.items.map(async ({ id, threadId }) => {
			const [conversation, post] = await Promise.all([
				conversationById(ctx).load(threadId),
				postById(ctx).load(id),
			]);
			return conversation && post ? [{ conversation, post, words }] : [];
		}),
	);
	return { items: items.flat(), nextCursor: page.nextCursor };
}

/** What stands around the words that were looked for. */
export const passageIn = (hit: MessageHitRow): PassagePiece[] =>
	passageOf(plainText(hit.post.body), hit.words);
