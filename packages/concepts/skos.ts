import { type Language, languages } from "@interurban/contract/languages";
import { type Concept, concepts, narrowerOf, topConcepts } from "./concepts.ts";
import { readData } from "./data-files.ts";

/** What a node says of one property: texts by language, addresses, or plain strings. */
export type Value = Partial<Record<Language, string | readonly string[]>> | readonly string[] | string;

/** A scheme or a concept: its address, its class, and its properties by the names in `properties`. */
export type SkosNode = { id: string; type: ClassName } & Partial<Record<PropertyName, Value>>;

export const prefixes = {
	dcterms: "http://purl.org/dc/terms/",
	dc: "http://purl.org/dc/elements/1.1/",
	skos: "http://www.w3.org/2004/02/skos/core#",
} as const;

export const classes = { ConceptScheme: "skos:ConceptScheme", Concept: "skos:Concept" } as const;

/** Every property that the export uses, and what its values are. */
export const properties = {
	title: { name: "dcterms:title", of: "texts" },
	description: { name: "dcterms:description", of: "texts" },
	creator: { name: "dc:creator", of: "string" },
	license: { name: "dcterms:license", of: "addresses" },
	hasTopConcept: { name: "skos:hasTopConcept", of: "addresses" },
	topConceptOf: { name: "skos:topConceptOf", of: "addresses" },
	inScheme: { name: "skos:inScheme", of: "addresses" },
	identifier: { name: "dcterms:identifier", of: "string" },
	prefLabel: { name: "skos:prefLabel", of: "texts" },
	altLabel: { name: "skos:altLabel", of: "texts" },
	scopeNote: { name: "skos:scopeNote", of: "texts" },
	broader: { name: "skos:broader", of: "addresses" },
	narrower: { name: "skos:narrower", of: "addresses" },
	related: { name: "skos:related", of: "addresses" },
	exactMatch: { name: "skos:exactMatch", of: "addresses" },
	relatedMatch: { name: "skos:relatedMatch", of: "addresses" },
} as const satisfies Record<string, { name: `${keyof typeof prefixes}:${string}`; of: string }>;

export type ClassName = keyof typeof classes;
export type PropertyName = keyof typeof properties;

/** Where the United Nations publish their goals as concepts. */
const goals = "http://metadata.un.org/sdg/";

const about = readData("about") as {
	title: Record<Language, string>;
	description: string;
	creator: string;
	license: string;
};

/** The scheme and all its concepts, at addresses below `<origin>/concepts`. */
export function skosOfScheme(origin: string): SkosNode[] {
	const { title, description, creator, license } = about;
	const scheme: SkosNode = {
		id: `${origin}/concepts`,
		type: "ConceptScheme",
		title,
		description: { en: description },
		creator,
		license: [license],
		hasTopConcept: topConcepts().map(({ id }) => addressOf(origin, id)),
	};
	return [scheme, ...[...concepts.values()].map((concept) => skosOfConcept(origin, concept))];
}

/** One concept as the scheme has it. */
export function skosOfConcept(origin: string, concept: Concept): SkosNode {
	const addresses = (ids: readonly string[]) => ids.map((id) => addressOf(origin, id));
	const scheme = [`${origin}/concepts`];
	return {
		id: addressOf(origin, concept.id),
		type: "Concept",
		inScheme: scheme,
		topConceptOf: concept.broader.length ? [] : scheme,
		identifier: concept.id,
		prefLabel: concept.prefLabel,
		altLabel: concept.altLabel,
		scopeNote: { en: concept.scopeNote },
		broader: addresses(concept.broader),
		narrower: addresses(narrowerOf(concept.id).map(({ id }) => id)),
		related: addresses(concept.related),
		exactMatch: concept.exactMatch,
		relatedMatch: concept.sdgs.map((number) => `${goals}${number}`),
	};
}

function addressOf(origin: string, id: string): string {
	return `${origin}/concepts/${id}`;
}

/** The texts of a value of the kind `texts`, each with its language. */
export function textsOf(value: Value): { language: Language; text: string }[] {
	if (typeof value === "string" || Array.isArray(value)) return [];
	const byLanguage = value as Partial<Record<Language, string | readonly string[]>>;
	return languages.flatMap((language) =>
		[byLanguage[language] ?? []].flat().map((text) => ({ language, text })),
	);
}
