import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { isLanguage, type Language } from "@interurban/contract/languages";
import { createEld } from "eld/detector";
import type { LanguageNgrams } from "./text-language.make.ts";

const root = dirname(createRequire(import.meta.url).resolve("@interurban/api/package.json"));
const detector = makeDetector();

/** More text does not make it surer. */
const enough = 1000;
/** Fewer words in Latin letters may be of any language that is written in them. */
const fewest = 3;

/**
 * The language a text is written in, among those of the interface.
 * @param fallback for texts that are too short to tell or in another language: the writer's
 */
export function languageOf(text: string, fallback: Language): Language {
	const read = text.replace(/https?:\S+/g, "").slice(0, enough);
	const words = read.match(/\p{L}+/gu) ?? [];
	const isUnsure = words.length < fewest && words.every((word) => /^\p{Script=Latin}+$/u.test(word));
	if (isUnsure && !["ar", "uk"].includes(fallback)) return fallback;
	const found = detector.detect(read);
	return found.isReliable() && isLanguage(found.language) ? found.language : fallback;
}

/** Detects with what `npm run generate` took from eld. */
function makeDetector() {
	const made = JSON.parse(readFileSync(join(root, "generated", "ngrams.json"), "utf8")) as LanguageNgrams;
	const { instance, loadData } = createEld();
	const ngrams = Object.fromEntries(
		Object.entries(made.ngrams).map(([ngram, place]) => [ngram, made.scores[place]]),
	);
	loadData({ type: "six languages", languages: made.languages, ngrams });
	return instance;
}
