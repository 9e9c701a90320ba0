import { ancestorsOf, type Concept, concepts, labelOf } from "@interurban/concepts/concepts";
import { type Language, languages } from "@interurban/contract/languages";
import type { Db } from "@interurban/db/client";
import { searchDocuments } from "@interurban/db/schema/search";
import { and, eq, notInArray } from "drizzle-orm";
import { indexDocuments, removeDocument } from "../search/search.ts";

const kind = "topic";

/** Makes every topic of the scheme findable by its labels in all languages, and those unfindable that left it. */
export async function indexTopics(db: Db): Promise<void> {
	const all = [...concepts.values()];
	const gone = await db
		.select({ ref: searchDocuments.ref })
		.from(searchDocuments)
		.where(and(eq(searchDocuments.kind, kind), notInArray(searchDocuments.ref, [...concepts.keys()])));
	for (const { ref } of gone) await removeDocument(db, kind, ref);
	await indexDocuments(db, all.map(toDocument));
}

function toDocument(concept: Concept) {
	const inLanguage = (language: Language) => ({
		language,
		title: labelOf(concept, language),
		lead: concept.altLabel[language].join(" · "),
	});
	return {
		kind,
		ref: concept.id,
		// A concept has no language, its labels have.
		language: "und",
		title: labelOf(concept, "en"),
		publishedAt: new Date(0),
		translations: [
			...languages.map(inLanguage),
			{ language: "en", title: "", body: concept.scopeNote ?? "" },
		],
		facets: {
			topic: [concept.id, ...ancestorsOf(concept.id).map(({ id }) => id)],
			sdg: concept.sdgs,
		},
	};
}
