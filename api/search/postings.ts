import { grams, terms, wordsOf } from "./terms.ts";

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
	kind: "stem" | "gram";
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
const pivot = { stem: 100, gram: 500 };
const titleCounts = 3;
/** Words after the title whose grams are kept: in long texts grams cost much and add little. */
const gramWords = 40;

type Frequencies = Map<string, number>;

function count(frequencies: Frequencies, found: readonly string[], times: number): void {
	for (const term of found) frequencies.set(term, (frequencies.get(term) ?? 0) + times);
}

function weigh(kind: Posting["kind"], frequencies: Frequencies, best: Map<string, Posting>): void {
	let length = 0;
	for (const times of frequencies.values()) length += times;
	const half = k1 * (1 - b + (b * length) / pivot[kind]);
	for (const [lexeme, times] of frequencies) {
		const weight = Math.fround((times * (k1 + 1)) / (times + half));
		const key = `${kind} ${lexeme}`;
		if (weight > (best.get(key)?.weight ?? 0)) best.set(key, { kind, lexeme, weight });
	}
}

/**
 * The postings of a document: each term once, with its saturated BM25 weight (between 0 and k1 + 1), title words
 * counting three times. A term that several language versions hold has the highest weight of them. Depends on the texts
 * alone; sorted, so that two writers meet new terms in the same order.
 */
export function postingsOf(texts: readonly SearchText[]): Posting[] {
	const best = new Map<string, Posting>();
	for (const { language, title, lead = "", body = "" } of texts) {
		const rest = `${lead}\n${body}`;
		const stems: Frequencies = new Map();
		count(stems, terms(title, language), titleCounts);
		count(stems, terms(rest, language), 1);
		weigh("stem", stems, best);
		const pieces: Frequencies = new Map();
		count(pieces, grams(wordsOf(title, language), language), titleCounts);
		count(pieces, grams(wordsOf(rest, language).slice(0, gramWords), language), 1);
		weigh("gram", pieces, best);
	}
	return [...best.values()].sort((one, other) =>
		one.lexeme === other.lexeme ? (one.kind < other.kind ? -1 : 1) : one.lexeme < other.lexeme ? -1 : 1,
	);
}
