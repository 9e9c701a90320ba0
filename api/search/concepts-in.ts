import type { Concept } from "@interurban/concepts/concepts";
import { isLanguage } from "@interurban/contract/languages";
import { labelsIn } from "./labels-in.ts";
import { clausesOf, primary, stemsOf, wordsOf } from "./terms.ts";

/** A concept that a text speaks of. */
export interface ConceptInText {
	concept: Concept;
	/** How often one of its labels stands there. */
	count: number;
	/** The same, but a label that several concepts share counts as a part for each. */
	weight: number;
}

/**
 * The concepts that a text names by one of their labels in its language, inflected or not, the most often named first. The
 * longest label counts: "drinking water" is not also "water". None in a language that the scheme does not have.
 * @param language BCP 47
 */
export function conceptsIn(text: string, language: string): ConceptInText[] {
	const known = primary(language);
	if (!isLanguage(known)) return [];
	const found = new Map<Concept, ConceptInText>();
	for (const clause of clausesOf(text)) {
		const words = wordsOf(clause, known);
		for (const { meanings } of labelsIn(words, stemsOf(words, known), known))
			for (const concept of meanings) {
				const { count, weight } = found.get(concept) ?? { count: 0, weight: 0 };
				found.set(concept, { concept, count: count + 1, weight: weight + 1 / meanings.length });
			}
	}
	return [...found.values()].sort((one, other) => other.weight - one.weight);
}
