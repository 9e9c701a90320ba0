import type { Db } from "@interurban/db/client";
import { type Alike, findPlaces, readPlaceId, traitsAlike, traitsLike } from "../places/places.ts";
import type { LikeTown } from "./search.found.ts";

/** A town as far as others can be like it. */
export type Town = { id: number; traits: number };

/**
 * The towns of a search, each with what makes others like it.
 * @param query.like ids to which the search is narrowed; those that there are not are left out
 * @param query.towns further ones, and any that are known already
 */
export async function likeTowns(
	db: Db,
	query: { like: readonly (string | number)[]; towns: readonly Town[] },
): Promise<LikeTown[]> {
	const known = new Map(query.towns.map((town) => [town.id, town]));
	const ids = query.like.map((id) => readPlaceId(String(id))).filter((id) => id !== null);
	const missing = ids.filter((id) => !known.has(id));
	const found: readonly Town[] = missing.length ? await findPlaces(db, missing) : [];
	return Promise.all(
		[...known.values(), ...found].map(async ({ id, traits }) => ({
			value: `like:${id}`,
			traits: traitsLike(await traitsAlike(db, traits)),
		})),
	);
}

/** What is alike to the town by which a search is sorted; null when it is not sorted so. */
export async function alikeFor(
	db: Db,
	query: { sort?: string; similarTo?: Town | null },
): Promise<readonly Alike[] | null> {
	return query.sort === "similar" && query.similarTo ? traitsAlike(db, query.similarTo.traits) : null;
}
