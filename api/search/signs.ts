/** What the signs of other search engines in a typed text ask for. */
export interface Signs {
	/** What is left to look for. */
	words: string;
	/** What stands in quotation marks: all of its words must be there. */
	quoted: string[];
	/** What follows a minus or NOT: its words must not all be there. */
	excluded: string[];
	/** Whether there are others, which mean nothing here. */
	hasOthers: boolean;
}

const quotations =
	/((?<=^|\s)[-\u2212]|\bNOT\s+)?(?:"([^"]+)"|„([^“”"]+)[“”"]|“([^”"]+)[”"]|«([^»]+)»|»([^«]+)«)/gu;
/** Not the hyphen that stands for a repeated part of a word, as in “Stadtentwicklung und -planung”. */
const leftOut = /(?<=^|\s)(?<!\b(?:und|oder|sowie|bzw\.)\s)[-\u2212](?=\p{L})(\S+)/gu;
const negated = /(?<=^|\s)NOT\s+(\S+)/gu;
const joined = /(?<=^|\s)(?:AND|OR|NOT|NEAR)(?=\s|$)/gu;
const fields = /(?<=^|\s)(?:site|title|intitle|inurl|filetype|author|lang):(?=\S)/gu;
const wildcards = /(?<=[\p{L}\p{N}])[*~^](?!\p{L})|(?<=^|\s)[*~+](?=[\p{L}\p{N}])/gu;

/**
 * Reads quotation marks, minus and NOT, and takes away what means nothing here: AND, OR, `site:`, `*`, `~`, `^`, `+`.
 * A text that only leaves out is looked for as it stands.
 */
export function readSigns(text: string): Signs {
	const quoted: string[] = [];
	const excluded: string[] = [];
	const takeOut = (_: string, word: string): string => {
		excluded.push(word);
		return " ";
	};
	let words = text.replace(quotations, (_, minus: string | undefined, ...parts: unknown[]) => {
		const phrase = parts.slice(0, 5).find((part) => typeof part === "string") as string;
		(minus === undefined ? quoted : excluded).push(phrase.trim());
		return minus === undefined ? ` ${phrase} ` : " ";
	});
	// Who writes in capitals throughout means the word.
	if (/\p{Ll}/u.test(text)) words = words.replace(negated, takeOut);
	words = words.replace(leftOut, takeOut);
	const plain = (/\p{Ll}/u.test(text) ? words.replace(joined, " ") : words)
		.replace(fields, "")
		.replace(wildcards, " ");
	if (!/[\p{L}\p{N}]/u.test(plain)) return { words: text, quoted: [], excluded: [], hasOthers: false };
	return { words: plain.replace(/\s+/g, " ").trim(), quoted, excluded, hasOthers: plain !== words };
}
