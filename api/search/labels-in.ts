import type { Concept } from "@interurban/concepts/concepts";
import type { Language } from "@interurban/contract/languages";
import { withoutClitics } from "./arabic.ts";
import type { FoundPhrase } from "./phrases.ts";
import { stemsOf } from "./terms.ts";
import { vocabularyOf } from "./vocabulary.ts";

/**
 * The labels of concepts in a clause. An Arabic word that no vocabulary has may have one in it: ولمكافحة is مكافحة.
 * @param words from `wordsOf`
 * @param stems theirs
 */
export function labelsIn(
	words: readonly string[],
	stems: readonly string[],
	language: Language,
): FoundPhrase<Concept>[] {
	const { labels } = vocabularyOf(language);
	if (language !== "ar") return labels.in(stems);
	return labels.in(stems, (at) => otherStems(words[at] as string, stems[at] as string));
}

/**
 * The stems of an Arabic word without what may have been put to it, the longest first; up to one that the lexicon has, for
 * that is the word: بطاقة is a card and not "by energy".
 */
export function otherStems(word: string, stem: string): string[] {
	const { senses } = vocabularyOf("ar");
	if (senses.of(stem).length > 0) return [];
	const stems = stemsOf(withoutClitics(word), "ar").filter((other) => other !== stem);
	const known = stems.findIndex((other) => senses.of(other).length > 0);
	return known < 0 ? stems : stems.slice(0, known + 1);
}
