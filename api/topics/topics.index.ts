import { ancestorsOf, type Concept, concepts, labelOf } from "@interurban/concepts/concepts";
import { type Language, languages } from "@interurban/contract/languages";
import { topics } from "@interurban/db/schema/topics";
import { eq } from "drizzle-orm";
import { defineSource } from "../search/search.ts";

/** Topics of the scheme are found by their labels in all languages. */
export const topicSource = defineSource<string>({
	kind: "topic",
	table: topics,
	where: eq(topics.retired, false),
	read: async (_, ids) => ids.flatMap((id) => concepts.get(id) ?? []).map(toThing),
});

/** @see SearchSource.index */
export const indexTopics = topicSource.index;

function toThing(concept: Concept) {
	const inLanguage = (language: Language) => ({
		language,
		title: labelOf(concept, language),
		lead: concept.altLabel[language].join(" · "),
	});
	return {
		ref: concept.id,
		// A concept has no language, its labels have.
		language: "und",
		title: labelOf(concept, "en"),
		publishedAt: new Date(0),
		translations: [...languages.map(inLanguage), { language: "en", title: "", body: concept.scopeNote }],
		facets: {
			topic: [concept.id, ...ancestorsOf(concept.id).map(({ id }) => id)],
			sdg: concept.sdgs,
		},
	};
}
