import type { Language } from "@interurban/contract/languages";
import { localeOf } from "./words.ts";

const collators = new Map<Language, Intl.Collator>();

/** Compares as a dictionary of the language sorts; made once, since making it costs more than a sort. */
export function compareIn(language: Language): (one: string, other: string) => number {
	let collator = collators.get(language);
	if (!collator) {
		collator = new Intl.Collator(localeOf(language));
		collators.set(language, collator);
	}
	return collator.compare;
}
