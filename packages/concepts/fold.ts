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

/** The same with ä, ö, ü spelled ae, oe, ue, as people type German on foreign keyboards. */
export function foldGerman(text: string): string {
	return fold(
		text
			.normalize("NFC")
			.toLowerCase()
			.replace(/[äöü]/g, (letter) => ({ ä: "ae", ö: "oe", ü: "ue" })[letter] ?? letter),
	);
}
