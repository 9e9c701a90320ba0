import { encodeCursor, type Page } from "@interurban/db/keyset";
import { type Context, requireViewer } from "../context.ts";
import { parseId, readText } from "../input.ts";
import { pageSize, timeCursor } from "../paging.ts";
import { plainText } from "../posting.ts";
import { makeWordFinder } from "../search/search.ts";
import { type PostRow, postById } from "../threads/threads.ts";
import { type ConversationRow, conversationById } from "./messages.ts";
import { type PassagePiece, passageOf } from "./passage.ts";
import { type Candidate, findCandidates } from "./searching.queries.ts";

/** A message that was found, as it is put together for the one who looked. */
export type MessageHitRow = { conversation: ConversationRow; post: PostRow; passage: PassagePiece[] };

/** Messages that are looked at together, and at most for one page; a search that ends there goes on from its cursor. */
const batch = 100;
const mostBatches = 10;

/** Messages in the viewer's own conversations that hold all words of a text, the latest first. */
export async function searchMessages(
	ctx: Context,
	question: {
		text: string;
		conversationId?: string | null | undefined;
		author?: string | null | undefined;
		first?: number | null | undefined;
		after?: string | null | undefined;
	},
): Promise<Page<MessageHitRow>> {
	const nothing = { items: [], nextCursor: null };
	if (!ctx.viewer) return nothing;
	const viewer = requireViewer(ctx);
	await ctx.limiter("search", viewer.id);
	const finder = makeWordFinder(readText(question.text).text);
	const words = finder.beginnings();
	if (!words.length) return nothing;
	const first = pageSize(question.first);
	const hits: { candidate: Candidate; passage: PassagePiece[] }[] = [];
	let cursor = question.after ?? null;
	for (let round = 0; round < mostBatches && hits.length <= first; round++) {
		const page = await findCandidates(ctx.db, {
			...{ personId: viewer.id, words, first: batch, after: timeCursor(cursor) },
			threadId: question.conversationId ? (parseId(question.conversationId) ?? 0) : null,
			author: question.author || null,
		});
		for (const candidate of page.items) {
			const plain = plainText(candidate.body);
			const found = finder.find(plain, candidate.language);
			if (found) hits.push({ candidate, passage: passageOf(plain, found) });
		}
		cursor = page.nextCursor;
		if (cursor === null) break;
	}
	const shown = hits.slice(0, first);
	const last = shown.at(-1)?.candidate;
	const items = await Promise.all(
		shown.map(async ({ candidate, passage }) => {
			const [conversation, post] = await Promise.all([
				conversationById(ctx).load(candidate.threadId),
				postById(ctx).load(candidate.id),
			]);
			return conversation && post ? [{ conversation, post, passage }] : [];
		}),
	);
	return {
		items: items.flat(),
		nextCursor: hits.length > first && last ? encodeCursor([last.createdAt, last.id]) : cursor,
	};
}
