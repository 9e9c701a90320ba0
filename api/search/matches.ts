import { fold, normalise } from "./normalise.ts";
import type { QueryTerm } from "./query-terms.ts";
import { sensesOf } from "./senses.ts";
import { terms } from "./terms.ts";

/** How something fits a query: the word itself, another form or spelling of it, its concept, its translation. */
export type MatchKind = "word" | "form" | "concept" | "translation";

/** A stretch of a text that fits a word of a query. */
export interface Match {
	start: number;
	end: number;
	kind: MatchKind;
	/** What was typed. */
	typed: string;
	/** The concept's id, for those. */
	concept: string | null;
	weight: number;
}

/** A stem inside of a longer word, as in compounds, counts less than the word itself. */
const insideWord = 0.5;
const shortestInside = 4;
/** A word that resembles a typed one: so large a part of their letter triples must be common to both. */
const resembling = 0.5;
const shortestResembling = 5;

const words = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'\u2019\u02BC]*/gu;

/** Where a text fits a query, in order; a word counts as the best that it is. */
export function matchesIn(text: string, language: string, query: readonly QueryTerm[]): Match[] {
	const asked = askedIn(query);
	const tokens: Token[] = [];
	const found = new Map<number, Match>();
	const offer = (match: Match): void => {
		if (match.weight > (found.get(match.start)?.weight ?? 0)) found.set(match.start, match);
	};
	for (const { 0: word, index: start } of text.matchAll(words)) {
		const end = start + word.length;
		const { stems, fit } = judge(word, language, asked);
		for (const stem of stems) tokens.push({ start, end, stem });
		if (fit) offer({ ...fit, start, end, concept: null });
	}
	if (asked.senses.size === 0) return inOrder(found);
	const stems = tokens.map(({ stem }) => stem);
	for (const sense of sensesOf(stems, language, asked.senses)) {
		const term = asked.senses.get(sense.lexeme);
		const first = tokens[sense.at];
		const last = tokens[sense.at + sense.length - 1];
		if (!term || !first || !last) continue;
		offer({
			...{ start: first.start, end: last.end, kind: "concept", typed: term.typed },
			...{ concept: sense.lexeme, weight: term.weight * sense.weight },
		});
	}
	return inOrder(found);
}

interface Token {
	start: number;
	end: number;
	stem: string;
}

interface Asked {
	stems: ReadonlyMap<string, QueryTerm>;
	/** Those that a compound may hold. */
	parts: readonly QueryTerm[];
	/** Words that a text may have misspelled, or the reader. */
	spelled: readonly { term: QueryTerm; word: Word }[];
	/** By the concept's id. */
	senses: ReadonlyMap<string, QueryTerm>;
	/** What words of the texts were found to be, by language and word. */
	judged: Map<string, { stems: readonly string[]; fit: Fit | null }>;
}

type Fit = Pick<Match, "kind" | "typed" | "weight">;

const remembered = new WeakMap<readonly QueryTerm[], Asked>();

function askedIn(query: readonly QueryTerm[]): Asked {
	let asked = remembered.get(query);
	if (!asked) {
		const stems = query.filter(({ kind }) => kind === "stem");
		asked = {
			stems: new Map(stems.map((term) => [term.lexeme, term])),
			parts: stems.filter(({ lexeme }) => lexeme.length >= shortestInside),
			spelled: stems
				.filter(({ typed }) => typed.length >= shortestResembling)
				.map((term) => ({ term, word: look(term.typed, "und") })),
			senses: new Map(query.filter(({ kind }) => kind === "concept").map((term) => [term.lexeme, term])),
			judged: new Map(),
		};
		remembered.set(query, asked);
	}
	return asked;
}

/** Texts repeat their words: each is judged once a query. */
function judge(word: string, language: string, asked: Asked) {
	const key = `${language} ${word}`;
	let judged = asked.judged.get(key);
	if (!judged) {
		const known = look(word, language);
		judged = { stems: known.stems, fit: fitOf(known, language, asked) };
		if (asked.judged.size < mostJudged) asked.judged.set(key, judged);
	}
	return judged;
}

function fitOf(known: Word, language: string, asked: Asked): Fit | null {
	let best: Fit | null = null;
	for (const stem of known.stems) {
		const term = asked.stems.get(stem);
		if (!term || term.weight <= (best?.weight ?? 0)) continue;
		const kind = look(term.typed, language).folded === known.folded ? "word" : "form";
		best = { kind, typed: term.typed, weight: term.weight };
	}
	if (best) return best;
	const near = asked.parts.find(({ lexeme }) => known.folded.includes(lexeme)) ?? resembled(known, asked);
	return near ? { kind: "form", typed: near.typed, weight: near.weight * insideWord } : null;
}

interface Word {
	stems: readonly string[];
	folded: string;
	triples: ReadonlySet<string>;
}

const mostJudged = 5000;
const mostLooked = 50_000;
const looked = new Map<string, Word>();

/** Texts repeat their words, and readers their questions. */
function look(word: string, language: string): Word {
	const key = `${language} ${word}`;
	let known = looked.get(key);
	if (!known) {
		if (looked.size >= mostLooked) looked.clear();
		const folded = fold(normalise(word));
		known = { stems: terms(word, language), folded, triples: triplesOf(folded) };
		looked.set(key, known);
	}
	return known;
}

const triplesOf = (word: string): Set<string> => {
	const marked = `#${word}#`;
	return new Set(Array.from({ length: Math.max(marked.length - 2, 1) }, (_, at) => marked.slice(at, at + 3)));
};

function resembled({ folded, stems, triples }: Word, { spelled }: Asked): QueryTerm | undefined {
	const [stem = ""] = stems;
	if (stem.length < shortestResembling) return;
	return spelled.find(({ word }) => {
		if (word.folded.includes(stem)) return true;
		if (Math.abs(word.folded.length - folded.length) > 3) return false;
		let common = 0;
		for (const triple of word.triples) if (triples.has(triple)) common++;
		return 2 * common >= resembling * (word.triples.size + triples.size);
	})?.term;
}

/** From the first to the last, without those that begin inside another. */
function inOrder(found: ReadonlyMap<number, Match>): Match[] {
	let end = 0;
	return [...found.values()]
		.sort((one, other) => one.start - other.start)
		.filter((match) => {
			if (match.start < end) return false;
			end = match.end;
			return true;
		});
}
