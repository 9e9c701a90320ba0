import { ancestorsOf } from "@interurban/concepts/concepts";
import { bandOf, regionOf } from "@interurban/contract/countries";
import { isLanguage } from "@interurban/contract/languages";
import type { Db } from "@interurban/db/client";
import { places } from "@interurban/db/schema/places";
import { practices, practiceTranslations } from "@interurban/db/schema/practices";
import { eq, inArray } from "drizzle-orm";
import { countryName, indexPlaces } from "../places/places.ts";
import { indexDocuments } from "../search/search.ts";
import type { PracticeContent } from "./practices.content.ts";

/**
 * Makes published practices findable as they are now: by all they say, in the original and in the languages into which
 * title and claim were translated; and their towns, which they fill. Part of the transaction that writes them.
 */
export async function indexPractices(
	tx: Db,
	given: readonly { id: number; content: PracticeContent }[],
): Promise<void> {
	if (!given.length) return;
	const ids = given.map(({ id }) => id);
	const rows = await tx
		.select({
			id: practices.id,
			evidence: practices.evidence,
			publishedAt: practices.publishedAt,
			placeName: places.name,
			country: places.country,
			population: places.population,
		})
		.from(practices)
		.innerJoin(places, eq(places.id, practices.placeId))
		.where(inArray(practices.id, ids));
	const byId = new Map(rows.map((row) => [row.id, row]));
	const translations = await tx
		.select()
		.from(practiceTranslations)
		.where(inArray(practiceTranslations.practiceId, ids));
	await indexDocuments(
		tx,
		given.flatMap(({ id, content }) => {
			const row = byId.get(id);
			if (!row) return [];
			const region = regionOf(row.country);
			const band = bandOf(row.population);
			const where = (language: string) =>
				`${row.placeName} ${isLanguage(language) ? countryName(row.country, language) : ""}`;
			return {
				kind: "practice",
				ref: id,
				language: content.language,
				title: content.title,
				lead: content.claim,
				body: `${where(content.language)}\n${textOf(content)}`,
				publishedAt: row.publishedAt,
				translations: translations
					.filter(({ practiceId }) => practiceId === id)
					.map(({ language, title, claim }) => ({ language, title, lead: claim, body: where(language) })),
				facets: {
					topic: content.topicIds.flatMap((topic) => [
						topic,
						...ancestorsOf(topic).map((broader) => broader.id),
					]),
					sdg: content.sdgs,
					country: [row.country],
					region: region ? [region] : [],
					population: band ? [band] : [],
					stage: [content.stage],
					evidence: [row.evidence],
				},
			};
		}),
	);
	await indexPlaces(
		tx,
		given.map(({ content }) => content.placeId),
	);
}

/** All that a practice says below its title and claim. */
function textOf(content: PracticeContent): string {
	return [
		content.organisation.name,
		content.situation,
		content.approach,
		content.outcome,
		content.objectives,
		content.targetGroups,
		...content.blocks.flatMap((block) => [block.name, block.description, block.enabling, block.lessons]),
		...content.results.map((result) => result.indicator),
		...content.partners.map((partner) => partner.name),
		...content.conditions.map((condition) => condition.description),
		content.failures,
		content.hindsight,
		content.continuity,
		content.funding,
		content.staff,
	]
		.filter(Boolean)
		.join("\n");
}
