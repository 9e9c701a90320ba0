/** Invisible characters that people paste along: soft hyphen, joiners, direction marks, byte order mark, tatweel. */
const invisible = /[\u00AD\u0640\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;
const apostrophes = /[\u2018\u2019\u201B\u02BC\u02BB\u02B9\u2032\u00B4\u0060\uFF07]/g;
const latin = /\p{Script=Latin}|\p{Script=Greek}/u;
const easternDigits = /[\u0660-\u0669\u06F0-\u06F9]/g;
const undecomposed: Record<string, string> = {
	ß: "ss",
	æ: "ae",
	œ: "oe",
	ø: "o",
	ł: "l",
	đ: "d",
	ð: "d",
	þ: "th",
	ħ: "h",
	ı: "i",
};

/** Scripts written without spaces: their words are cut into overlapping pairs of characters. */
export const unspaced =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Compatibility forms, case, invisible characters, one kind of apostrophe and ASCII digits; letters keep their accents. */
export function normalise(text: string): string {
	return text
		.normalize("NFKC")
		.replace(invisible, "")
		.replace(apostrophes, "'")
		.replace(easternDigits, (digit) => String(digit.charCodeAt(0) & 0xf))
		.toLowerCase();
}

/**
 * Takes the accents off a normalised word, so that "energetique" finds "énergétique". The breve of й and the dots of ї
 * are letters of their own and stay; a stress mark goes.
 */
export function fold(word: string): string {
	if (/^[a-z0-9]*$/.test(word)) return word;
	if (!latin.test(word))
		return word
			.normalize("NFD")
			.replace(/\u0301/g, "")
			.normalize("NFC");
	return word
		.normalize("NFD")
		.replace(/\p{M}/gu, "")
		.replace(/[ßæœøłđðþħı]/g, (letter) => undecomposed[letter] ?? letter);
}
