import type { Language } from "@interurban/contract/languages";

const letters: Readonly<Record<string, string>> = {
	ß: "ss",
	œ: "oe",
	æ: "ae",
	ø: "o",
	ł: "l",
	đ: "d",
	ı: "i",
	ґ: "г",
	ة: "ه",
	ى: "ي",
	ـ: "",
};
const special = new RegExp(`[${Object.keys(letters).join("")}]`, "gu");

/**
 * The form of a label under which it is compared: lower case, without diacritics, punctuation as single spaces,
 * Arabic with bare alef and without the article, so that «الفيضانات» and «فيضانات», "Städtebau" and "stadtebau" are the same.
 */
export function fold(text: string): string {
	return text
		.normalize("NFKD")
		.replace(/\p{M}+/gu, "")
		.toLowerCase()
		.replace(special, (letter) => letters[letter] ?? letter)
		.replace(/(?<=\p{Script=Cyrillic})['’ʼ](?=\p{Script=Cyrillic})/gu, "")
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim()
		.replace(/(?<=^| )(?:[وبكف]?ال|لل)(?=\p{Script=Arabic}{2})/gu, "");
}

const respell: Partial<Record<Language, (text: string) => string>> = {
	de: germanWithoutUmlauts,
	en: american,
};

/** The folded label, and folded in other spellings: German umlauts as ae, oe, ue; English as written in America. */
export function spellingsOf(label: string, language: Language): string[] {
	const lower = label.normalize("NFC").toLowerCase();
	return [...new Set([fold(label), fold(respell[language]?.(lower) ?? label)])];
}

function germanWithoutUmlauts(text: string): string {
	return text.replace(/[äöü]/g, (letter) => ({ ä: "ae", ö: "oe", ü: "ue" })[letter] ?? letter);
}

function american(text: string): string {
	return text
		.replace(/(?<=[a-z]{3})is(?=ation|ing\b|ed\b|e\b)/g, "iz")
		.replace(/(?<=neighb|behavi|lab|harb|col)our/g, "or")
		.replace(/(?<=cent)re\b/g, "er");
}
