import { isLanguage } from "@interurban/contract/languages";
import { otherStems } from "./labels-in.ts";
import { fold, normalise } from "./normalise.ts";
import { pivotsOf } from "./pivots.ts";
import { type Reading, readingsOf } from "./readings.ts";
import { allWordsOf, clausesOf, primary, stemsOf, tellingWords, writtenWords } from "./terms.ts";
import { vocabularyOf } from "./vocabulary.ts";

/** A word where it stands in a text. Surfaces like "l'eau" make several words, or none. */
export interface Token {
	start: number;
	end: number;
	word: string;
	surface: Surface;
}

/** What is known of a word of a text, wherever it stands. */
export interface Surface {
	/** As `allWordsOf` gives them. */
	words: readonly string[];
	folded: string;
	/** Its groups of three letters. */
	triples: ReadonlySet<string>;
	/** Terms, as `keyOf` spells them, that may be read from it alone or from phrases that begin with it. */
	keys: ReadonlySet<string>;
}

export const keyOf = ({ kind, lexeme }: { kind: string; lexeme: string }): string => `${kind} ${lexeme}`;

/** Words that belong together. */
export interface Clause {
	tokens: readonly Token[];
	/** What it can be found by; read when it is first asked for. */
	readings(): readonly Reading[];
}

/** The clauses of a text. */
export function clausesIn(text: string, language: string): Clause[] {
	let from = 0;
	return clausesOf(text).map((clause) => {
		const offset = text.indexOf(clause, from);
		from = offset + clause.length;
		const all: Token[] = [];
		for (const { 0: run, index } of clause.matchAll(writtenWords)) {
			const start = offset + index;
			const surface = lookAt(run, language);
			for (const word of surface.words) all.push({ start, end: start + run.length, word, surface });
		}
		const wordsIn = (tokens: readonly Token[]) => tokens.map(({ word }) => word);
		const isTelling = tellingWords(wordsIn(all), language);
		const tokens = all.filter((_, at) => isTelling[at]);
		let readings: readonly Reading[] | undefined;
		return { tokens, readings: () => (readings ??= readingsOf(wordsIn(tokens), language)) };
	});
}

const remembered = new Map<string, Surface>();
const mostRemembered = 30_000;

/** Texts repeat their words, and readers their questions. */
export function lookAt(run: string, language: string): Surface {
	const key = `${language} ${run}`;
	let surface = remembered.get(key);
	if (!surface) {
		if (remembered.size >= mostRemembered) remembered.clear();
		const words = allWordsOf(run, language);
		const folded = fold(normalise(run));
		const marked = `#${folded}#`;
		const triples = Array.from({ length: Math.max(marked.length - 2, 1) }, (_, at) =>
			marked.slice(at, at + 3),
		);
		surface = { words, folded, triples: new Set(triples), keys: keysOf(words, language) };
		remembered.set(key, surface);
	}
	return surface;
}

function keysOf(words: readonly string[], lang: string): Set<string> {
	const keys = new Set(readingsOf(words, lang).map(keyOf));
	const language = primary(lang);
	if (!isLanguage(language)) return keys;
	const { labels, senses } = vocabularyOf(language);
	for (const [at, stem] of stemsOf(words, language).entries()) {
		const others = language === "ar" ? otherStems(words[at] as string, stem) : [];
		for (const { id } of [stem, ...others].flatMap((each) => labels.beginningWith(each)))
			keys.add(keyOf({ kind: "concept", lexeme: id }));
		for (const sense of senses.beginningWith(stem))
			for (const lexeme of pivotsOf(sense).keys()) keys.add(keyOf({ kind: "pivot", lexeme }));
	}
	return keys;
}
