import { foldName, foldSpelledOut } from "../fold-name.ts";

/** To be raised when names or their folding change: the gazetteer is then written anew. */
export const placeNamesVersion = 1;

/** All names of a town as they are searched: folded, each between two bars, e.g. `|munich|munchen|muenchen|`. */
export function searchNamesOf(_id: number, name: string): string {
	const names = [name].flatMap((each) => [
		foldName(each),
		foldSpelledOut(each),
		foldName(each.replace(/['’‘ʼʻ`´]/g, "")),
	]);
	return `|${[...new Set(names)].join("|")}|`;
}
