/** Elements without content. */
const empty = /^(?:br|hr|img)$/;
const tag = /<(\/?)([a-z][a-z0-9]*)\b[^>]*>/g;

/** The outermost elements of well-formed HTML, in their order; put together they are the whole. */
export function blocksOf(html: string): string[] {
	const blocks: string[] = [];
	let depth = 0;
	let start = 0;
	for (const { 0: found, 1: closing, 2: name = "", index } of html.matchAll(tag)) {
		if (!empty.test(name)) depth += closing ? -1 : 1;
		if (depth > 0) continue;
		blocks.push(html.slice(start, index + found.length));
		start = index + found.length;
	}
	if (html.slice(start).trim()) blocks.push(html.slice(start));
	return blocks.map((block) => block.trim());
}

/** What no translator may touch: code, pictures, addresses that stand for themselves, and names of people. */
const untouchable =
	/<pre>[\s\S]*?<\/pre>|<code>[\s\S]*?<\/code>|<img\b[^>]*>|<a\b[^>]*>(?:https?:|mailto:|@)[^<\s]*<\/a>/g;
const linkStart = /<a\b[^>]*>/g;

/** HTML for a translator: what it may not touch is a number in `<code>`, and links have numbers instead of addresses. */
export function mask(html: string): { html: string; kept: string[]; links: string[] } {
	const kept: string[] = [];
	const links: string[] = [];
	const masked = html
		.replace(untouchable, (piece) => `<code>${kept.push(piece) - 1}</code>`)
		.replace(linkStart, (piece) => `<a id="${links.push(piece) - 1}">`);
	return { html: masked, kept, links };
}

/** Puts back what was masked; null when the translator lost, doubled or invented something. */
export function unmask(translated: string, { html, kept, links }: ReturnType<typeof mask>): string | null {
	if (shapeOf(translated) !== shapeOf(html)) return null;
	const missing = new Set([...kept.map((_, at) => `code ${at}`), ...links.map((_, at) => `a ${at}`)]);
	const restored = translated
		.replace(/<code>\s*(\d+)\s*<\/code>/g, (_, at) => {
			missing.delete(`code ${at}`);
			return kept[Number(at)] ?? "";
		})
		.replace(/<a id="(\d+)">/g, (_, at) => {
			missing.delete(`a ${at}`);
			return links[Number(at)] ?? "";
		});
	return missing.size ? null : restored;
}

/** Which elements there are, and how many of each; their order may change with the language. */
function shapeOf(html: string): string {
	return Array.from(html.matchAll(/<(\/?[a-zA-Z][a-zA-Z0-9]*)/g), ([, name]) => name?.toLowerCase())
		.sort()
		.join();
}

/** Whether there is anything to translate. */
export function hasWords(html: string): boolean {
	return /\p{L}/u.test(mask(html).html.replace(/<[^>]*>/g, " "));
}
