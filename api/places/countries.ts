import { countryCodes, isCountry } from "@interurban/contract/countries";
import { type Language, languages } from "@interurban/contract/languages";
import { foldName } from "@interurban/db/fold-name";
import { localeOf } from "@interurban/words/words";

export type CountryRow = { code: string };

const names = new Map<Language, Map<string, string>>();

/** A country's name in a language; the code itself when it has none. */
export function countryName(code: string, language: Language): string {
	let known = names.get(language);
	if (!known) {
		const display = new Intl.DisplayNames(localeOf(language), { type: "region" });
		known = new Map(countryCodes.map((each) => [each, display.of(each) ?? each]));
		names.set(language, known);
	}
	return known.get(code) ?? code;
}

/** The country of a code in any case, or null. */
export function findCountry(code: string): CountryRow | null {
	const upper = code.toUpperCase();
	return isCountry(upper) ? { code: upper } : null;
}

const sorters = new Map<Language, Intl.Collator>();

/** Sorts countries by their names in a language. */
export function byCountryName(language: Language): (one: string, other: string) => number {
	const collator = sorters.get(language) ?? new Intl.Collator(localeOf(language));
	sorters.set(language, collator);
	return (one, other) => collator.compare(countryName(one, language), countryName(other, language));
}

/** Folded names and lower-case codes of every country in every language of the interface. */
let namesByCountry: ReadonlyMap<string, ReadonlySet<string>> | undefined;

function allNames(): ReadonlyMap<string, ReadonlySet<string>> {
	namesByCountry ??= new Map(
		countryCodes.map((code) => [
			code,
			new Set([code.toLowerCase(), ...languages.map((language) => foldName(countryName(code, language)))]),
		]),
	);
	return namesByCountry;
}

/**
 * The codes of the countries that are called so in any language of the interface or have that code.
 * @param folded by `foldName`
 * @param options.begun also those whose names only begin so
 */
export function countriesCalled(folded: string, options: { begun: boolean } = { begun: false }): string[] {
	if (!folded) return [];
	const found: string[] = [];
	for (const [code, names] of allNames())
		if (names.has(folded) || (options.begun && [...names].some((name) => name.startsWith(folded))))
			found.push(code);
	return found;
}
