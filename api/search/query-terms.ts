import { normalise } from "./normalise.ts";
import { grams, primary, stemsOf, wordsOf } from "./terms.ts";

export interface QueryTerm {
	kind: "stem" | "gram";
	lexeme: string;
	/** What a match is worth, before idf; 1 for a word in the reader's own language. */
	weight: number;
}

/** A search field is no place for essays; more would only cost. */
const longestText = 2000;
const mostTerms = 400;

/** Many small agreements must not outweigh one word that fits. */
const gramWeight = 0.15;
/** A word as another language would have it: right if the reader types in that one. */
const otherLanguage = 0.5;

/** Languages with a stemmer and readers here, by script. */
const scripts: [script: RegExp, languages: readonly string[]][] = [
	[/\p{Script=Arabic}/u, ["ar"]],
	[/\p{Script=Cyrillic}/u, ["uk", "ru"]],
	[/\p{Script=Latin}/u, ["en", "de", "fr", "es"]],
];

/** The languages that a text may be in: the reader's own first, then others in the same script. */
export function likelyLanguages(text: string, reader: string): string[] {
	const own = primary(reader);
	const candidates = scripts.filter(([script]) => script.test(text)).flatMap(([, languages]) => languages);
	const writtenElsewhere =
		scripts.some(([, languages]) => languages.includes(own)) && !candidates.includes(own);
	return [...new Set(writtenElsewhere ? candidates : [own, ...candidates])];
}

/**
 * What to look up for a text typed by a reader of a language: the stems of its words in every language that they may be in,
 * and their grams. Empty when the text has no word but stop words of the first of them.
 */
export function queryTerms(text: string, reader: string): QueryTerm[] {
	const typed = normalise(text.slice(0, longestText));
	const languages = likelyLanguages(typed, reader);
	const found = new Map<string, QueryTerm>();
	const add = (kind: QueryTerm["kind"], lexemes: readonly string[], weight: number): void => {
		const times = new Map<string, number>();
		for (const lexeme of lexemes) times.set(lexeme, (times.get(lexeme) ?? 0) + 1);
		for (const [lexeme, count] of times) {
			const key = `${kind} ${lexeme}`;
			if (!found.has(key)) found.set(key, { kind, lexeme, weight: weight * count });
		}
	};
	const [first = "en", ...others] = languages;
	const words = wordsOf(typed, first);
	add("stem", stemsOf(words, first), 1);
	for (const language of others) {
		const known = wordsOf(typed, language).filter((word) => words.includes(word));
		add("stem", stemsOf(known, language), otherLanguage);
	}
	add("gram", grams(words, first), gramWeight);
	return [...found.values()].slice(0, mostTerms);
}
