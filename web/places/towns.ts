import { useWords } from "../words.ts";

/** The address of a town's page, below the language prefix. */
export const placeHref = (place: { id: string | number; slug: string }): string =>
	`/places/${place.id}-${place.slug}`;

/** A town with its country as one text; its name keeps its own direction, whatever the reader's is. */
export function useTownName(): (town: { name: string; countryName: string }) => string {
	const t = useWords();
	return ({ name, countryName }) => t("ui.town", { place: `\u2068${name}\u2069`, country: countryName });
}
