import type { FullPerson } from "./people.data.ts";

/** A person in the terms of schema.org; only what everybody may see, hence no contact data. */
export function personJsonLd(person: FullPerson): object {
	const { place, organisation } = person;
	return {
		"@context": "https://schema.org",
		"@type": "Person",
		name: person.name,
		...(person.jobTitle ? { jobTitle: person.jobTitle } : {}),
		...(organisation ? { worksFor: { "@type": "Organization", name: organisation.name } } : {}),
		...(place
			? {
					workLocation: {
						"@type": "Place",
						name: place.name,
						address: {
							"@type": "PostalAddress",
							addressLocality: place.name,
							addressCountry: place.countryName,
						},
					},
				}
			: {}),
		...(person.knows.length ? { knowsAbout: person.knows.map((topic) => topic.label) } : {}),
		...(person.languages.length
			? { knowsLanguage: person.languages.map(({ language }) => language.tag) }
			: {}),
		...(person.bio ? { description: person.bio } : {}),
	};
}
