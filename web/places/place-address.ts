/** The address of a town's page, below the language prefix. */
export const placeHref = (place: { id: string | number; slug: string }): string =>
	`/places/${place.id}-${place.slug}`;
