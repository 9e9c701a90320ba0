import type { FullPractice } from "./practices.data.ts";

/** A practice as schema.org `Article`, for search engines. */
export function practiceJsonLd(practice: FullPractice, language: string): object {
	return {
		"@context": "https://schema.org",
		"@type": "Article",
		headline: practice.title,
		abstract: practice.claim,
		inLanguage: practice.language,
		datePublished: practice.publishedAt,
		dateModified: practice.updatedAt,
		identifier: String(practice.number),
		url: `/${language}/practices/${practice.slug}`,
		author: [practice.author, ...practice.coAuthors].map(({ name }) => ({ "@type": "Person", name })),
		publisher: { "@type": "Organization", name: practice.organisation.name },
		about: practice.topics.map(({ label }) => ({ "@type": "DefinedTerm", name: label })),
		contentLocation: {
			"@type": "City",
			name: practice.place.name,
			address: { "@type": "PostalAddress", addressCountry: practice.place.country },
			geo: {
				"@type": "GeoCoordinates",
				latitude: practice.place.latitude,
				longitude: practice.place.longitude,
			},
		},
		citation: practice.references.filter(({ url }) => url).map(({ url }) => url),
	};
}
