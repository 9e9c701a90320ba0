import { ancestorsOf, labelOf } from "@interurban/concepts/concepts";
import { languages } from "@interurban/contract/languages";
import { people } from "@interurban/db/schema/people";
import { organisations, places } from "@interurban/db/schema/places";
import { and, eq, getTableColumns, inArray, isNull } from "drizzle-orm";
import { countryName } from "../places/places.ts";
import { defineSource } from "../search/search.ts";
import { findTopic } from "../topics/topics.ts";
import { listTopicsOf } from "./people.queries.ts";

/** People are found by their profiles, unless they are suspended. Contact data is not looked at. */
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
				translations: languages.map((language) => ({
					language,
					title: person.name,
					lead: concepts.map((concept) => labelOf(concept, language)).join(" · "),
					body: place ? countryName(place.country, language) : "",
				})),
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

/** @see SearchSource.index */
export const indexPeople = personSource.index;
