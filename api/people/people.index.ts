import { ancestorsOf, labelOf } from "@interurban/concepts/concepts";
import { languages } from "@interurban/contract/languages";
import type { Db } from "@interurban/db/client";
import { people } from "@interurban/db/schema/people";
import { organisations, places } from "@interurban/db/schema/places";
import { and, eq, getTableColumns, inArray, isNull } from "drizzle-orm";
import { countryName } from "../places/places.ts";
import { defineSource, type SearchText } from "../search/search.ts";
import { findTopic } from "../topics/topics.ts";
import { listPeopleOf, listTopicsOf, listWork, type WorkRow } from "./people.queries.ts";

/**
 * People are found by their profiles, their practices and their answers that are marked as solutions, unless they are suspended.
 * Contact data is not looked at.
 */
export const personSource = defineSource<number>({
	kind: "person",
	table: people,
	where: isNull(people.suspendedAt),
	async read(tx, ids) {
		const rows = await tx
			.select({
				person: getTableColumns(people),
				place: {
					name: places.name,
					country: places.country,
					population: places.population,
					traits: places.traits,
				},
				organisation: { name: organisations.name },
			})
			.from(people)
			.leftJoin(places, eq(places.id, people.placeId))
			.leftJoin(organisations, eq(organisations.id, people.organisationId))
			.where(and(isNull(people.suspendedAt), inArray(people.id, [...ids])));
		const topics = await listTopicsOf(tx, ids);
		const work = await listWork(tx, ids);
		const known = (id: number) =>
			topics
				.filter((row) => row.personId === id && row.interest === "knows")
				.flatMap((row) => findTopic(row.topicId) ?? []);
		return rows.map(({ person, place, organisation }) => {
			const concepts = known(person.id);
			return {
				ref: person.id,
				publishedAt: person.createdAt,
				language: person.language,
				title: person.name,
				lead: [person.jobTitle, organisation?.name, place?.name].filter(Boolean).join(" · "),
				body: [person.askMeAbout, person.offers, person.seeks, person.bio].filter(Boolean).join("\n"),
				// What has a name in every language is found in every language.
				translations: [
					...languages.map((language) => ({
						language,
						title: person.name,
						lead: concepts.map((concept) => labelOf(concept, language)).join(" · "),
						body: place ? countryName(place.country, language) : "",
					})),
					...inEachLanguage(work.filter(({ personId }) => personId === person.id)),
				],
				facets: {
					topic: [
						...new Set(concepts.flatMap(({ id }) => [id, ...ancestorsOf(id).map((above) => above.id)])),
					],
				},
				place,
			};
		});
	},
});

/** The practice is what one looks for, and then who did it. */
const workCounts = 0.5;

/** What somebody did, as one text in each language. */
function inEachLanguage(work: readonly WorkRow[]): SearchText[] {
	const texts = new Map<string, string[]>();
	for (const { language, text } of work) texts.set(language, [...(texts.get(language) ?? []), text]);
	return [...texts].map(([language, all]) => ({
		...{ language, title: "", body: all.join("\n") },
		counts: workCounts,
	}));
}

/** @see SearchSource.index */
export const indexPeople = personSource.index;

/** Indexes everybody who is found by some practices. */
export async function indexPeopleOf(tx: Db, practiceIds: readonly number[]): Promise<void> {
	await indexPeople(tx, await listPeopleOf(tx, practiceIds), { isNews: false });
}
