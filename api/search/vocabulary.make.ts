import { concepts } from "@interurban/concepts/concepts";
import { lexicon } from "@interurban/concepts/lexicon";
import type { Language } from "@interurban/contract/languages";
import { fold } from "./normalise.ts";
import { stemsOf, terms, wordsOf, writtenWords } from "./terms.ts";

/** What the lexicon and the concept scheme say in one language, by stems: made once, because stemming takes its time. */
export interface Vocabulary {
	/** Numbers of entries of the lexicon by the stems of their words, with spaces between. */
	senses: Record<string, number[]>;
	/** Ids of concepts by the stems of their labels, with spaces between. */
	labels: Record<string, string[]>;
	/** All words, as `wordsOf` gives them. */
	words: string[];
	/** The stems of all words, and those of nouns with the length of the shortest form; of German alone, to tell compounds. */
	stems: string[];
	nouns: Record<string, number>;
}

/** @see Vocabulary */
export function makeVocabulary(language: Language): Vocabulary {
	const senses = new Map<string, Set<number>>();
	const labels = new Map<string, Set<string>>();
	const texts: string[] = [];
	const add = <T>(to: Map<string, Set<T>>, text: string, meaning: T): void => {
		const stems = terms(text, language).join(" ");
		texts.push(text);
		if (stems) to.set(stems, (to.get(stems) ?? new Set()).add(meaning));
	};
	for (const [number, entry] of lexicon.entries())
		for (const word of entry[language]) add(senses, word, number);
	for (const { id, prefLabel, altLabel } of concepts.values())
		for (const label of [prefLabel[language], ...altLabel[language]])
			if (isWhole(label, language)) add(labels, label, id);
	const words = allWords(texts, language);
	const nouns = texts.flatMap((text) => text.match(/(?<!\p{L})\p{Lu}\p{Ll}+/gu) ?? []);
	const isGerman = language === "de";
	return {
		...{ senses: listed(senses), labels: listed(labels), words },
		stems: isGerman ? [...new Set(stemsOf(words, language))] : [],
		nouns: isGerman ? shortest(allWords(nouns, language), language) : {},
	};
}

/** Whether more than one word is left of a label of several: "sport for all" is not all sport, "green IT" not all that is green. */
const isWhole = (label: string, language: Language): boolean =>
	terms(label, language).length > 1 || (label.match(writtenWords)?.length ?? 0) === 1;

/** The stems of words, each with the length of the shortest of them. */
function shortest(words: readonly string[], language: Language): Record<string, number> {
	const lengths = new Map<string, number>();
	for (const word of words) {
		const [stem = ""] = stemsOf([word], language);
		lengths.set(stem, Math.min(fold(word).length, lengths.get(stem) ?? Infinity));
	}
	return Object.fromEntries(lengths);
}

const listed = <T>(sets: Map<string, Set<T>>): Record<string, T[]> =>
	Object.fromEntries([...sets].map(([stems, meanings]) => [stems, [...meanings]]));

const allWords = (texts: readonly string[], language: Language): string[] => [
	...new Set(texts.flatMap((text) => wordsOf(text, language))),
];
