import { fail } from "@interurban/contract/errors";

import { limits } from "@interurban/contract/limits";
import type { Db } from "@interurban/db/client";
import { type Context, defineLoader } from "../context.ts";
import { census } from "./census.ts";
import { byCountryName, type CountryRow } from "./countries.ts";
import {
	type CensusRow,
	countPeople,
	countPractices,
	findPlaces,
	findPlacesBegun,
	findPlacesLike,
	findPlacesNamed,
	listPeopleIds,
	type PlaceRow,
} from "./places.queries.ts";
import { type Sought, waysToRead } from "./places.rules.ts";

export { placeName } from "@interurban/db/seed/place-names";
export { leastLike } from "./alike.rules.ts";
export {
	type Alike,
	likenessOf,
	listAnalogues,
	listSimilarPlaces,
	traitsAlike,
	traitsLike,
} from "./alike.ts";
export { type CountryRow, countryName, findCountry } from "./countries.ts";
export {
	findOrCreateOrganisation,
	organisationById,
	organisationsOfPlace,
} from "./organisations.ts";
export { indexPlaces, placeSource } from "./places.index.ts";
export { findPlaces, type PlaceRow } from "./places.queries.ts";
export { isCapital, placeSlug } from "./places.rules.ts";
export { project, serveWorldMap } from "./world-map.ts";

/** Towns asked for last, by database: the gazetteer does not change while the service runs. */
const known = new WeakMap<Db, Map<number, PlaceRow>>();
const mostKnown = 5000;

/** A town by its GeoNames id, or null. */
export const placeById = defineLoader<number, PlaceRow | null>(async (ctx, ids) => {
	const towns = known.get(ctx.db) ?? new Map<number, PlaceRow>();
	known.set(ctx.db, towns);
	const found = new Map(ids.map((id) => [id, towns.get(id) ?? null]));
	const missing = ids.filter((id) => !found.get(id));
	for (const row of missing.length ? await findPlaces(ctx.db, missing) : []) {
		found.set(row.id, row);
		towns.set(row.id, row);
	}
	for (const oldest of towns.keys()) if (towns.size > mostKnown) towns.delete(oldest);
	return ids.map((id) => found.get(id) ?? null);
});

const countLoader = (count: typeof countPractices) =>
	defineLoader<number, number>(async (ctx, ids) => {
		const counts = new Map((await count(ctx.db, ids)).map((row) => [row.id, row.count]));
		return ids.map((id) => counts.get(id) ?? 0);
	});

/** How many published practices a town has. */
export const practiceCountOfPlace = countLoader(countPractices);
/** How many members a town has. */
export const peopleCountOfPlace = countLoader(countPeople);

/** The ids of the latest members of a town, at most 50. */
export const peopleIdsOfPlace = defineLoader<number, number[]>(async (ctx, placeIds) => {
	const rows = await listPeopleIds(ctx.db, placeIds);
	return placeIds.map((id) =>
		rows.filter((row) => row.placeId === id).map(({ personId }) => Number(personId)),
	);
});

/** A town's id in an address or a form; null for anything that cannot be one. */
export function readPlaceId(id: string): number | null {
	return /^\d{1,10}$/.test(id) && Number(id) < 2 ** 31 ? Number(id) : null;
}

/** The town of an id, or null. */
export async function findPlace(ctx: Context, id: string): Promise<PlaceRow | null> {
	const number = readPlaceId(id);
	return number === null ? null : placeById(ctx).load(number);
}

/**
 * Towns for what somebody is typing, in any spelling: those whose names are it, begin with it or have a word that does;
 * only when there are none, those with a name that resembles it. The more populous first. A country may follow.
 * @param first at most 20
 */
export async function suggestPlaces(db: Db, text: string, first: number): Promise<PlaceRow[]> {
	const most = Math.min(Math.max(first, 1), 20);
	const ways = waysToRead(text.slice(0, limits.query));
	for (const way of ways) {
		const found = await findPlacesBegun(db, way, most);
		if (found.length) return found;
	}
	for (const way of ways.filter(isLongEnough)) {
		const found = await findPlacesLike(db, way, most);
		if (found.length) return found;
	}
	return [];
}

/** Two or three letters resemble everything. */
const isLongEnough = ({ names }: Sought): boolean => names.some((name) => name.length > 3);

/** The one town that bears a typed name, or else those among which a person has to choose. */
export type NamedPlace = { place: PlaceRow | null; candidates: PlaceRow[] };

/** Finds the town that a form without suggestions names: `Aachen`, `Springfield, IL`, `Valencia, Espagne`. */
export async function findPlaceByName(db: Db, typed: string): Promise<NamedPlace> {
	for (const way of waysToRead(typed.slice(0, limits.query))) {
		const named = await findPlacesNamed(db, way, 20);
		const [only] = named;
		if (only)
			return named.length === 1 ? { place: only, candidates: [] } : { place: null, candidates: named };
	}
	return { place: null, candidates: await suggestPlaces(db, typed, 8) };
}

/**
 * The town that a form means, chosen by its id or typed as a name.
 * Refuses an unknown town (`places.unknown`) and a name that several bear (`places.ambiguous`).
 */
export async function requirePlace(
	db: Db,
	input: { id?: string | null | undefined; name?: string | null | undefined },
	field: string,
): Promise<PlaceRow> {
	if (input.id) {
		const id = readPlaceId(input.id);
		const [row] = id === null ? [] : await findPlaces(db, [id]);
		return row ?? fail("places.unknown", { field, args: { name: input.id.slice(0, 100) } });
	}
	const name = input.name?.trim() ?? "";
	if (!name) return fail("required", { field });
	const { place, candidates } = await findPlaceByName(db, name);
	if (place) return place;
	return fail(candidates.length ? "places.ambiguous" : "places.unknown", {
		field,
		args: { name: name.slice(0, 100) },
	});
}

/** Figures of a country's towns together; zero when it has none. */
export async function countsOfCountry(ctx: Context, code: string) {
	return (await census(ctx.db)).countries.get(code) ?? { practices: 0, people: 0, places: [] };
}

/** The countries that have something, by name. */
export async function listCountries(ctx: Context): Promise<CountryRow[]> {
	const { countries } = await census(ctx.db);
	const byName = byCountryName(ctx.language);
	return [...countries.keys()].sort(byName).map((code) => ({ code }));
}

/** The towns of a country that have something, those with most practices first; at most 200. */
export async function listPlacesOfCountry(ctx: Context, code: string, first: number): Promise<PlaceRow[]> {
	const { places } = await countsOfCountry(ctx, code);
	return withCounts(ctx, places.slice(0, Math.min(Math.max(first, 0), 200)));
}

/** Lets towns from the census tell its figures, so that they are not counted again. */
function withCounts(ctx: Context, rows: readonly CensusRow[]): PlaceRow[] {
	for (const { id, practices, people } of rows) {
		practiceCountOfPlace(ctx).prime(id, practices);
		peopleCountOfPlace(ctx).prime(id, people);
	}
	return [...rows];
}

/** Points on the map of the world: more would hide each other. */
const mostPoints = 120;

/** The towns with most practices, the richest first. */
export async function listPlacesOfMap(ctx: Context): Promise<PlaceRow[]> {
	const { ranked } = await census(ctx.db);
	return withCounts(ctx, ranked.slice(0, mostPoints));
}
