import { query } from "@solidjs/router";
import { execute } from "../execute.ts";
import { Countries, Country, Place } from "../generated/operations.ts";
import type { CountryQuery, MapPointFragment, PlaceQuery } from "../generated/types.ts";

export type MapPoint = MapPointFragment;
export type FullPlace = NonNullable<PlaceQuery["place"]>;
export type PlaceData = PlaceQuery;
export type FullCountry = NonNullable<CountryQuery["country"]>;

/** A town by its id with a page of its practices. */
export const getPlace = query(
	(id: string, after: string | null) => execute(Place, { id, filter: { place: id }, after }),
	"place",
);

/** A country by its code in upper case, with a page of its practices. */
export const getCountry = query(
	(code: string, after: string | null) => execute(Country, { code, filter: { country: code }, after }),
	"country",
);

export const getCountries = query(() => execute(Countries, {}), "countries");
