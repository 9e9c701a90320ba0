import { localeOf } from "@interurban/words/words";
import { useLanguage } from "./words.ts";

type Formatters = ReturnType<typeof makeFormatters>;

/** Making one of these costs more than formatting a page with it. */
const made = new Map<string, Formatters>();

function makeFormatters(locale: string) {
	const number = new Intl.NumberFormat(locale);
	const list = new Intl.ListFormat(locale);
	const languages = new Intl.DisplayNames([locale], { type: "language" });
	const languageNames = new Map<string, string>();
	const currencies = new Intl.DisplayNames([locale], { type: "currency" });
	return {
		/** `1234.5` → "1,234.5". */
		number: (value: number, options?: Intl.NumberFormatOptions) =>
			(options ? new Intl.NumberFormat(locale, options) : number).format(value),
		/** Whole units of an ISO 4217 currency. */
		money: (amount: number, currency: string) =>
			new Intl.NumberFormat(locale, { style: "currency", currency, maximumFractionDigits: 0 }).format(amount),
		/** "a, b and c". */
		list: (items: readonly string[]) => list.format(items),
		/** The name of a language, from its BCP 47 tag. */
		languageName: (tag: string) => {
			const name = languageNames.get(tag) ?? languages.of(tag) ?? tag;
			languageNames.set(tag, name);
			return name;
		},
		/** The name of a currency, from its ISO 4217 code. */
		currencyName: (code: string) => currencies.of(code) ?? code,
	};
}

/**
 * Numbers, lists and names in the reader's language. What is rendered while hydrating keeps the server's text, so that
 * small differences between Node and browsers never show.
 */
export function useFormat(): Formatters {
	const locale = localeOf(useLanguage());
	let formatters = made.get(locale);
	if (!formatters) {
		formatters = makeFormatters(locale);
		made.set(locale, formatters);
	}
	return formatters;
}
