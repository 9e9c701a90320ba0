import type { Language } from "@interurban/contract/languages";
import type { Words } from "./generated/keys.ts";

export type { Words } from "./generated/keys.ts";

/** A key of the dictionary, e.g. `practices.count`. */
export type WordKey = keyof Words;

/** What a compiled section holds: plain text, or a function of the message's arguments. */
export type Dictionary = Readonly<Record<string, string | ((args: object) => string)>>;

/** Looks words up in one language; the arguments a message needs are part of its type. */
export type Translate = <K extends WordKey>(
	key: K,
	...args: Words[K] extends void ? [] : [Words[K]]
) => string;

/** The locale for `Intl` formatters: the digits of our pages, also in Arabic. */
export function localeOf(language: Language): string {
	return language === "ar" ? "ar-u-nu-latn" : language;
}

/** Makes the look-up over a dictionary, which may still grow. A missing word shows as its key. */
export function makeTranslate(dictionary: Dictionary): Translate {
	return (key, ...args) => {
		const message = dictionary[key];
		return typeof message === "function" ? message(args[0] ?? {}) : (message ?? key);
	};
}
