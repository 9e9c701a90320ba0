import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { foldName, foldSpelledOut } from "../fold-name.ts";

/** What well-known towns are called in other languages, which the gazetteer does not say: id, its name there, others. */
type OtherNames = [id: number, name: string, ...others: string[]];

const root = dirname(createRequire(import.meta.url).resolve("@interurban/db/package.json"));

/** To be raised when the folding of names changes: the gazetteer is then written anew. */
const folding = 1;

export type PlaceNames = {
	/** Says which names these are. */
	version: string;
	/** All names of a town as they are searched: folded, each between two bars, e.g. `|munich|munchen|muenchen|`. */
	searchNamesOf(id: number, name: string): string;
};

/** Reads the other names of towns from `seed/data/place-names.json`. */
export function readPlaceNames(): PlaceNames {
	const text = readFileSync(join(root, "seed/data/place-names.json"), "utf8");
	const others = new Map((JSON.parse(text) as OtherNames[]).map(([id, , ...names]) => [id, names]));
	return {
		version: `${folding}.${createHash("sha256").update(text).digest("hex").slice(0, 8)}`,
		searchNamesOf(id, name) {
			const names = [name, ...(others.get(id) ?? [])].flatMap((each) => [
				foldName(each),
				foldSpelledOut(each),
				foldName(each.replace(/['’‘ʼʻ`´]/g, "")),
			]);
			return `|${[...new Set(names)].filter(Boolean).join("|")}|`;
		},
	};
}
