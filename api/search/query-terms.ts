import { isLanguage } from "@interurban/contract/languages";
import { labelsIn } from "./labels-in.ts";
import { normalise } from "./normalise.ts";
import type { Posting } from "./postings.ts";
import { type Reading, readingsOf } from "./readings.ts";
import { corrected } from "./spelling.ts";
import { grams, primary, stemsOf, wordsOf, writtenWords } from "./terms.ts";
import { vocabularyOf } from "./vocabulary.ts";

export interface QueryTerm {
	kind: Posting["kind"];
	lexeme: string;
	/** What a match is worth, before idf; 1 for a word in the reader's own language. */
	weight: number;
	/** Terms of one number stand for one word: of a document's matches with them the best counts. */
	word: number;
	/** The word or words that it stands for, as typed. */
	typed: string;
	/** Counts only when no document has this stem: the reader may have meant another word. */
	unless: string | null;
}

/** A search field is no place for essays; more would only cost. */
const longestText = 2000;
const mostTerms = 400;

/** Many small agreements must not outweigh one word that fits. */
const gramWeight = 0.1;
/** What words name counts in addition to the words. */
const conceptWeight = 0.5;
/** A word that may be meant by a misspelled one. */
const correctedWeight = 0.6;
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
 * what they name, their English equivalents, and their grams. Empty when the text has no word but stop words of the first
 * of them. The same again for the same text.
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
	if (words.length === 0) return [];
	const found = new Terms(words, spellingsIn(cut, first));
	const isKnown = knownIn(words, first);
	found.add(readingsOf(words, first), 1);
	for (const language of others) {
		const known = new Set(wordsOf(cut, language));
		const readings = readingsOf(words, language).filter(({ kind, at, length }) =>
			words
				.slice(at, at + length)
				.every((word, offset) => known.has(word) && (kind === "stem" || !isKnown(at + offset))),
		);
		found.add(readings, otherLanguage);
	}
	for (const [at, word] of words.entries()) {
		const meant = isKnown(at) || !isLanguage(first) ? null : corrected(word, first);
		if (meant === null) continue;
		const [unless = null] = stemsOf([word], first);
		found.add(
			readingsOf([meant], first).map((reading) => ({ ...reading, at })),
			correctedWeight,
			unless,
		);
	}
	for (const [at, word] of words.entries())
		found.add(
			grams([word], first).map((lexeme) => ({ kind: "gram", lexeme, at, length: 1, weight: 1, part: null })),
			gramWeight,
		);
	return found.list().slice(0, mostTerms);
}

/** Whether the vocabularies of a language have a word, alone or in a phrase. */
function knownIn(words: readonly string[], language: string): (at: number) => boolean {
	if (!isLanguage(language)) return () => false;
	const stems = stemsOf(words, language);
	const found = [...vocabularyOf(language).senses.in(stems), ...labelsIn(words, stems, language)];
	return (at) => found.some((phrase) => at >= phrase.at && at < phrase.at + phrase.length);
}

/** Collects terms, each once. */
class Terms {
	readonly #words: readonly string[];
	readonly #spellings: ReadonlyMap<string, string>;
	readonly #found = new Map<string, QueryTerm>();
	readonly #numbers = new Map<string, number>();

	constructor(words: readonly string[], spellings: ReadonlyMap<string, string>) {
		this.#words = words;
		this.#spellings = spellings;
	}

	/** Terms that repeat count for each time, but those that an earlier call has added are left out. */
	add(
		readings: readonly (Omit<Reading, "kind"> & { kind: QueryTerm["kind"] })[],
		counts: number,
		unless: string | null = null,
	): void {
		const sums = new Map<string, QueryTerm>();
		for (const { kind, lexeme, weight, at, length, part } of readings) {
			const key = `${kind} ${lexeme}`;
			const worth = weight * counts * (kind === "concept" ? conceptWeight : 1);
			const known = sums.get(key);
			sums.set(key, {
				...{ kind, lexeme, unless },
				weight: worth + (known?.weight ?? 0),
				word: known?.word ?? this.#numberOf(kind === "concept" ? key : `${this.#words[at]} ${part ?? ""}`),
				typed: known?.typed ?? this.#typed(at, length),
			});
		}
		for (const [key, term] of sums) if (!this.#found.has(key)) this.#found.set(key, term);
	}

	list(): QueryTerm[] {
		return [...this.#found.values()];
	}

	#numberOf(key: string): number {
		const number = this.#numbers.get(key) ?? this.#numbers.size;
		this.#numbers.set(key, number);
		return number;
	}

	#typed(at: number, length: number): string {
		const words = this.#words.slice(at, at + length).map((word) => this.#spellings.get(word) ?? word);
		return [...new Set(words)].join(" ");
	}
}

/** The words of a text as they are typed, by what `wordsOf` makes of them. */
function spellingsIn(text: string, language: string): Map<string, string> {
	const runs = text.match(writtenWords) ?? [];
	return new Map(runs.flatMap((run) => wordsOf(run, language).map((word) => [word, run] as const)));
}
