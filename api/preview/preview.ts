import { fail } from "@interurban/contract/errors";
import type { Context } from "../context.ts";
import { renderMarkdown } from "../markdown.ts";

/** As much as the longest practice holds. */
const most = { texts: 200, characters: 400_000 };

/** Texts that are not yet published, as they will look. */
export async function renderPreview(ctx: Context, texts: readonly string[]): Promise<string[]> {
	await ctx.limiter("search", ctx.viewer?.id ?? ctx.address);
	if (texts.length > most.texts) fail("too_many", { field: "texts", args: { max: most.texts } });
	const length = texts.reduce((sum, text) => sum + text.length, 0);
	if (length > most.characters) fail("too_long", { field: "texts", args: { max: most.characters, length } });
	return texts.map((text) => renderMarkdown(text));
}
