export type PassagePiece = { text: string; marked: boolean };

/** Characters before the first word that was looked for, and in all. */
const before = 60;
const length = 240;

/**
 * What stands around the first of some words in a text, in pieces.
 * @param found where the words are, in order; where there is none, it is how the text begins
 */
export function passageOf(text: string, found: readonly { start: number; end: number }[]): PassagePiece[] {
	const wanted = Math.max((found[0]?.start ?? 0) - before, 0);
	const start = wanted === 0 ? 0 : (/\s/.exec(text.slice(wanted, found[0]?.start))?.index ?? 0) + wanted;
	const end = Math.min(start + length, text.length);
	const pieces: PassagePiece[] = start > 0 ? [{ text: "… ", marked: false }] : [];
	let plainFrom = start;
	for (const word of found) {
		if (word.start < plainFrom || word.end > end) continue;
		if (word.start > plainFrom) pieces.push({ text: text.slice(plainFrom, word.start), marked: false });
		pieces.push({ text: text.slice(word.start, word.end), marked: true });
		plainFrom = word.end;
	}
	if (plainFrom < end) pieces.push({ text: text.slice(plainFrom, end).toWellFormed(), marked: false });
	if (end < text.length) pieces.push({ text: " …", marked: false });
	return pieces;
}
