import type { FullCountry, FullPlace } from "./places.data.ts";

/** A town as schema.org `City`, with its GeoNames page as the thing it is. */
export function placeJsonLd(place: FullPlace, url: string): object {
	return {
		"@context": "https://schema.org",
		"@type": "City",
		name: place.name,
		url,
		sameAs: `https://www.geonames.org/${place.id}`,
		containedInPlace: { "@type": "Country", name: place.countryName, identifier: place.country },
		geo: { "@type": "GeoCoordinates", latitude: place.latitude, longitude: place.longitude },
		...(place.population
			? {
					additionalProperty: {
						"@type": "PropertyValue",
						name: "population",
						value: place.population,
					},
				}
			: {}),
	};
}

/** A country as schema.org `Country`. */
export function countryJsonLd(country: FullCountry, url: string): object {
	return {
		"@context": "https://schema.org",
		"@type": "Country",
		name: country.name,
		identifier: country.code,
		url,
	};
}
