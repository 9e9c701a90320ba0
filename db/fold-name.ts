import anyAscii from "any-ascii";

const spelledOut: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ø: "oe", å: "aa" };

/**
 * The form of a name under which it is compared: lower-case Latin letters and digits in single spaces. "Saint-Étienne" →
 * "saint etienne", "Łódź" → "lodz"; other scripts letter by letter, because trigrams of letters outside of ASCII depend
 * on the locale of the database. Empty for a text without letters and digits.
 */
export function foldName(name: string): string {
	return name
		.normalize("NFC")
		.toLowerCase()
		.replace(/(?<=\p{Script=Cyrillic})['’](?=\p{Script=Cyrillic})/gu, "")
		.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => anyAscii(word).replace(/['`"]/g, ""))
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, " ")
		.trim();
}

/** The same with ä, ö, ü, ø, å spelled with two letters, as they are typed on foreign keyboards: "München" → "muenchen". */
export function foldSpelledOut(name: string): string {
	const lower = name.normalize("NFC").toLowerCase();
	return foldName(lower.replace(/[äöüøå]/g, (letter) => spelledOut[letter] ?? letter));
}
