import { ancestorsOf } from "@interurban/concepts/concepts";
import { regionOf } from "@interurban/contract/countries";
import type { Db } from "@interurban/db/client";
import type { PlaceRow } from "../places/places.ts";
import { indexDocument } from "../search/search.ts";
import type { ChallengeContent } from "./challenges.queries.ts";

/** Makes a challenge findable as it is now, by its text, topics and place. */
export async function indexChallenge(
	tx: Db,
	challenge: ChallengeContent & { id: number; createdAt: Date },
	place: Pick<PlaceRow, "name" | "country">,
): Promise<void> {
	const region = regionOf(place.country);
	await indexDocument(tx, {
		kind: "challenge",
		ref: challenge.id,
		language: challenge.language,
		title: challenge.title,
		body: `${place.name}\n${challenge.problem}\n${challenge.constraints}`,
		publishedAt: challenge.createdAt,
		facets: {
			topic: challenge.topicIds.flatMap((id) => [id, ...ancestorsOf(id).map((broader) => broader.id)]),
			country: [place.country],
			region: region ? [region] : [],
		},
	});
}
