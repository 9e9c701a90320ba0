import type { PostCard } from "@interurban/contract/events";
import type { Db } from "@interurban/db/client";
import type { Context } from "../context.ts";
import { renderMarkdown } from "../markdown.ts";
import { personById } from "../people/people.ts";
import { organisationById, placeById } from "../places/places.ts";
import { postHtml, postHtmlIn } from "./mentions.ts";
import type { PostRow } from "./posts.queries.ts";

const excerptLength = 140;

const entities: Record<string, string> = { lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" };

/** What a post says in its own words: the text of its HTML without quotations. */
export function plainText(body: string): string {
	let html = renderMarkdown(body);
	for (let before = ""; before !== html; ) {
		before = html;
		html = html.replace(/<blockquote>(?:(?!<\/?blockquote>)[\s\S])*<\/blockquote>/g, " ");
	}
	return html
		.replace(/<\/?(?:p|br|h\d|li|ul|ol|pre|t[rdh]|table|thead|tbody|hr)\b[^>]*>/g, " ")
		.replace(/<img\b[^>]*\balt="([^"]*)"[^>]*>/g, "$1")
		.replace(/<[^>]*>/g, "")
		.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => entities[name] ?? "")
		.replace(/\s+/g, " ")
		.trim();
}

/** How a post begins, in its own words; cut between words where that is possible. */
export function excerptOf(body: string): string {
	const text = plainText(body);
	const characters = [...text.slice(0, 4 * excerptLength)];
	if (characters.length <= excerptLength) return text;
	const cut = characters.slice(0, excerptLength).join("");
	return `${cut.replace(/\s+\S*$/, "")} …`;
}

/** What of a card is known once the post is stored: it, the post that it answers, and what readers said of it. */
type Stored = { post: PostRow; answered: PostRow | null; reactions: PostCard["reactions"] };

/**
 * Prepares what every viewer gets to see of a post, as far as it does not depend on the order of the thread; the rest is
 * filled in once the post is stored, with the answered post as it is at that moment.
 * @param post with the text that it will have
 */
export async function prepareCard(
	ctx: Context,
	post: Pick<PostRow, "authorId" | "body">,
	replyTo: Pick<PostRow, "authorId"> | null,
): Promise<(tx: Db, stored: Stored) => Promise<PostCard>> {
	const [author, answeredAuthor] = await Promise.all([
		personById(ctx).load(post.authorId),
		replyTo && personById(ctx).load(replyTo.authorId),
	]);
	if (!author) throw new Error("a post has no author");
	const [organisation, place] = await Promise.all([
		author.organisationId && organisationById(ctx).load(author.organisationId),
		author.placeId && placeById(ctx).load(author.placeId),
	]);
	const text = { html: await postHtml(ctx, post.body), excerpt: excerptOf(post.body) };
	return async (tx, { post: stored, answered, reactions }) => ({
		id: String(stored.id),
		number: stored.number,
		version: stored.version,
		...(stored.body === post.body
			? text
			: { html: await postHtmlIn(tx, stored.body), excerpt: excerptOf(stored.body) }),
		language: stored.language,
		author: {
			handle: author.handle,
			name: author.name,
			organisation: organisation ? { name: organisation.name } : null,
			place: place ? { name: place.name } : null,
		},
		replyTo: answered && {
			number: answered.number,
			excerpt: excerptOf(answered.body),
			deleted: answered.deletedAt !== null,
			author: { name: answeredAuthor?.name ?? "" },
		},
		createdAt: stored.createdAt.toISOString(),
		editedAt: stored.editedAt?.toISOString() ?? null,
		deleted: stored.deletedAt !== null,
		solution: stored.solutionAt !== null,
		reactions,
	});
}
