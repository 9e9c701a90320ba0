import { type Concept, concepts } from "@interurban/concepts/concepts";
import { isLanguage, type Language } from "@interurban/contract/languages";
import { Phrases } from "./phrases.ts";
import { clausesOf, primary, stemsOf, terms, wordsOf } from "./terms.ts";

/** A concept that a text speaks of. */
export interface ConceptInText {
	concept: Concept;
	/** How often one of its labels stands there. */
	count: number;
	/** The same, but a label that several concepts share counts as a part for each. */
	weight: number;
}

const indexes = new Map<Language, Phrases<Concept>>();

/** The labels of a language, made when that is first met. */
export function labelsIn(language: Language): Phrases<Concept> {
	let labels = indexes.get(language);
	if (!labels) {
		labels = new Phrases();
		for (const concept of concepts.values())
			for (const label of [concept.prefLabel[language], ...concept.altLabel[language]])
				labels.add(terms(label, language), concept);
		indexes.set(language, labels);
	}
	return labels;
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
	for (const clause of clausesOf(text))
		for (const { meanings } of labelsIn(known).in(stemsOf(wordsOf(clause, known), known)))
			for (const concept of meanings) {
				const { count, weight } = found.get(concept) ?? { count: 0, weight: 0 };
				found.set(concept, { concept, count: count + 1, weight: weight + 1 / meanings.length });
			}
	return [...found.values()].sort((one, other) => other.weight - one.weight);
}
