/** A handle after an at sign that does not belong to an address: `@olena-petrenko`. */
const mention = /(?<![\p{L}\p{N}_@/.-])@([a-z0-9]+(?:-[a-z0-9]+)*)(?![\p{L}\p{N}_@])/giu;
/** The same as somebody may type it who does not know the handle: `@Олена`. */
const typed = /(?<![\p{L}\p{N}_@/.-])@([\p{L}\p{N}][\p{L}\p{M}\p{N}-]*)(?![\p{L}\p{N}_@])/giu;
const token = /<(\/?)([a-z0-9]+)[^>]*>|[^<]+/g;
/** What stands in a link or in code is taken as it is. */
const literal = new Set(["a", "code", "pre"]);

/** Replaces what is not markup, link or code in sanitised HTML. */
function replaceText(html: string, replace: (text: string, isQuoted: boolean) => string): string {
	let [literals, quotations] = [0, 0];
	return html.replace(token, (whole, slash: string | undefined, tag: string | undefined) => {
		if (!tag) return literals ? whole : replace(whole, quotations > 0);
		const step = slash ? -1 : 1;
		if (literal.has(tag)) literals += step;
		if (tag === "blockquote") quotations += step;
		return whole;
	});
}

/** The handles that a text mentions, each once; what it quotes mentions nobody. */
export function mentionedIn(html: string, options: { quoted: boolean } = { quoted: false }): string[] {
	if (!html.includes("@")) return [];
	const handles = new Set<string>();
	replaceText(html, (text, isQuoted) => {
		if (isQuoted && !options.quoted) return text;
		for (const [, handle = ""] of text.matchAll(mention)) handles.add(handle.toLowerCase());
		return text;
	});
	return [...handles];
}

/** What stands behind at signs in a text, whether it is a handle or not, each once; what it quotes is left out. */
export function typedIn(html: string): string[] {
	const found = new Set<string>();
	replaceText(html, (text, isQuoted) => {
		if (!isQuoted) for (const [, name = ""] of text.matchAll(typed)) found.add(name);
		return text;
	});
	return [...found];
}

/**
 * Makes each mention a link that bears the person's name; what is nobody's handle stays as it was written.
 * @param names by handle, as HTML
 */
export function linkMentions(html: string, names: ReadonlyMap<string, string>): string {
	if (!names.size) return html;
	return replaceText(html, (text) =>
		text.replace(mention, (whole, typed: string) => {
			const handle = typed.toLowerCase();
			const name = names.get(handle);
			return name === undefined ? whole : `<a href="/people/${handle}">@<bdi>${name}</bdi></a>`;
		}),
	);
}
