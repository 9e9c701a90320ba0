import { createHash } from "node:crypto";
import { concepts, topConcepts } from "@interurban/concepts/concepts";
import { languages } from "@interurban/contract/languages";
import { gazetteerVersion } from "@interurban/db/seed/gazetteer";
import { facets } from "./facets.ts";
import { postingsOf } from "./postings.ts";
import { vocabularyDigest } from "./vocabulary.ts";

/** Raised when things are to be found by other texts or facets of theirs than before. */
const edition = 6;

let version: string | undefined;

/**
 * What the index is made by: two processes with the same version make the same of the same things. It changes by itself with
 * the towns, the topics, the vocabularies, stemmers and weights, for it is a digest of the vocabularies and of what some of
 * their labels are found by.
 */
export function indexVersion(): string {
	version ??= `${edition}-${createHash("sha256")
		.update(
			JSON.stringify([
				gazetteerVersion(),
				facets,
				vocabularyDigest(),
				[...concepts.values()],
				...languages.map((language) => postingsOf([probe(language)])),
			]),
		)
		.digest("hex")
		.slice(0, 16)}`;
	return version;
}

/** A text of labels in a language. */
function probe(language: (typeof languages)[number]) {
	const labels = topConcepts().flatMap(({ prefLabel, altLabel }) => [
		prefLabel[language],
		...altLabel[language],
	]);
	return { language, title: labels.slice(0, 20).join(" "), body: labels.join(".\n") };
}
