const characters = "Segmenter" in Intl ? new Intl.Segmenter() : null;

/** The first characters of the first and last word, as a reader counts characters: "Олена Коваль" → "ОК". */
export function initialsOf(name: string): string {
	const words = name.split(/\s+/).filter((word) => /\p{L}/u.test(word));
	const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
	return ends.map(initialOf).join("").toUpperCase();
}

/** A letter that is a character by itself: nothing is joined to it. */
const plainLetter = /^[\p{sc=Latn}\p{sc=Cyrl}\p{sc=Arab}](?![\p{M}\u200c\u200d])/u;

/** The first character of a word, without quotes before it and without the Arabic article. */
function initialOf(word = ""): string {
	const letters = word.replace(/^[^\p{L}]+/u, "").replace(/^ال(?=..)/u, "");
	const [plain] = plainLetter.exec(letters) ?? [];
	if (plain) return plain;
	return characters?.segment(letters).containing(0)?.segment ?? letters.slice(0, 1);
}

/** Length as the server counts it: code points, with line ends of one character. */
export function lengthOf(text: string): number {
	return [...text.replaceAll("\r\n", "\n")].length;
}
