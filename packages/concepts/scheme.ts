import { type Language, languages } from "@interurban/contract/languages";
import { listData, readData } from "./data-files.ts";

/** A topic, in the terms of SKOS: https://www.w3.org/TR/skos-reference/ */
export interface Concept {
	/** Kebab-case English slug. Permanent: addresses and stored rows refer to it. */
	readonly id: string;
	/** The id of the top concept in whose file the concept is written. */
	readonly theme: string;
	readonly prefLabel: Readonly<Record<Language, string>>;
	readonly altLabel: Readonly<Record<Language, readonly string[]>>;
	/** What is meant, in English. */
	readonly scopeNote: string;
	/** Ids of the wider concepts; empty for a top concept. */
	readonly broader: readonly string[];
	/** Ids of associated concepts, in both directions. */
	readonly related: readonly string[];
	/** Numbers (1 to 17) of the Sustainable Development Goals the concept serves. */
	readonly sdgs: readonly number[];
	/** Addresses of the same concept in EuroVoc or GEMET. */
	readonly exactMatch: readonly string[];
}

type Entry = Partial<Record<string, unknown>>;

const fields = new Set<string>(["broader", "related", "sdgs", "scopeNote", "exactMatch", ...languages]);

/**
 * Reads every theme file of `data/scheme`, in the order of the files' names and of the concepts in them.
 * Throws, naming file and concept, when an entry is incomplete or has a field that does not exist.
 */
export function readScheme(): ReadonlyMap<string, Concept> {
	const found = new Map<string, Concept>();
	for (const theme of listData("scheme")) {
		const entries = readData(`scheme/${theme}`) as Record<string, Entry>;
		for (const [id, entry] of Object.entries(entries)) {
			if (found.has(id)) throw new Error(`${theme}.yaml: ${id} is also in ${found.get(id)?.theme}.yaml`);
			found.set(id, toConcept(id, theme, entry));
		}
	}
	return withRelatedBothWays(found);
}

function toConcept(id: string, theme: string, entry: Entry): Concept {
	const unknown = Object.keys(entry).find((key) => !fields.has(key));
	if (unknown) throw new Error(`${theme}.yaml: ${id} has an unknown field ${unknown}`);
	const labels = (language: Language) => {
		const value = list<string>(entry[language]);
		if (!value.length || value.some((label) => typeof label !== "string"))
			throw new Error(`${theme}.yaml: ${id} needs a list of labels in ${language}`);
		return value;
	};
	const inEach = <T>(pick: (labels: string[]) => T) =>
		Object.fromEntries(languages.map((language) => [language, pick(labels(language))])) as Record<
			Language,
			T
		>;
	return {
		id,
		theme,
		prefLabel: inEach(([first = ""]) => first),
		altLabel: inEach((all) => all.slice(1)),
		scopeNote: text(entry.scopeNote),
		broader: list<string>(entry.broader),
		related: list<string>(entry.related),
		sdgs: list<number>(entry.sdgs),
		exactMatch: list<string>(entry.exactMatch),
	};
}

function text(value: unknown): string {
	return typeof value === "string" ? value : "";
}

function list<T>(value: unknown): T[] {
	return Array.isArray(value) ? (value as T[]) : [];
}

/** In the files a relation is written once, at either end. */
function withRelatedBothWays(written: ReadonlyMap<string, Concept>): ReadonlyMap<string, Concept> {
	const related = new Map([...written.values()].map((concept) => [concept.id, new Set(concept.related)]));
	for (const concept of written.values())
		for (const other of concept.related) related.get(other)?.add(concept.id);
	return new Map(
		[...written.values()].map((concept) => [
			concept.id,
			{ ...concept, related: [...(related.get(concept.id) ?? [])] },
		]),
	);
}
