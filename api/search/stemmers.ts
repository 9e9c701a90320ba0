import { createRequire } from "node:module";
import { normaliseArabic, stemArabic } from "./arabic.ts";
import { fold } from "./normalise.ts";
import { stemUkrainian } from "./ukrainian.ts";

const require = createRequire(import.meta.url);

type Stemmer = (word: string) => string;

/** A CommonJS module that hides its exports from static analysis and has no types of its own. */
const snowball: { newStemmer(algorithm: string): { stem: Stemmer } } = require("snowball-stemmers");

const algorithms: Record<string, string> = {
	ca: "catalan",
	cs: "czech",
	da: "danish",
	de: "german",
	en: "english",
	es: "spanish",
	eu: "basque",
	fi: "finnish",
	fr: "french",
	ga: "irish",
	hu: "hungarian",
	hy: "armenian",
	it: "italian",
	nb: "norwegian",
	nl: "dutch",
	nn: "norwegian",
	no: "norwegian",
	pt: "portuguese",
	ro: "romanian",
	ru: "russian",
	sl: "slovene",
	sv: "swedish",
	ta: "tamil",
	tr: "turkish",
};

/** Texts repeat their words; a stem costs a hundred times a look-up. */
const remembered = 50_000;

function remember(stem: Stemmer): Stemmer {
	const stems = new Map<string, string>();
	return (word) => {
		let found = stems.get(word);
		if (found === undefined) {
			if (stems.size >= remembered) stems.clear();
			found = stem(word);
			stems.set(word, found);
		}
		return found;
	};
}

const make = (language: string): Stemmer => {
	if (language === "ar") return stemArabic;
	if (language === "fa" || language === "ur") return normaliseArabic;
	if (language === "uk") return (word) => fold(stemUkrainian(word));
	const algorithm = algorithms[language];
	if (!algorithm) return fold;
	const snowballStemmer = snowball.newStemmer(algorithm);
	return (word) => (/^\p{N}/u.test(word) ? word : fold(snowballStemmer.stem(word)));
};

const stemmers = new Map<string, Stemmer>();

/** The stemmer of a language (its two-letter code); the identity but for accents where there is none. */
export function stemmerOf(language: string): Stemmer {
	let stemmer = stemmers.get(language);
	if (!stemmer) {
		stemmer = remember(make(language));
		if (stemmers.size < 100) stemmers.set(language, stemmer);
	}
	return stemmer;
}
