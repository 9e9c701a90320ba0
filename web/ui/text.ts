/** The first characters of the first and last word, as a reader counts characters: "Олена Коваль" → "ОК". */
export function initialsOf(name: string): string {
	const words = name.split(/\s+/).filter((word) => /\p{L}/u.test(word));
	const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
	return ends.map(initialOf).join("").toUpperCase();
}

/** The first letter of a word with the marks on it, without quotes before it and without the Arabic article. */
const initialOf = (word = "") => /^[^\p{L}]*(?:ال(?=..))?(\p{L}\p{M}*)/u.exec(word)?.[1] ?? "";

/** Length as the server counts it: code points, with line ends of one character. */
export function lengthOf(text: string): number {
	return [...text.replaceAll("\r\n", "\n")].length;
}
