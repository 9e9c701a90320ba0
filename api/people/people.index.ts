import { ancestorsOf, labelOf } from "@interurban/concepts/concepts";
import { bandOf, regionOf } from "@interurban/contract/countries";
import { languages } from "@interurban/contract/languages";
import type { Db } from "@interurban/db/client";
import { people } from "@interurban/db/schema/people";
import { organisations, places } from "@interurban/db/schema/places";
import { eq, getTableColumns, inArray } from "drizzle-orm";
import { countryName } from "../places/places.ts";
import { indexDocuments, removeDocument } from "../search/search.ts";
import { findTopic } from "../topics/topics.ts";
import { listTopicsOf } from "./people.queries.ts";

/**
 * Makes people findable as their profiles are now; suspended ones can no longer be found. Meant for the transaction that
 * changed them. Contact data is not looked at.
 */
export async function indexPeople(db: Db, ids: readonly number[]): Promise<void> {
	if (!ids.length) return;
	const rows = await db
		.select({
			person: getTableColumns(people),
			place: { name: places.name, country: places.country, population: places.population },
			organisation: { name: organisations.name },
		})
		.from(people)
		.leftJoin(places, eq(places.id, people.placeId))
		.leftJoin(organisations, eq(organisations.id, people.organisationId))
		.where(inArray(people.id, [...ids]));
	const topics = await listTopicsOf(db, ids);
	const known = (id: number) =>
		topics
			.filter((row) => row.personId === id && row.interest === "knows")
			.flatMap((row) => findTopic(row.topicId) ?? []);

	for (const { person } of rows) if (person.suspendedAt) await removeDocument(db, "person", person.id);
	await indexDocuments(
		db,
		rows
			.filter(({ person }) => !person.suspendedAt)
			.map(({ person, place, organisation }) => {
				const concepts = known(person.id);
				const region = place && regionOf(place.country);
				const band = place && bandOf(place.population);
				return {
					kind: "person",
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
						...(place ? { country: [place.country] } : {}),
						...(region ? { region: [region] } : {}),
						...(band ? { population: [band] } : {}),
					},
				};
			}),
	);
}
