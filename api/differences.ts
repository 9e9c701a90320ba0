import { diffWordsWithSpace } from "diff";

export type Piece = { change: "same" | "added" | "removed"; text: string };

/** Words that may differ before two texts are shown one after the other: the work rises with their square. */
const mostChanges = 2000;

/** What leads from one text to another, word by word. */
export function piecesOf(before: string, after: string): Piece[] {
	const changes = diffWordsWithSpace(before, after, { maxEditLength: mostChanges });
	const pieces: Piece[] = changes
		? changes.map(({ value, added, removed }) => ({
				change: added ? "added" : removed ? "removed" : "same",
				text: value,
			}))
		: [
				{ change: "removed", text: before },
				{ change: "added", text: after },
			];
	return pieces.filter(({ text }) => text);
}
