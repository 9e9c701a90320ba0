import { normaliseArabic } from "./arabic.ts";
import { fold, normalise, unspaced } from "./normalise.ts";
import { countingWords } from "./set-phrases.ts";
import { stemmerOf } from "./stemmers.ts";

/** Letters with marks, and numbers with their separators; apostrophes inside belong to the word for now. */
const runs = /\p{N}+(?:[.,]\p{N}+)*(?![\p{L}\p{M}\p{N}])|[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|'(?=\p{L}))*/gu;
/** A word as it is written: a letter before a hyphen belongs to it, as in e-waste and S-Bahn. */
export const writtenWords =
	/(?:(?<![\p{L}\p{M}\p{N}])\p{L}[-\u2010\u2011](?=\p{L}{3}))?[\p{L}\p{N}][\p{L}\p{M}\p{N}'\u2019\u02BC]*/gu;
const loneLetters = /(?<![\p{L}\p{M}\p{N}])(\p{L})[-\u2010](?=\p{L}{3})/gu;
const longest = 40;
const shorten = (word: string): string =>
	word.length > longest ? word.slice(0, longest).replace(/[\uD800-\uDBFF]$/, "") : word;

/** What no phrase reaches across. */
const clauseEnds = /[.!?;:\u061F\u061B\u2026\u3002]+(?=\s|$)|[()"\u00AB\u00BB\u201C-\u201E\n\r|]+/u;

/** The parts of a text that its sentence marks, brackets, quotes and lines set apart. */
export const clausesOf = (text: string): string[] => text.split(clauseEnds).filter((clause) => clause.trim());

/** The two-letter code of a BCP 47 tag: "pt-BR" → "pt". */
export const primary = (tag: string): string => tag.toLowerCase().split("-", 1)[0] ?? "";

function pairs(word: string): string[] {
	const characters = [...word];
	if (characters.length < 3) return [word];
	return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}

/** Cuts at apostrophes as the language has them: п'ять is one word, city's loses its s, l'eau is two words. */
function atApostrophes(word: string, language: string): string[] {
	if (!word.includes("'")) return [word];
	if (language === "uk" || language === "ru" || language === "be") return [word.replaceAll("'", "")];
	if (language === "en") return word.replace(/'s$/, "").split("'");
	return word.split("'");
}

/** All words of a text in order, in lower case with their accents. */
export function allWordsOf(text: string, lang: string): string[] {
	const language = primary(lang);
	const found: string[] = [];
	for (const [run] of normalise(text).replace(loneLetters, "$1").matchAll(runs)) {
		if (/^\p{N}+[.,\p{N}]*$/u.test(run)) found.push(run.replace(/[.,]/g, "").slice(0, longest));
		else if (unspaced.test(run)) found.push(...pairs(run));
		else for (const word of atApostrophes(run, language)) if (word) found.push(shorten(word));
	}
	return found;
}

/** Which words from `allWordsOf` say something: no stop words but those that are part of a set phrase. */
export function tellingWords(words: readonly string[], lang: string): boolean[] {
	const language = primary(lang);
	const spell = language === "ar" ? normaliseArabic : fold;
	const cut = (text: string): string[] => allWordsOf(text, language).map(spell);
	return countingWords(words.map(spell), language, cut);
}

/** The words of a text in order, in lower case with their accents, stop words and lone letters left out. */
export function wordsOf(text: string, lang: string): string[] {
	const words = allWordsOf(text, lang);
	const isTelling = tellingWords(words, lang);
	return words.filter((_, at) => isTelling[at]);
}

/**
 * What a text is found by: the stems of its words, in order and with repetitions. Stop words are left out; words of a
 * language without a stemmer only lose case and accents.
 * @param lang BCP 47
 */
export function terms(text: string, lang: string): string[] {
	return stemsOf(wordsOf(text, lang), lang);
}

/** The stems of words from `wordsOf`. */
export function stemsOf(words: readonly string[], lang: string): string[] {
	return words.map(stemmerOf(primary(lang)));
}

/**
 * The overlapping groups of four characters of words from `wordsOf`, "#" standing for a word's edge: what two inflections,
 * two compounds or two languages' forms of one word share.
 */
export function grams(words: readonly string[], lang: string): string[] {
	const spell = primary(lang) === "ar" ? normaliseArabic : fold;
	return words.flatMap((word) => {
		const marked = `#${spell(word).replace(/[\uD800-\uDFFF]/g, "")}#`;
		const found: string[] = marked.length <= 4 ? [marked] : [];
		for (let at = 0; at + 4 <= marked.length && marked.length > 4; at++) found.push(marked.slice(at, at + 4));
		return found;
	});
}
