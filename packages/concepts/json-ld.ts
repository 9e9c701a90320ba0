import { classes, prefixes, properties, type SkosNode } from "./skos.ts";

const kinds = {
	texts: { "@container": "@language" },
	addresses: { "@type": "@id" },
	string: {},
} as const;

const context = {
	"@version": 1.1,
	...prefixes,
	id: "@id",
	type: "@type",
	...classes,
	...Object.fromEntries(
		Object.entries(properties).map(([key, { name, of }]) => [key, { "@id": name, ...kinds[of] }]),
	),
};

/** The nodes as JSON-LD 1.1, with the context inside. */
export function toJsonLd(nodes: readonly SkosNode[]): string {
	return JSON.stringify({ "@context": context, "@graph": nodes });
}
