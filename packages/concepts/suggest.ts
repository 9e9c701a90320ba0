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

/** What a name in another language than the reader's is set back by: its beginning ranks with the middle of an own one. */
const foreign = 2;

const indexes = new Map<Language, LabelIndex>();

/** Made when a language is first asked for: each takes some milliseconds. */
function labelsIn(language: Language): LabelIndex {
	const index = indexes.get(language) ?? new LabelIndex(concepts.values(), language);
	indexes.set(language, index);
	return index;
}

/**
 * The concept that bears exactly this label, preferred or alternative, without regard to case, diacritics and
 * punctuation. Preferred labels win over alternative ones, the given language over the others. A concept's id is a name too.
 */
export function findConcept(text: string, language?: Language): Concept | undefined {
	const folded = fold(text);
	const order = language ? othersAfter(language) : languages;
	const found = order.map((each) => labelsIn(each).exactly(folded)).filter((label) => label !== undefined);
	const own = found.find((label) => label.language === language);
	return (own ?? found.find((label) => label.preferred) ?? found[0])?.concept ?? concepts.get(text);
}

/**
 * Concepts for what somebody is typing, by labels in any language: those that begin with it, then those with words that
 * begin with it, then those that contain it, the reader's language before the others; only when nothing fits, labels that
 * are nearly so. Each concept once, at most `limit`.
 */
export function suggestConcepts(text: string, language: Language, limit = 10): Suggestion[] {
	const typed = fold(text.slice(0, longestTyped));
	if (!typed || limit < 1) return [];
	const [own, ...others] = othersAfter(language).map(labelsIn) as [LabelIndex, ...LabelIndex[]];
	const elsewhere = (search: (index: LabelIndex) => Hit[]) =>
		others.flatMap(search).map(({ label, rank }) => ({ label, rank: rank + foreign }));
	let hits = [...own.containing(typed), ...elsewhere((index) => index.containing(typed))];
	if (!hits.length) hits = own.resembling(typed);
	if (!hits.length) hits = elsewhere((index) => index.resembling(typed));
	return bestOf(hits, language)
		.slice(0, limit)
		.map(({ concept, label, language, preferred }) => ({ concept, label, language, preferred }));
}

function othersAfter(language: Language): Language[] {
	return [language, ...languages.filter((other) => other !== language)];
}

/** The best label of each concept, the best first. */
function bestOf(hits: Hit[], language: Language): IndexedLabel[] {
	hits.sort(
		(a, b) =>
			a.rank - b.rank ||
			Number(b.label.language === language) - Number(a.label.language === language) ||
			Number(b.label.preferred) - Number(a.label.preferred) ||
			a.label.label.length - b.label.label.length ||
			(a.label.folded < b.label.folded ? -1 : 1),
	);
	const best = new Map<Concept, IndexedLabel>();
	for (const { label } of hits) if (!best.has(label.concept)) best.set(label.concept, label);
	return [...best.values()];
}
