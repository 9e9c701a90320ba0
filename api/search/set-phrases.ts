import { concepts } from "@interurban/concepts/concepts";
import { isLanguage, type Language } from "@interurban/contract/languages";
import { stemmerOf } from "./stemmers.ts";
import { isStopWord } from "./stopwords.ts";

/** A label by its words, with the place of the first stop word in it. */
interface SetPhrase {
	words: readonly string[];
	at: number;
}

/**
 * Which words of a text count: all but stop words, and these where they make up a label: "bien-être", "sport for all",
 * «التعليم عن بعد».
 * @param words folded, in order
 * @param cut how a label is cut into such words
 */
export function countingWords(
	words: readonly string[],
	language: string,
	cut: (label: string) => string[],
): boolean[] {
	const counts = words.map((word) => !isStopWord(word, language));
	if (!isLanguage(language) || !counts.includes(false)) return counts;
	const phrases = phrasesOf(language, cut);
	for (const [place, word] of words.entries()) {
		const phrase = counts[place] ? undefined : phrases.get(word)?.find(standsAt(words, place, language));
		if (phrase) counts.fill(true, place - phrase.at, place - phrase.at + phrase.words.length);
	}
	return counts;
}

/** Whether a phrase stands in a text where its stop word does; its other words may be inflected. */
const standsAt =
	(text: readonly string[], place: number, language: Language) =>
	({ words, at }: SetPhrase): boolean =>
		words.every((word, offset) => {
			const there = text[place - at + offset];
			if (there === undefined || there === word) return there === word;
			const stem = stemmerOf(language);
			return !isStopWord(word, language) && stem(there) === stem(word);
		});

const known = new Map<Language, ReadonlyMap<string, readonly SetPhrase[]>>();

/** The labels of several words of which at most one is no stop word, by their first stop word. */
function phrasesOf(
	language: Language,
	cut: (label: string) => string[],
): ReadonlyMap<string, readonly SetPhrase[]> {
	const made = known.get(language);
	if (made) return made;
	const found = new Map<string, SetPhrase[]>();
	for (const { prefLabel, altLabel } of concepts.values())
		for (const label of [prefLabel[language], ...altLabel[language]]) {
			const words = cut(label);
			const stops = words.filter((word) => isStopWord(word, language));
			const [first] = stops;
			if (first === undefined || words.length < 2 || words.length - stops.length > 1) continue;
			found.set(first, [...(found.get(first) ?? []), { words, at: words.indexOf(first) }]);
		}
	known.set(language, found);
	return found;
}
