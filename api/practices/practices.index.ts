import { ancestorsOf } from "@interurban/concepts/concepts";
import { isLanguage } from "@interurban/contract/languages";
import type { Db } from "@interurban/db/client";
import { places } from "@interurban/db/schema/places";
import { practiceRevisions, practices, practiceTranslations } from "@interurban/db/schema/practices";
import { and, eq, inArray, sql } from "drizzle-orm";
import { indexPeopleOf } from "../people/people.ts";
import { countryName, indexPlaces } from "../places/places.ts";
import { defineSource } from "../search/search.ts";
import type { PracticeContent } from "./practices.content.ts";

/** Published practices are found by all they say, in the original and in the languages into which title and claim were translated. */
export const practiceSource = defineSource<number>({
	kind: "practice",
	table: practices,
	where: eq(practices.status, "published"),
	async read(tx, ids) {
		const rows = await tx
			.select({
				id: practices.id,
				content: sql<PracticeContent>`${practiceRevisions.content}`,
				evidence: practices.evidence,
				publishedAt: practices.publishedAt,
				placeName: places.name,
				place: { country: places.country, population: places.population, traits: places.traits },
			})
			.from(practices)
			.innerJoin(
				practiceRevisions,
				and(eq(practiceRevisions.practiceId, practices.id), eq(practiceRevisions.number, practices.revision)),
			)
			.innerJoin(places, eq(places.id, practices.placeId))
			.where(and(eq(practices.status, "published"), inArray(practices.id, [...ids])));
		const translations = await tx
			.select()
			.from(practiceTranslations)
			.where(inArray(practiceTranslations.practiceId, [...ids]));
		return rows.map(({ id, content, ...row }) => {
			const own = translations.filter(({ practiceId }) => practiceId === id);
			const where = (language: string) =>
				`${row.placeName} ${isLanguage(language) ? countryName(row.place.country, language) : ""}`;
			return {
				ref: id,
				language: content.language,
				title: content.title,
				lead: content.claim,
				body: `${where(content.language)}\n${textOf(content)}`,
				publishedAt: row.publishedAt,
				translations: own.map(({ language, title, claim }) => {
					return { language, title, lead: claim, body: where(language) };
				}),
				translated: own.map(({ language }) => language),
				facets: {
					topic: content.topicIds.flatMap((topic) => [
						topic,
						...ancestorsOf(topic).map((broader) => broader.id),
					]),
					sdg: content.sdgs,
					stage: [content.stage],
					evidence: [row.evidence],
				},
				place: row.place,
			};
		});
	},
});

/**
 * Indexes practices, and the people and towns that are found by them.
 * @param placeIds where they are, and where they were before
 */
export async function indexPractices(
	tx: Db,
	ids: readonly number[],
	placeIds: readonly number[] = [],
): Promise<void> {
	await practiceSource.index(tx, ids);
	await indexPeopleOf(tx, ids);
	await indexPlaces(tx, placeIds);
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
