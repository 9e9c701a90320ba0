import { ancestorsOf } from "@interurban/concepts/concepts";
import { challenges } from "@interurban/db/schema/challenges";
import { places } from "@interurban/db/schema/places";
import { inArray } from "drizzle-orm";
import { defineSource } from "../search/search.ts";
import { findChallenges } from "./challenges.queries.ts";

/** Challenges are found by their text, topics and place. */
export const challengeSource = defineSource<number>({
	kind: "challenge",
	table: challenges,
	async read(tx, ids) {
		const rows = await findChallenges(tx, ids);
		const placeIds = rows.map(({ placeId }) => placeId);
		const towns = await tx
			.select({
				id: places.id,
				name: places.name,
				country: places.country,
				population: places.population,
				traits: places.traits,
			})
			.from(places)
			.where(inArray(places.id, placeIds));
		const byId = new Map(towns.map((place) => [place.id, place]));
		return rows.map(({ id, placeId, ...challenge }) => {
			const place = byId.get(placeId);
			return {
				ref: id,
				language: challenge.language,
				title: challenge.title,
				body: `${place?.name ?? ""}\n${challenge.problem}\n${challenge.constraints}`,
				publishedAt: challenge.createdAt,
				facets: {
					topic: challenge.topicIds.flatMap((topic) => [
						topic,
						...ancestorsOf(topic).map((broader) => broader.id),
					]),
				},
				...(place ? { place } : {}),
			};
		});
	},
});

/** @see SearchSource.index */
export const indexChallenges = challengeSource.index;
