import { createRequire } from "node:module";
import { irregularForms } from "@interurban/concepts/forms";
import { isLanguage, type Language } from "@interurban/contract/languages";
import { normaliseArabic, stemArabic } from "./arabic.ts";
import { baseOfGerman } from "./german.ts";
import { fold, normalise } from "./normalise.ts";
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

/** Irregular forms as words come to a stemmer: in lower case, in Ukrainian without apostrophes. */
function formsIn(language: Language): ReadonlyMap<string, string> {
	const spell = (word: string): string => {
		if (language === "ar") return normaliseArabic(word);
		return language === "uk" ? normalise(word).replaceAll("'", "") : normalise(word);
	};
	return new Map([...irregularForms(language)].map(([form, word]) => [spell(form), spell(word)]));
}

/** Spanish plurals as their singulars: the algorithm takes lugar and lugares for two words. */
const singularOf: Stemmer = (word) =>
	word.endsWith("iones") ? `${word.slice(0, -5)}ión` : word.replace(/(?<=[aeiouáéíóú][dlnrz])es$/, "");

const make = (language: string): Stemmer => {
	const forms = isLanguage(language) ? formsIn(language) : new Map<string, string>();
	const base: Stemmer = (word) => forms.get(word) ?? word;
	if (language === "ar") return (word) => stemArabic(word, forms);
	if (language === "fa" || language === "ur") return normaliseArabic;
	if (language === "uk") return (word) => fold(stemUkrainian(base(word)));
	const algorithm = algorithms[language];
	if (!algorithm) return fold;
	const snowballStemmer = snowball.newStemmer(algorithm);
	const stem: Stemmer = (word) => (/^\p{N}/u.test(word) ? word : fold(snowballStemmer.stem(word)));
	if (language === "de") return (word) => stem(baseOfGerman(word, forms));
	if (language === "es") return (word) => stem(singularOf(base(word)));
	return (word) => stem(base(word));
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
