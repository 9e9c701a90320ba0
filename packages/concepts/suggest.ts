import { type Language, languages } from "@interurban/contract/languages";
import { type Concept, concepts } from "./concepts.ts";
import { fold } from "./fold.ts";
import { type Hit, type IndexedLabel, LabelIndex } from "./label-index.ts";

export interface Suggestion {
	readonly concept: Concept;
	/** The label that matched what was typed, and its language. */
	readonly label: string;
	readonly language: Language;
	/** Whether that label is the concept's preferred one. */
	readonly preferred: boolean;
}

/** Labels are shorter; what is typed beyond this is not looked at. */
const longestTyped = 100;

const indexes = Object.fromEntries(
	languages.map((language) => [language, new LabelIndex(concepts.values(), language)]),
) as Record<Language, LabelIndex>;

/**
 * The concept that bears exactly this label, preferred or alternative, without regard to case, diacritics and
 * punctuation. Preferred labels win over alternative ones, the given language over the others. A concept's id is a name too.
 */
export function findConcept(text: string, language?: Language): Concept | undefined {
	const folded = fold(text);
	const order = language ? othersAfter(language) : languages;
	const found = order.map((each) => indexes[each].exactly(folded)).filter((label) => label !== undefined);
	const own = found.find((label) => label.language === language);
	return (own ?? found.find((label) => label.preferred) ?? found[0])?.concept ?? concepts.get(text);
}

/**
 * Concepts for what somebody is typing: labels that begin with it, then that have words beginning with it, then that
 * contain it, in the reader's language and after that in every other; only when nothing fits, labels that are nearly so.
 * Each concept once, at most `limit`.
 */
export function suggestConcepts(text: string, language: Language, limit = 10): Suggestion[] {
	const typed = fold(text.slice(0, longestTyped));
	if (!typed || limit < 1) return [];
	const order = othersAfter(language);
	const found = new Map<Concept, IndexedLabel>();
	for (const search of ["containing", "resembling"] as const) {
		const own = indexes[language][search](typed);
		collect(found, own, limit);
		const others = order.slice(1);
		if (found.size < limit && (search === "containing" || !found.size))
			collect(
				found,
				others.flatMap((other) => indexes[other][search](typed)),
				limit,
			);
		if (found.size) break;
	}
	return [...found.values()].map(({ concept, label, language, preferred }) => ({
		concept,
		label,
		language,
		preferred,
	}));
}

function othersAfter(language: Language): Language[] {
	return [language, ...languages.filter((other) => other !== language)];
}

function collect(found: Map<Concept, IndexedLabel>, hits: Hit[], limit: number): void {
	hits.sort(
		(a, b) =>
			a.rank - b.rank ||
			Number(b.label.preferred) - Number(a.label.preferred) ||
			a.label.label.length - b.label.label.length ||
			(a.label.folded < b.label.folded ? -1 : 1),
	);
	for (const { label } of hits) {
		if (found.size >= limit) return;
		if (!found.has(label.concept)) found.set(label.concept, label);
	}
}
