import { limits } from "@interurban/contract/limits";
import { foldName } from "@interurban/db/fold-name";
import { slugOf } from "../slug.ts";
import { countriesCalled } from "./countries.ts";

/** The name in the address of a town: "Saint-Étienne" → "saint-etienne". */
export const placeSlug = (place: { name: string }): string => slugOf(place.name, "und") || "town";

/** A folded name and the ways in which the gazetteer may spell it: Cyrillic in Latin letters, "St." as "saint" and "sankt". */
function spellings(name: string): string[] {
	const spelled = [foldName(name)];
	if (/\p{Script=Cyrillic}/u.test(name)) spelled.push(slugOf(name, "uk", limits.query).replaceAll("-", " "));
	const short = spelled.map((each) => each.replace(/\b(saint|sankt)\b/g, "st").replace(/\bsainte\b/g, "ste"));
	const long = ["saint", "sankt"].map((word) =>
		foldName(name)
			.replace(/\bst\b/g, word)
			.replace(/\bste\b/g, "sainte"),
	);
	return [...new Set([...spelled, ...short, ...long])].filter(Boolean);
}

/** What somebody looks for: a folded name in all its spellings, and the countries it may be in, if they named one. */
export type Sought = { names: string[]; countries: string[] | null };

/**
 * Ways to understand what was typed, the likeliest first. After a comma stands a country, its code ("Aachen, DE"), the
 * letters of a state ("Springfield, IL") or the beginning of a country; without one the last words may be a country.
 */
export function waysToRead(typed: string): Sought[] {
	const ways: Sought[] = [];
	const add = (name: string, countries: string[] | null) => {
		const names = spellings(name);
		if (names.length && countries?.length !== 0) ways.push({ names, countries });
	};
	const comma = typed.search(/[,،、]/);
	if (comma >= 0) {
		const name = typed.slice(0, comma);
		const last = foldName(typed.slice(typed.search(/[,،、][^,،、]*$/) + 1));
		const letters = /^[a-z]{2}$/.test(last) ? [last.toUpperCase()] : [];
		add(name, [...new Set([...countriesCalled(last), ...letters])]);
		add(name, countriesCalled(last, { begun: true }));
	}
	add(typed, null);
	const words = foldName(typed).split(" ");
	for (let at = words.length - 1; at > 0; at--) {
		add(words.slice(0, at).join(" "), countriesCalled(words.slice(at).join(" ")));
	}
	return ways;
}

export const isCapital = (place: { featureCode: string }): boolean => place.featureCode === "PPLC";
