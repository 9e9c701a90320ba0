import type { LexiconEntry } from "@interurban/concepts/lexicon";
import { isLanguage, type Language } from "@interurban/contract/languages";
import { partsOf } from "./compounds.ts";
import { labelsIn } from "./labels-in.ts";
import { nearest, nearlyKnown, pivotsOf } from "./pivots.ts";
import { isStopWord } from "./stopwords.ts";
import { primary, stemsOf } from "./terms.ts";
import { vocabularyOf } from "./vocabulary.ts";

/** What a term is: a word's stem, a concept, the stem of an English equivalent. */
export type ReadingKind = "stem" | "concept" | "pivot";

/** Something that a stretch of words can be found by. */
export interface Reading {
	kind: ReadingKind;
	lexeme: string;
	/** 1 when that is all that the words say, less when it is a part of it or one possibility among others. */
	weight: number;
	/** The first of its words, and how many it takes. */
	at: number;
	length: number;
	/** The part of the word that it is about, where the word is a compound. */
	part: string | null;
}

/** What a part of a compound counts in comparison with the same word on its own. */
const partCounts = { stem: 0.5, concept: 0.5, pivot: 0.8 };
/** What a word counts that the lexicon has in another form. */
const nearlyCounts = 0.6;

/**
 * What a clause can be found by: the stems of its words, the concepts that it names, and the stems of the English
 * equivalents of its words; for German compounds also of their parts.
 * @param words from `wordsOf`, in order
 * @param lang BCP 47; what the vocabularies do not have has stems only
 */
export function readingsOf(words: readonly string[], lang: string): Reading[] {
	const language = primary(lang);
	const readings = allReadings(words, language);
	const stops = words.map((word) => isStopWord(word, language));
	if (!stops.includes(true)) return readings;
	// A stop word is among them as a part of a label, and says nothing by itself.
	return readings.filter(({ kind, at }) => kind === "concept" || !stops[at]);
}

function allReadings(words: readonly string[], language: string): Reading[] {
	const stems = stemsOf(words, language);
	const found = stems.map((lexeme, at) => whole("stem", lexeme, 1, at));
	if (!isLanguage(language)) return found;
	const named = namedBy(words, stems, language);
	found.push(...named);
	if (language === "en") return [...found, ...stems.map(itself)];
	const equivalent = equivalentsOf(words, stems, language);
	found.push(...equivalent);
	const isNamed = coveredBy(named);
	const isKnown = coveredBy(equivalent);
	for (const [at, word] of words.entries()) {
		const parts = language === "de" ? partsOf(word) : [];
		for (const part of parts) {
			const [stem = ""] = stemsOf([part], language);
			const readings = [whole("stem", stem, 1, 0)];
			if (!isNamed.has(at)) readings.push(...namedBy([part], [stem], language));
			if (!isKnown.has(at)) readings.push(...equivalentsOf([part], [stem], language));
			for (const reading of readings)
				found.push({ ...reading, at, part, weight: reading.weight * partCounts[reading.kind] });
		}
		if (parts.length === 0 && !isKnown.has(at) && isLatin.test(word))
			found.push(itself(stemsOf([word], "en")[0] ?? word, at));
	}
	return found;
}

/** What names and numbers are written in, in most languages. */
const isLatin = /^[\p{Script=Latin}\p{N}]+$/u;

const whole = (kind: ReadingKind, lexeme: string, weight: number, at: number, length = 1): Reading => {
	return { kind, lexeme, weight, at, length, part: null };
};

/** What nobody knows, as names and numbers, stands for itself in every language. */
const itself = (stem: string, at: number): Reading => whole("pivot", stem, 1, at);

/** The concepts that are named by their labels. */
function namedBy(words: readonly string[], stems: readonly string[], language: Language): Reading[] {
	const found: Reading[] = [];
	for (const { at, length, meanings } of labelsIn(words, stems, language))
		for (const { id } of meanings) found.push(whole("concept", id, 1 / meanings.length, at, length));
	return found;
}

/** The English equivalents of the words and phrases that the lexicon has. */
function equivalentsOf(words: readonly string[], stems: readonly string[], language: Language): Reading[] {
	const found: Reading[] = [];
	for (const { at, length, meanings } of vocabularyOf(language).senses.in(stems))
		addPivots(
			found,
			length === 1 ? nearest(meanings, words[at] as string, language) : meanings,
			1,
			at,
			length,
		);
	const isKnown = coveredBy(found);
	for (const [at, word] of words.entries())
		if (!isKnown.has(at))
			addPivots(found, nearlyKnown(word, stems[at] as string, language), nearlyCounts, at, 1);
	return found;
}

function addPivots(
	to: Reading[],
	senses: readonly LexiconEntry[],
	counts: number,
	at: number,
	length: number,
): void {
	const each = counts / Math.sqrt(senses.length);
	if (senses.length === 1) {
		for (const [lexeme, share] of pivotsOf(senses[0] as LexiconEntry))
			to.push(whole("pivot", lexeme, share * each, at, length));
		return;
	}
	const best = new Map<string, number>();
	for (const sense of senses)
		for (const [lexeme, share] of pivotsOf(sense)) best.set(lexeme, Math.max(share, best.get(lexeme) ?? 0));
	for (const [lexeme, share] of best) to.push(whole("pivot", lexeme, share * each, at, length));
}

/** The words that readings take. */
function coveredBy(readings: readonly Reading[]): ReadonlySet<number> {
	const covered = new Set<number>();
	for (const { at, length } of readings) for (let word = at; word < at + length; word++) covered.add(word);
	return covered;
}
