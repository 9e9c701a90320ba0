import { query } from "@solidjs/router";
import { execute } from "../execute.ts";
import { Countries, Country, Place, PlacesCalled, PlaceThreads } from "../generated/operations.ts";
import type { CountryQuery, MapPointFragment, PlaceQuery } from "../generated/types.ts";

export type MapPoint = MapPointFragment;
export type FullPlace = NonNullable<PlaceQuery["place"]>;
export type PlaceData = PlaceQuery;
export type FullCountry = NonNullable<CountryQuery["country"]>;

/** A town by its id with a page of its practices, and how it is like another one or the reader's own. */
export const getPlace = query(
	(id: string, after: string | null, other: string | null) =>
		execute(Place, { id, filter: { place: id }, after, with: other }),
	"place",
);

/** What is being talked about in a town. */
export const getPlaceThreads = query(
	async (id: string) => (await execute(PlaceThreads, { id })).threads,
	"place-threads",
);

/** The towns that a typed name may mean: one, or several to choose from. */
export const getPlacesCalled = query(
	async (name: string) => (name ? (await execute(PlacesCalled, { name })).placesCalled : []),
	"places-called",
);

/** A country by its code in upper case, with a page of its practices. */
export const getCountry = query(
	(code: string, after: string | null) => execute(Country, { code, filter: { country: code }, after }),
	"country",
);

export const getCountries = query(() => execute(Countries, {}), "countries");
