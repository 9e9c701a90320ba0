import { isLanguage, type Language, languages } from "@interurban/contract/languages";
import { listTexts, readText } from "./data-files.ts";

/** One sense: its words in each language in dictionary form, the most usual first, at least one. */
export type LexiconEntry = Readonly<Record<Language, readonly string[]>>;

/** The names of the domains, each a file of `data/lexicon`. */
export const lexiconDomains: readonly string[] = listTexts("lexicon", ".tsv");

/** The words of general use in six languages, in the order of the files' names and of the lines in them. */
export const lexicon: readonly LexiconEntry[] = lexiconDomains.flatMap((domain) =>
	parseLexicon(readText(`lexicon/${domain}.tsv`), domain),
);

/**
 * Reads tab-separated entries, one a line, below a header that names the languages; ` | ` parts the words of a cell.
 * Throws, naming domain and line, when the header lacks a language or a line lacks a cell.
 */
export function parseLexicon(text: string, domain: string): LexiconEntry[] {
	const [header = "", ...lines] = text.trimEnd().split("\n");
	const columns = header.split("\t");
	if (
		columns.length !== languages.length ||
		!columns.every(isLanguage) ||
		new Set(columns).size !== columns.length
	)
		throw new Error(`${domain}.tsv: the header must name each of ${languages.join(", ")}`);
	return lines.map((line, index) => {
		const cells = line.split("\t").map((cell) => cell.split(" | "));
		if (cells.length !== columns.length || cells.flat().some((word) => !word.trim()))
			throw new Error(`${domain}.tsv:${index + 2}: needs ${columns.length} filled cells`);
		return Object.fromEntries(columns.map((language, column) => [language, cells[column]])) as Record<
			Language,
			string[]
		>;
	});
}
