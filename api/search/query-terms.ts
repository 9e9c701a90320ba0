import { normalise } from "./normalise.ts";
import type { Posting } from "./postings.ts";
import { sensesOf } from "./senses.ts";
import { grams, primary, stemsOf, wordsOf } from "./terms.ts";

export interface QueryTerm {
	kind: Posting["kind"];
	lexeme: string;
	/** The word or words that it stands for, as typed. */
	typed: string;
	/** What a match is worth, before idf; 1 for a word in the reader's own language. */
	weight: number;
}

/** A search field is no place for essays; more would only cost. */
const longestText = 2000;
const mostTerms = 400;

/** Many small agreements must not outweigh one word that fits. */
const gramWeight = 0.15;
/** What the words mean, besides the words themselves. */
const conceptWeight = 0.5;
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

const mostRemembered = 500;
const remembered = new Map<string, readonly QueryTerm[]>();

/**
 * What to look up for a text typed by a reader of a language: the stems of its words in every language that they may be in,
 * and their grams. Empty when the text has no word but stop words of the first of them. The same again for the same text.
 */
export function queryTerms(text: string, reader: string): readonly QueryTerm[] {
	const cut = text.slice(0, longestText);
	const key = `${reader} ${cut}`;
	let terms = remembered.get(key);
	if (!terms) {
		terms = findTerms(cut, reader);
		if (remembered.size >= mostRemembered) remembered.clear();
		remembered.set(key, terms);
	}
	return terms;
}

function findTerms(cut: string, reader: string): QueryTerm[] {
	const [first = "en", ...others] = likelyLanguages(normalise(cut), reader);
	const words = wordsOf(cut, first);
	const spellings = spellingsIn(cut, first);
	const typed = words.map((word) => spellings.get(word) ?? word);
	const found = new Map<string, QueryTerm>();
	/** Repeated terms count for each time; those that an earlier call has are left out. */
	const add = (terms: readonly QueryTerm[]): void => {
		const sums = new Map<string, QueryTerm>();
		for (const term of terms) {
			const key = `${term.kind} ${term.lexeme}`;
			sums.set(key, { ...term, weight: term.weight + (sums.get(key)?.weight ?? 0) });
		}
		for (const [key, term] of sums) if (!found.has(key)) found.set(key, term);
	};
	const stemTerms = (language: string, weight: number): QueryTerm[] =>
		words.flatMap((word, at) =>
			stemsOf(language === first ? [word] : wordsOf(word, language), language).map((lexeme) => ({
				...{ kind: "stem" as const, lexeme, weight },
				typed: typed[at] as string,
			})),
		);
	add(stemTerms(first, 1));
	for (const language of others) add(stemTerms(language, otherLanguage));
	add(
		sensesOf(stemsOf(words, first), first).map(({ kind, lexeme, weight, at, length }) => ({
			...{ kind, lexeme, weight: weight * conceptWeight },
			typed: [...new Set(typed.slice(at, at + length))].join(" "),
		})),
	);
	add(
		words.flatMap((word, at) =>
			grams([word], first).map((lexeme) => ({
				...{ kind: "gram" as const, lexeme, weight: gramWeight },
				typed: typed[at] as string,
			})),
		),
	);
	return [...found.values()].slice(0, mostTerms);
}

/** The words of a text as they are typed, by what `wordsOf` makes of them. */
function spellingsIn(text: string, language: string): Map<string, string> {
	const runs = text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'\u2019\u02BC]*/gu) ?? [];
	return new Map(runs.flatMap((run) => wordsOf(run, language).map((word) => [word, run] as const)));
}
