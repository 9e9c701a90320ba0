const letters: Readonly<Record<string, string>> = {
	ß: "ss",
	ẞ: "ss",
	æ: "ae",
	œ: "oe",
	ø: "o",
	ł: "l",
	đ: "d",
	ð: "d",
	þ: "th",
	ħ: "h",
	ı: "i",
	ə: "e",
	ґ: "г",
	ة: "ه",
	ى: "ي",
	ـ: "",
};
const special = new RegExp(`[${Object.keys(letters).join("")}]`, "gu");

const umlauts: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ø: "oe", å: "aa" };

/**
 * The form of a name under which it is compared: lower case, without diacritics, apostrophes, hyphens and the like as
 * single spaces: "Saint-Étienne" → "saint etienne", "Łódź" → "lodz", "القاهرة" → "القاهره". Empty for a text without letters.
 */
export function foldName(name: string): string {
	return name
		.normalize("NFKD")
		.replace(/\p{M}+/gu, "")
		.toLowerCase()
		.replace(special, (letter) => letters[letter] ?? letter)
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim();
}

/** The same with ä, ö, ü, ø, å spelled with two letters, as they are typed on foreign keyboards: "München" → "muenchen". */
export function foldSpelledOut(name: string): string {
	const lower = name.normalize("NFC").toLowerCase();
	return foldName(lower.replace(/[äöüøå]/g, (letter) => umlauts[letter] ?? letter));
}
