import { ancestorsOf } from "@interurban/concepts/concepts";
import { fail } from "@interurban/contract/errors";
import { limits } from "@interurban/contract/limits";
import type { Db } from "@interurban/db/client";
import { type Context, defineLoader, requireViewer } from "../context.ts";
import { renderMarkdown } from "../markdown.ts";
import { countReach, findNamed, findNamesakes, type Named } from "./mentions.queries.ts";
import { linkMentions, mentionedIn, typedIn } from "./mentions.rules.ts";
import { findThread } from "./threads.ts";

/** Handles in one text that are looked up: more are not linked, and not accepted in a new post. */
const mostLinked = 4 * limits.mentions;

const namedByHandle = defineLoader<string, Named | null>(async (ctx, handles) => {
	const found = new Map((await findNamed(ctx.db, handles)).map((person) => [person.handle, person]));
	return handles.map((handle) => found.get(handle) ?? null);
});

const escaped: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function link(html: string, people: readonly (Named | null)[]): string {
	const named = people.filter((person) => person !== null);
	const asHtml = (name: string) => name.replace(/[&<>"]/g, (sign) => escaped[sign] ?? sign);
	return linkMentions(html, new Map(named.map(({ handle, name }) => [handle, asHtml(name)])));
}

const looked = (html: string) => mentionedIn(html, { quoted: true }).slice(0, mostLinked);

/** A post's Markdown as sanitised HTML, in which the people it mentions are links with their names. */
export function postHtml(ctx: Context, body: string): string | Promise<string> {
	const html = renderMarkdown(body);
	const handles = looked(html);
	if (!handles.length) return html;
	const named = handles.map((handle) => namedByHandle(ctx).load(handle));
	return Promise.all(named).then((people) => link(html, people));
}

/** The same in a transaction, for a text that was not known before it. */
export async function postHtmlIn(tx: Db, body: string): Promise<string> {
	const html = renderMarkdown(body);
	const handles = looked(html);
	return handles.length ? link(html, await findNamed(tx, handles)) : html;
}

/** Refuses a text that mentions very many people; else answers their handles. */
export function requireFewMentions(body: string): string[] {
	const handles = mentionedIn(renderMarkdown(body));
	if (handles.length > limits.mentions)
		fail("posts.too_many_mentions", {
			field: "body",
			args: { max: limits.mentions, count: handles.length },
		});
	return handles;
}

/** The people whom a text mentions, if they are not too many. In conversations all hear of everything anyway: nobody. */
export async function findMentioned(
	ctx: Context,
	body: string,
	thread: { private: boolean } = { private: false },
): Promise<number[]> {
	const handles = requireFewMentions(body);
	if (thread.private) return [];
	const found = await Promise.all(handles.map((handle) => namedByHandle(ctx).load(handle)));
	return found.flatMap((person) => person?.id ?? []);
}

/** Something behind an at sign: somebody's handle, or what some people are called. */
export type MentionRow = { typed: string; personId: number | null; candidateIds: readonly number[] };

const mostCandidates = 5;

/** Whom a text of the viewer's names, or may mean. */
export async function mentionsIn(ctx: Context, body: string): Promise<MentionRow[]> {
	const viewer = requireViewer(ctx);
	await ctx.limiter("suggest", viewer.id);
	const names = typedIn(renderMarkdown(body.slice(0, limits.post))).slice(0, limits.mentions);
	return Promise.all(
		names.map(async (typed) => {
			const named = await namedByHandle(ctx).load(typed.toLowerCase());
			const candidateIds = named ? [] : await findNamesakes(ctx.db, typed, mostCandidates);
			return { typed, personId: named?.id ?? null, candidateIds };
		}),
	);
}

/** How many people a post of the viewer's would call upon in a thread: those whom it mentions, and those who watch that. */
export async function reachOf(ctx: Context, input: { threadId: string; body: string }): Promise<number> {
	const viewer = requireViewer(ctx);
	await ctx.limiter("suggest", viewer.id);
	const thread = (await findThread(ctx, input.threadId)) ?? fail("not_found");
	const { topicId } = thread;
	return countReach(ctx.db, {
		...{ threadId: thread.id, private: thread.private, authorId: viewer.id },
		topicIds: topicId ? [topicId, ...ancestorsOf(topicId).map(({ id }) => id)] : [],
		namedIds: await findMentioned(ctx, input.body.slice(0, limits.post), thread),
	});
}
