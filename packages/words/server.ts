import type { Language } from "@interurban/contract/languages";
import { all } from "./generated/all.ts";
import { makeTranslate, type Translate } from "./words.ts";

const translators = new Map<string, Translate>();

/** The whole dictionary of a language, for the server: pages, mails, feeds. */
export function wordsIn(language: Language): Translate {
	let translate = translators.get(language);
	if (!translate) {
		translate = makeTranslate(all[language] ?? {});
		translators.set(language, translate);
	}
	return translate;
}
