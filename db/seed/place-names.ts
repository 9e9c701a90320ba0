import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type Language, languages } from "@interurban/contract/languages";
import { foldName, foldSpelledOut } from "../fold-name.ts";

/** What a well-known town is called in our languages, where it differs from its name in the gazetteer, and elsewhere. */
type NamesOfTown = { id: number; name: string; other?: string[] } & Partial<Record<Language, string>>;

/** To be raised when the folding of names changes: the gazetteer is then written anew. */
const folding = 1;

const root = dirname(createRequire(import.meta.url).resolve("@interurban/db/package.json"));
const text = readFileSync(join(root, "seed/data/place-names.json"), "utf8");
const towns: ReadonlyMap<number, NamesOfTown> = new Map(
	(JSON.parse(text) as NamesOfTown[]).map((town) => [town.id, town]),
);

/** Says which names these are. */
export const placeNamesVersion = `${folding}.${createHash("sha256").update(text).digest("hex").slice(0, 8)}`;

/** What a town is called in a language; its name in the gazetteer unless we know better. */
export function placeName(town: { id: number; name: string }, language: Language): string {
	return towns.get(town.id)?.[language] ?? town.name;
}

/** All names of a town as they are searched: folded, each between two bars, e.g. `|munich|munchen|muenchen|`. */
export function searchNamesOf(town: { id: number; name: string }): string {
	const known = towns.get(town.id);
	const inOurLanguages = languages.flatMap((language) => known?.[language] ?? []);
	const folded = [town.name, ...inOurLanguages, ...(known?.other ?? [])].flatMap((name) => [
		foldName(name),
		foldSpelledOut(name),
		foldName(name.replace(/['’‘ʼʻ`´]/g, "")),
	]);
	return `|${[...new Set(folded)].filter(Boolean).join("|")}|`;
}
