import type { QueryTerm } from "./query-terms.ts";
import type { ReadingKind } from "./readings.ts";
import { type Clause, keyOf, lookAt, type Surface } from "./tokens.ts";

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

/** A word that only resembles one that was typed, or holds its stem, counts less. */
const resemblingCounts = 0.4;
const shortestInside = 4;
/** A word that resembles a typed one: so large a part of their letter triples must be common to both. */
const resembling = 0.5;
const shortestResembling = 5;
/** Of shorter words the first letter must be right: "fewer" is no "sewer". */
const freelyResembling = 8;

/** Where a text fits a query, in order; a word counts as the best that it is. */
export function matchesIn(clauses: readonly Clause[], query: readonly QueryTerm[]): Match[] {
	const asked = askedIn(query);
	const found = new Map<number, Match>();
	const offer = (match: Match): void => {
		if (match.weight > (found.get(match.start)?.weight ?? 0)) found.set(match.start, match);
	};
	for (const clause of clauses) {
		for (const match of readMatches(clause, asked)) offer(match);
		for (const { start, end, surface } of clause.tokens) {
			const term = found.has(start) ? null : resembled(surface, asked);
			if (term)
				offer({
					...{ start, end, kind: "form", typed: term.typed, concept: null },
					weight: term.weight * resemblingCounts,
				});
		}
	}
	return inOrder(found);
}

interface Asked {
	terms: ReadonlyMap<string, QueryTerm>;
	/** Words that a text may hold inside of others, or spell otherwise. */
	stems: readonly { term: QueryTerm; surface: Surface }[];
	resembled: Map<Surface, QueryTerm | null>;
}

const remembered = new WeakMap<readonly QueryTerm[], Asked>();

function askedIn(query: readonly QueryTerm[]): Asked {
	let asked = remembered.get(query);
	if (!asked) {
		const stems = query.filter(({ kind, lexeme }) => kind === "stem" && lexeme.length >= shortestInside);
		asked = {
			terms: new Map(query.map((term) => [keyOf(term), term])),
			stems: stems.map((term) => ({ term, surface: lookAt(term.typed, "und") })),
			resembled: new Map(),
		};
		remembered.set(query, asked);
	}
	return asked;
}

/** What a clause can be found by that is asked for; most clauses have no word of the kind and are not read. */
function readMatches({ tokens, readings }: Clause, { terms }: Asked): Match[] {
	const mayFit = tokens.some(({ surface }) => {
		for (const key of surface.keys) if (terms.has(key)) return true;
		return false;
	});
	if (!mayFit) return [];
	return readings().flatMap((reading) => {
		const term = terms.get(keyOf(reading));
		const first = tokens[reading.at];
		const last = tokens[reading.at + reading.length - 1];
		if (!term || !first || !last) return [];
		return {
			...{ start: first.start, end: last.end, typed: term.typed, weight: term.weight * reading.weight },
			kind: kindOf(reading.kind, first.surface.folded, lookAt(term.typed, "und").folded),
			concept: reading.kind === "concept" ? reading.lexeme : null,
		};
	});
}

/** What a match is, by what the text has and what was typed. */
function kindOf(kind: ReadingKind, found: string, typed: string): MatchKind {
	if (found === typed) return "word";
	if (kind === "stem" || typed.includes(found) || found.includes(typed)) return "form";
	return kind === "concept" ? "concept" : "translation";
}

/** The term whose word a word holds, is a part of, or is spelled like. */
function resembled(surface: Surface, asked: Asked): QueryTerm | null {
	let term = asked.resembled.get(surface);
	if (term === undefined) {
		term = asked.stems.find((stem) => isLike(surface, stem.surface, stem.term.lexeme))?.term ?? null;
		asked.resembled.set(surface, term);
	}
	return term;
}

function isLike(found: Surface, typed: Surface, stem: string): boolean {
	if (found.folded.includes(stem)) return true;
	if (found.folded.length < shortestResembling) return false;
	if (typed.folded.includes(found.folded)) return true;
	if (Math.abs(typed.folded.length - found.folded.length) > 3) return false;
	if (typed.folded.length < freelyResembling && typed.folded[0] !== found.folded[0]) return false;
	let common = 0;
	for (const triple of typed.triples) if (found.triples.has(triple)) common++;
	return 2 * common >= resembling * (typed.triples.size + found.triples.size);
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
