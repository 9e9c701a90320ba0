/** The address of a town's page, below the language prefix. */
export const placeHref = (place: { id: string | number; slug: string }): string =>
	`/places/${place.id}-${place.slug}`;

/** `2867714-munich` → id and slug; a slug that is missing or wrong still leads to the town. */
export function readPlaceAddress(last: string): { id: string; slug: string } {
	const [, id = "", slug = ""] = /^(\d+)(?:-(.*))?$/.exec(last) ?? [];
	return { id, slug };
}
