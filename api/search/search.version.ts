import { createHash } from "node:crypto";
import { concepts } from "@interurban/concepts/concepts";
import { languages } from "@interurban/contract/languages";
import { gazetteerVersion } from "@interurban/db/seed/gazetteer";
import { facets } from "./facets.ts";
import { postingsOf } from "./postings.ts";

/** Raised when things are to be found by other texts or facets of theirs than before. */
const edition = 2;

let version: string | undefined;

/**
 * What the index is made by: two processes with the same version make the same of the same things. It changes by itself with
 * the towns, the vocabularies, stemmers and weights, for it is a digest of what every concept's labels are found by; half a
 * second is spent on it once.
 */
export function indexVersion(): string {
	version ??= `${edition}-${createHash("sha256")
		.update(
			JSON.stringify([
				gazetteerVersion(),
				facets,
				...languages.map((language) => postingsOf([probe(language)])),
			]),
		)
		.digest("hex")
		.slice(0, 16)}`;
	return version;
}

/** A text of all labels in a language. */
function probe(language: (typeof languages)[number]) {
	const labels = [...concepts.values()].flatMap((concept) => [
		concept.prefLabel[language],
		...concept.altLabel[language],
	]);
	return { language, title: labels.slice(0, 20).join(" "), body: labels.join(".\n") };
}
