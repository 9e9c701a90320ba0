import { bandOf, regionOf } from "@interurban/contract/countries";
import { languages } from "@interurban/contract/languages";
import type { Db } from "@interurban/db/client";
import { placeName } from "@interurban/db/seed/place-names";
import { indexDocuments, removeDocument } from "../search/search.ts";
import { countryName } from "./countries.ts";
import { findPlaces, listWithContent } from "./places.queries.ts";

/**
 * Makes towns findable that have practices, members or organisations, and those unfindable that have nothing any more.
 * Meant for the transaction in which a town gains or loses something.
 */
export async function indexPlaces(tx: Db, ids: readonly number[]): Promise<void> {
	const all = [...new Set(ids)];
	if (!all.length) return;
	const filled = new Set(await listWithContent(tx, all));
	for (const id of all) if (!filled.has(id)) await removeDocument(tx, "place", id);
	const places = await findPlaces(tx, [...filled]);
	await indexDocuments(
		tx,
		places.map((place) => {
			const region = regionOf(place.country);
			const band = bandOf(place.population);
			return {
				kind: "place",
				ref: place.id,
				language: "und",
				title: place.name,
				publishedAt: new Date(0),
				translations: languages.map((language) => ({
					language,
					title: placeName(place, language),
					lead: countryName(place.country, language),
				})),
				facets: {
					country: [place.country],
					...(region ? { region: [region] } : {}),
					...(band ? { population: [band] } : {}),
				},
			};
		}),
	);
}

/** @see indexPlaces */
export const indexPlace = (tx: Db, id: number): Promise<void> => indexPlaces(tx, [id]);
