/** The languages of the interface, as BCP 47 tags. People write content in any language. */
export const languages = ["de", "en", "fr", "es", "ar", "uk"] as const;

export type Language = (typeof languages)[number];

/** Each language by its own name. */
export const ownNames: Readonly<Record<Language, string>> = {
	de: "Deutsch",
	en: "English",
	fr: "Français",
	es: "Español",
	ar: "العربية",
	uk: "Українська",
};

/** Whether a string is one of the interface's languages. */
export function isLanguage(value: unknown): value is Language {
	return languages.includes(value as Language);
}

/** The writing direction of a BCP 47 tag, for the `dir` attribute. */
export function directionOf(tag: string): "ltr" | "rtl" {
	return /^(ar|fa|he|ur|ps|ku-arab|ckb|dv|yi)\b/i.test(tag) ? "rtl" : "ltr";
}
