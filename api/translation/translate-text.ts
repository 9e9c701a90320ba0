import { fail } from "@interurban/contract/errors";
import type { Language } from "@interurban/contract/languages";
import { renderMarkdown } from "../markdown.ts";
import { blocksOf, hasWords, mask, unmask } from "./html-pieces.ts";
import { toMarkdown } from "./html-to-markdown.ts";
import type { Translator } from "./libretranslate.ts";

/** Characters of HTML that are sent at a time; a longer paragraph goes alone. */
const mostAtOnce = 5000;

/**
 * A text in Markdown in another language, put together from its blocks. One that the translator spoils stays as it was
 * written.
 * @throws Failure when nothing of it could be translated
 */
export async function translateText(
	translator: Translator,
	markdown: string,
	from: Language,
	to: Language,
): Promise<string> {
	const blocks = blocksOf(renderMarkdown(markdown));
	const wanted = blocks.flatMap((block, at) => (hasWords(block) ? [{ at, masked: mask(block) }] : []));
	let taken = 0;
	for (const group of inGroups(wanted)) {
		const answers = await translator.translate(
			group.map(({ masked }) => masked.html),
			from,
			to,
		);
		for (const [index, { at, masked }] of group.entries()) {
			const block = unmask(answers[index] ?? "", masked);
			if (block === null) continue;
			blocks[at] = block;
			taken++;
		}
	}
	if (!taken) fail("translations.unavailable");
	return toMarkdown(blocks.join("\n"));
}

function inGroups<T extends { masked: { html: string } }>(items: readonly T[]): T[][] {
	const groups: T[][] = [];
	let length = Number.POSITIVE_INFINITY;
	for (const item of items) {
		if (length + item.masked.html.length > mostAtOnce) {
			groups.push([]);
			length = 0;
		}
		groups.at(-1)?.push(item);
		length += item.masked.html.length;
	}
	return groups;
}
