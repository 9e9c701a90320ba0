import { LRUCache } from "lru-cache";
import { type Match, matchesIn } from "./matches.ts";
import type { QueryTerm } from "./query-terms.ts";
import { type Clause, clausesIn } from "./tokens.ts";

/** Something that a thing says, as Markdown or plain. */
export interface Text {
	/** BCP 47 */
	language: string;
	text: string;
}

/** A text without its marks, and where it fits a query. */
export interface ReadText {
	text: string;
	matches: readonly Match[];
}

/** Characters of one text that are looked at. */
const longest = 30_000;

const read = new WeakMap<Text, ReadText & { query: readonly QueryTerm[] }>();

/** Reads a text for a query; once, however many ask. */
export function readText(from: Text, query: readonly QueryTerm[]): ReadText {
	let known = read.get(from);
	if (known?.query !== query) {
		const { text, clauses } = takeApart(from);
		known = { text, query, matches: query.length ? matchesIn(clauses(), query) : [] };
		read.set(from, known);
	}
	return known;
}

/** The same things are found again and again: their texts are taken apart once for many queries. */
const taken = new LRUCache<string, { text: string; clauses: () => Clause[] }>({
	maxSize: 500_000,
	sizeCalculation: ({ text }) => text.length + 1,
});

/** A text without its marks, and its clauses. */
export function takeApart({ language, text: markdown }: Text): { text: string; clauses: () => Clause[] } {
	const key = `${language} ${markdown}`;
	let parts = taken.get(key);
	if (!parts) {
		const text = plainText(markdown.slice(0, longest));
		let clauses: Clause[] | undefined;
		parts = { text, clauses: () => (clauses ??= clausesIn(text, language)) };
		taken.set(key, parts);
	}
	return parts;
}

/** Markdown without its marks, on one line. */
function plainText(markdown: string): string {
	return markdown
		.replace(/!?\[([^\]\n]*)\]\([^)\n]*\)/g, "$1")
		.replace(/^[\s>]*(?:#{1,6}|[-*+])\s+/gm, "")
		.replace(/\*+|`+|~~|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, "")
		.replace(/\s+/g, " ")
		.trim();
}
