import { sensesOf } from "./senses.ts";
import { clausesOf, grams, stemsOf, wordsOf } from "./terms.ts";

/** One language's version of a thing. */
export interface SearchText {
	/** BCP 47 */
	language: string;
	title: string;
	/** The line under the title: a claim, a role. */
	lead?: string;
	/** Everything else that it should be found by. */
	body?: string;
}

export interface Posting {
	kind: "stem" | "gram" | "concept";
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
const pivot = { stem: 100, gram: 500, concept: 10 };
const titleCounts = 3;
/** Words after the title whose grams are kept: in long texts grams cost much and add little. */
const gramWords = 40;

type Frequencies = Map<string, number>;

function count(frequencies: Frequencies, found: readonly string[], times: number): void {
	for (const term of found) frequencies.set(term, (frequencies.get(term) ?? 0) + times);
}

function countConcepts(frequencies: Frequencies, text: string, language: string, times: number): void {
	for (const clause of clausesOf(text))
		for (const { lexeme, weight } of sensesOf(stemsOf(wordsOf(clause, language), language), language))
			frequencies.set(lexeme, (frequencies.get(lexeme) ?? 0) + weight * times);
}

/** Adds weights of one text's terms to those of others, the higher one winning. */
function weigh(kind: Posting["kind"], frequencies: Frequencies, weights: Map<string, number>): void {
	let length = 0;
	for (const times of frequencies.values()) length += times;
	const half = k1 * (1 - b + (b * length) / pivot[kind]);
	for (const [lexeme, times] of frequencies) {
		const weight = Math.fround((times * (k1 + 1)) / (times + half));
		if (weight > (weights.get(lexeme) ?? 0)) weights.set(lexeme, weight);
	}
}

/**
 * The postings of a document: each term once, with its saturated BM25 weight (between 0 and k1 + 1), title words
 * counting three times. A term that several language versions hold has the highest weight of them. Depends on the texts
 * alone.
 */
export function postingsOf(texts: readonly SearchText[]): Posting[] {
	const weights = {
		stem: new Map<string, number>(),
		gram: new Map<string, number>(),
		concept: new Map<string, number>(),
	};
	for (const { language, title, lead = "", body = "" } of texts) {
		const titleWords = wordsOf(title, language);
		const otherWords = wordsOf(`${lead}\n${body}`, language);
		const stems: Frequencies = new Map();
		count(stems, stemsOf(titleWords, language), titleCounts);
		count(stems, stemsOf(otherWords, language), 1);
		weigh("stem", stems, weights.stem);
		const pieces: Frequencies = new Map();
		count(pieces, grams(titleWords, language), titleCounts);
		count(pieces, grams(otherWords.slice(0, gramWords), language), 1);
		weigh("gram", pieces, weights.gram);
		const concepts: Frequencies = new Map();
		countConcepts(concepts, title, language, titleCounts);
		countConcepts(concepts, `${lead}\n${body}`, language, 1);
		weigh("concept", concepts, weights.concept);
	}
	return (["stem", "gram", "concept"] as const).flatMap((kind) =>
		[...weights[kind]].map(([lexeme, weight]) => ({ kind, lexeme, weight })),
	);
}
