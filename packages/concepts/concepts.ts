import type { Language } from "@interurban/contract/languages";
import { type Concept, readScheme } from "./scheme.ts";

export type { Concept } from "./scheme.ts";

/** Every concept of the scheme by id, read once when the module is loaded. */
export const concepts: ReadonlyMap<string, Concept> = readScheme();

const narrower = new Map<string, Concept[]>();
for (const concept of concepts.values())
	for (const id of concept.broader) narrower.set(id, [...(narrower.get(id) ?? []), concept]);

/** The themes: concepts that have nothing broader. */
export function topConcepts(): Concept[] {
	return [...concepts.values()].filter((concept) => concept.broader.length === 0);
}

/** The concepts directly below one; empty for a leaf or an unknown id. */
export function narrowerOf(id: string): readonly Concept[] {
	return narrower.get(id) ?? [];
}

/** The concepts directly above one. */
export function broaderOf(id: string): Concept[] {
	return resolve(concepts.get(id)?.broader ?? []);
}

/** All concepts above one, the nearest first, each once; without the concept itself. */
export function ancestorsOf(id: string): Concept[] {
	return closure(id, broaderOf);
}

/** All concepts below one, the nearest first, each once; without the concept itself. */
export function descendantsOf(id: string): Concept[] {
	return closure(id, narrowerOf);
}

/** The preferred label in a language. */
export function labelOf(concept: Concept, language: Language): string {
	return concept.prefLabel[language];
}

function resolve(ids: readonly string[]): Concept[] {
	return ids.map((id) => concepts.get(id)).filter((concept) => concept !== undefined);
}

function closure(id: string, step: (id: string) => readonly Concept[]): Concept[] {
	const found = new Set<Concept>(step(id));
	for (const concept of found) for (const next of step(concept.id)) found.add(next);
	return [...found].filter((concept) => concept.id !== id);
}
