import { useWords } from "../words.ts";

/** A town with its country as one text; its name keeps its own direction, whatever the reader's is. */
export function useTownName(): (town: { name: string; countryName: string }) => string {
	const t = useWords();
	return ({ name, countryName }) => t("ui.town", { place: `\u2068${name}\u2069`, country: countryName });
}
