import { type ReadingKind, readingsOf } from "./readings.ts";
import { clausesOf, grams, wordsOf } from "./terms.ts";

/** One language's version of a thing. */
export interface SearchText {
	/** BCP 47 */
	language: string;
	title: string;
	/** The line under the title: a claim, a role. */
	lead?: string;
	/** Everything else that it should be found by. */
	body?: string;
	/** What its terms count in comparison with those of the thing's own texts: less than 1 where it is about another thing. */
	counts?: number;
}

export interface Posting {
	kind: ReadingKind | "gram";
	lexeme: string;
	weight: number;
}

/** BM25's saturation and length normalisation. */
const k1 = 1.5;
const b = 0.75;
/**
 * The length, in terms, at which nothing is added or taken. Fixed instead of the collection's average, so that a
 * document's postings depend on its own text alone; ranking hardly notices (see tests/bench/README.md).
 */
const pivotalLength = { stem: 100, gram: 500, concept: 20, pivot: 180 };
const kinds = ["stem", "gram", "concept", "pivot"] as const;
const titleCounts = 3;
/** Words after the title whose grams are kept, about those of a claim: in long texts grams cost much and add nothing. */
const gramWords = 20;

type Frequencies = Map<string, number>;
type ByKind = Record<Posting["kind"], Frequencies>;

const byKind = (): ByKind => ({ stem: new Map(), gram: new Map(), concept: new Map(), pivot: new Map() });

function count(frequencies: Frequencies, term: string, times: number): void {
	frequencies.set(term, (frequencies.get(term) ?? 0) + times);
}

/** Counts what a text can be found by. @returns its words */
function countReadings(frequencies: ByKind, text: string, language: string, times: number): string[] {
	return clausesOf(text).flatMap((clause) => {
		const words = wordsOf(clause, language);
		for (const { kind, lexeme, weight } of readingsOf(words, language))
			count(frequencies[kind], lexeme, weight * times);
		return words;
	});
}

/** Adds weights of one text's terms to those of others, the higher one winning. */
function weigh(
	kind: Posting["kind"],
	frequencies: Frequencies,
	counts: number,
	weights: Map<string, number>,
): void {
	let length = 0;
	for (const times of frequencies.values()) length += times;
	const half = k1 * (1 - b + (b * length) / pivotalLength[kind]);
	for (const [lexeme, times] of frequencies) {
		const weight = Math.fround((counts * times * (k1 + 1)) / (times + half));
		if (weight > (weights.get(lexeme) ?? 0)) weights.set(lexeme, weight);
	}
}

/**
 * The postings of a document: each term once, with its saturated BM25 weight (between 0 and k1 + 1), title words
 * counting three times. A term that several language versions hold has the highest weight of them. Depends on the texts
 * alone.
 */
export function postingsOf(texts: readonly SearchText[]): Posting[] {
	const weights = byKind();
	for (const { language, title, lead = "", body = "", counts = 1 } of texts) {
		const frequencies = byKind();
		const titleWords = countReadings(frequencies, title, language, titleCounts);
		const otherWords = countReadings(frequencies, `${lead}\n${body}`, language, 1);
		for (const gram of grams(titleWords, language)) count(frequencies.gram, gram, titleCounts);
		for (const gram of grams(otherWords.slice(0, gramWords), language)) count(frequencies.gram, gram, 1);
		for (const kind of kinds) weigh(kind, frequencies[kind], counts, weights[kind]);
	}
	return kinds.flatMap((kind) => [...weights[kind]].map(([lexeme, weight]) => ({ kind, lexeme, weight })));
}
