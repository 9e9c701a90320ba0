import { localeOf } from "@interurban/words/words";
import { useLanguage } from "./words.ts";

/**
 * Numbers in the reader's language. What is rendered while hydrating keeps the server's text, so that small differences
 * between Node and browsers never show.
 */
export function useFormat() {
	const locale = localeOf(useLanguage());
	return {
		/** `1234.5` → "1,234.5". */
		number: (value: number, options?: Intl.NumberFormatOptions) =>
			new Intl.NumberFormat(locale, options).format(value),
		/** Whole units of an ISO 4217 currency. */
		money: (amount: number, currency: string) =>
			new Intl.NumberFormat(locale, { style: "currency", currency, maximumFractionDigits: 0 }).format(amount),
		/** "a, b and c". */
		list: (items: readonly string[]) => new Intl.ListFormat(locale).format(items),
		/** The name of a language, from its BCP 47 tag. */
		languageName: (tag: string) => new Intl.DisplayNames([locale], { type: "language" }).of(tag) ?? tag,
		/** The name of a currency, from its ISO 4217 code. */
		currencyName: (code: string) => new Intl.DisplayNames([locale], { type: "currency" }).of(code) ?? code,
	};
}
