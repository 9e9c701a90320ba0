import { languages } from "@interurban/contract/languages";
import { places } from "@interurban/db/schema/places";
import { placeName } from "@interurban/db/seed/place-names";
import { defineSource } from "../search/search.ts";
import { countryName } from "./countries.ts";
import { findPlacesWithContent, hasContent } from "./places.queries.ts";

/** Towns are found that have practices, members or organisations. */
export const placeSource = defineSource<number>({
	kind: "place",
	table: places,
	where: hasContent,
	async read(tx, ids) {
		return (await findPlacesWithContent(tx, ids)).map((place) => ({
			ref: place.id,
			language: "und",
			title: place.name,
			publishedAt: new Date(0),
			translations: languages.map((language) => ({
				language,
				title: placeName(place, language),
				lead: countryName(place.country, language),
			})),
			place,
		}));
	},
});

/** Meant for every transaction in which towns gain or lose something; all of them at once, for one holds their rows. */
export const indexPlaces = placeSource.index;
