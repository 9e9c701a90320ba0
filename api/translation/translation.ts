import { fail } from "@interurban/contract/errors";
import { isLanguage, type Language } from "@interurban/contract/languages";
import { limits } from "@interurban/contract/limits";
import { audit } from "../audit.ts";
import { type Context, defineLoader, requireViewer } from "../context.ts";
import { makeCheck, parseId } from "../input.ts";
import { languageOf } from "../text-language.ts";
import { type PostRow, postById, type ThreadRow, threadById } from "../threads/threads.ts";
import { inTurn } from "../turns.ts";
import { write } from "../write.ts";
import { translateText } from "./translate-text.ts";
import {
	deleteTranslation,
	findTranslations,
	lockPost,
	type PostTranslationRow,
	putTranslation,
} from "./translation.queries.ts";
import { canEditTranslation, canTranslate } from "./translation.rules.ts";

type Key = { postId: number; language: string };
const keyOf = ({ postId, language }: Key) => `${postId} ${language}`;

const loader = defineLoader<string, PostTranslationRow | null>(async (ctx, keys) => {
	const of = keys.map((key): Key => {
		const [postId, language = ""] = key.split(" ");
		return { postId: Number(postId), language };
	});
	const rows = new Map((await findTranslations(ctx.db, of)).map((row) => [keyOf(row), row]));
	return keys.map((key) => rows.get(key) ?? null);
});

/** What is stored of a post in a language; for posts of a thread that may be seen. */
export async function findTranslation(
	ctx: Context,
	post: PostRow,
	language: string,
): Promise<PostTranslationRow | null> {
	return isLanguage(language) ? loader(ctx).load(keyOf({ postId: post.id, language })) : null;
}

export async function viewerCanTranslate(ctx: Context, post: PostRow): Promise<boolean> {
	const thread = await threadById(ctx).load(post.threadId);
	return thread !== null && canTranslate(ctx.viewer, post, thread);
}

/**
 * Has a post translated by the machine that the operator has set. What is there already is not asked for again; of a
 * conversation nothing is stored.
 */
export async function translatePost(
	ctx: Context,
	input: { id: string; language: string },
): Promise<PostTranslationRow> {
	const to = readLanguage(input.language);
	const { post, thread } = await findTranslatable(ctx, input.id);
	const { translator } = ctx;
	if (!translator) return fail("translations.unavailable");
	const from = isLanguage(post.language) ? post.language : languageOf(post.body, "en");
	if (from === to) fail("translations.same_language");
	await ctx.limiter("translate", ctx.viewer?.id ?? ctx.address);
	const key = { postId: post.id, language: to };
	const make = async () => ({
		...key,
		...{
			body: await translateText(translator, post.body, from, to),
			translatorId: null,
			createdAt: new Date(),
		},
	});
	if (thread.private) return make();
	// Who asks for the same at the same time gets the same.
	return inTurn(`translation:${keyOf(key)}`, async () => {
		const [known] = await findTranslations(ctx.db, [key]);
		if (known) return known;
		const made = await make();
		return write(ctx, async (tx) =>
			// Meanwhile it may say something else: then this is the translation of nothing that is there.
			(await lockPost(tx, post.id)) === post.body ? putTranslation(tx, made) : fail("conflict"),
		);
	});
}

/** Stores what a member has translated, in the place of what a machine had, or of their own before. */
export async function writeTranslation(
	ctx: Context,
	input: { postId: string; language: string; body: string },
): Promise<PostTranslationRow> {
	const viewer = requireViewer(ctx);
	const check = makeCheck();
	const body = check.text("body", input.body, { max: limits.post, required: true });
	const language = readLanguage(input.language);
	check.done();
	await ctx.limiter("write", viewer.id);
	const { post, thread } = await findTranslatable(ctx, input.postId);
	if (!canTranslate(viewer, post, thread)) fail("forbidden");
	if (language === post.language) fail("translations.same_language", { field: "language" });
	return write(ctx, async (tx) => {
		await lockPost(tx, post.id);
		const [before] = await findTranslations(tx, [{ postId: post.id, language }]);
		if (before && !canEditTranslation(viewer, before)) fail("translations.taken");
		return putTranslation(tx, { postId: post.id, language, body, translatorId: viewer.id });
	});
}

/** Takes a translation away. */
export async function removeTranslation(
	ctx: Context,
	input: { postId: string; language: string },
): Promise<PostRow> {
	const viewer = requireViewer(ctx);
	const language = readLanguage(input.language);
	await ctx.limiter("write", viewer.id);
	const { post, thread } = await findTranslatable(ctx, input.postId);
	if (!canTranslate(viewer, post, thread)) fail("forbidden");
	await write(ctx, async (tx) => {
		const [before] = await findTranslations(tx, [{ postId: post.id, language }]);
		if (!before) return;
		if (!canEditTranslation(viewer, before)) fail("forbidden");
		await deleteTranslation(tx, post.id, language);
		if (before.translatorId !== viewer.id)
			await audit(tx, { action: "post.translation_removed", actorId: viewer.id, subject: `post:${post.id}` });
	});
	return post;
}

function readLanguage(tag: string): Language {
	return isLanguage(tag) ? tag : fail("unknown_choice", { field: "language" });
}

async function findTranslatable(ctx: Context, id: string): Promise<{ post: PostRow; thread: ThreadRow }> {
	const number = parseId(id);
	const post = number === null ? null : await postById(ctx).load(number);
	const thread = post && (await threadById(ctx).load(post.threadId));
	if (!post || !thread) return fail("not_found");
	if (post.deletedAt) fail("posts.deleted");
	return { post, thread };
}
