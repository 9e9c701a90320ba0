export type PassagePiece = { text: string; marked: boolean };

/** Characters before the first word that was looked for, and in all. */
const before = 60;
const length = 240;

/** The words of a question, each once. */
export function wordsOf(text: string): string[] {
	return [...new Set(text.toLowerCase().split(/\s+/).filter(Boolean))].slice(0, 10);
}

/**
 * What stands around the first of some words in a text, in pieces: the words marked, wherever they are found. Where there is
 * none, how the text begins.
 */
export function passageOf(text: string, words: readonly string[]): PassagePiece[] {
	const lower = text.toLowerCase();
	// Some letters are longer in lower case, so that places do not agree.
	const comparable = lower.length === text.length ? lower : text;
	const first = Math.min(
		...words.map((word) => comparable.indexOf(word)).filter((at) => at >= 0),
		text.length,
	);
	const wanted = first === text.length ? 0 : Math.max(first - before, 0);
	const start = wanted === 0 ? 0 : (/\s/.exec(text.slice(wanted, first))?.index ?? 0) + wanted;
	const end = Math.min(start + length, text.length);
	const pieces: PassagePiece[] = start > 0 ? [{ text: "… ", marked: false }] : [];
	let plainFrom = start;
	for (let at = start; at < end; ) {
		const word = words.find((one) => comparable.startsWith(one, at));
		if (!word) {
			at++;
			continue;
		}
		if (at > plainFrom) pieces.push({ text: text.slice(plainFrom, at), marked: false });
		pieces.push({ text: text.slice(at, at + word.length), marked: true });
		at += word.length;
		plainFrom = at;
	}
	if (plainFrom < end) pieces.push({ text: text.slice(plainFrom, end).toWellFormed(), marked: false });
	if (end < text.length) pieces.push({ text: " …", marked: false });
	return pieces;
}
