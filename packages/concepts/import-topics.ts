import { type Concept, concepts } from "./concepts.ts";
import { readData } from "./data-files.ts";
import { fold } from "./fold.ts";
import { findConcept } from "./suggest.ts";

const written = readData("practice-topics") as Record<string, string[]>;

/** Every free-text topic for which `data/practice-topics.yaml` names concepts, and their ids. */
export const importTopics: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(written));

const folded = new Map([...importTopics].map(([text, ids]) => [fold(text), ids]));

/**
 * The concepts meant by a free-text topic of an imported practice: those the mapping names, else the one that bears the
 * text as a label in any language, else none.
 */
export function topicsOfImport(text: string): Concept[] {
	const ids = folded.get(fold(text));
	if (ids) return ids.map((id) => concepts.get(id)).filter((concept) => concept !== undefined);
	const concept = findConcept(text);
	return concept ? [concept] : [];
}
