import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type Concept, concepts } from "@interurban/concepts/concepts";
import { type LexiconEntry, lexicon } from "@interurban/concepts/lexicon";
import type { Language } from "@interurban/contract/languages";
import { Phrases } from "./phrases.ts";
import type { Vocabulary } from "./vocabulary.make.ts";

const root = dirname(createRequire(import.meta.url).resolve("@interurban/api/package.json"));

/** The lexicon and the concept scheme by the stems of one language. */
export interface Known {
	senses: Phrases<LexiconEntry>;
	labels: Phrases<Concept>;
	words: readonly string[];
	stems: readonly string[];
	nouns: Readonly<Record<string, number>>;
}

const known = new Map<Language, Known>();

/** What `npm run generate` made of the vocabularies, read when a language is first met. @see Vocabulary */
export function vocabularyOf(language: Language): Known {
	let vocabulary = known.get(language);
	if (!vocabulary) {
		vocabulary = read(language);
		known.set(language, vocabulary);
	}
	return vocabulary;
}

/** Another one when words, labels or what makes stems of them have changed. */
export const vocabularyDigest = (): string => readGenerated("digest");

const readGenerated = (name: string): string =>
	readFileSync(join(root, "generated", "vocabulary", name), "utf8");

function read(language: Language): Known {
	const vocabulary = JSON.parse(readGenerated(`${language}.json`)) as Vocabulary;
	const { senses, labels, words, stems, nouns } = vocabulary;
	return {
		senses: new Phrases(
			Object.entries(senses).map(([stems, numbers]) => [
				stems,
				numbers.map((number) => lexicon[number] as LexiconEntry),
			]),
		),
		labels: new Phrases(
			Object.entries(labels).map(([stems, ids]) => [stems, ids.map((id) => concepts.get(id) as Concept)]),
		),
		...{ words, stems, nouns },
	};
}
