import { languages } from "@interurban/contract/languages";
import { fold, normalise } from "./normalise.ts";
import { allWordsOf, primary, stemsOf, tellingWords, writtenWords } from "./terms.ts";

/** Where a word stands in a text. */
export type Found = { start: number; end: number };

/** Letters from which a word is also found inside of longer ones. */
const shortestPart = 3;
/** What inflection may change at the end of a stem, as in policy and policies. */
const unsure = 2;
const mostWords = 10;

/** Accents and vowel signs as they stand apart once a text is decomposed, and the tatweel. */
const marks = /[\u0300-\u036F\u0640\u064B-\u065F\u0670]/g;

/** As the database folds a text to look through it: whoever uses `beginnings` there does the same to texts. */
const rough = (word: string): string => fold(word).normalize("NFD").replace(marks, "");

/**
 * Looks for all words of a question in texts of any language: by the stems that the language of a text gives to both, or as
 * parts of longer words.
 */
export function makeWordFinder(question: string) {
	const wordsByLanguage = new Map<string, { folded: string; stem: string }[]>();
	const wordsIn = (language: string) => {
		let words = wordsByLanguage.get(language);
		if (!words) {
			const all = [...new Set(allWordsOf(question, language))].slice(0, mostWords);
			const isTelling = tellingWords(all, language);
			const telling = all.filter((_, at) => isTelling[at]);
			const kept = telling.length ? telling : all;
			const stems = stemsOf(kept, language);
			words = kept.map((word, at) => ({ folded: fold(word), stem: stems[at] ?? word }));
			wordsByLanguage.set(language, words);
		}
		return words;
	};
	return {
		/**
		 * For each word of the question, in the language in which fewest of them count, beginnings one of which stands in every
		 * text that holds it: to leave out most other texts. Empty when there is no word.
		 */
		beginnings(): string[][] {
			const all = languages.map(wordsIn);
			const fewest = all.reduce((least, words) => (words.length < least.length ? words : least));
			return fewest.map(({ folded }) => {
				const forms = all.flatMap((words) => words.find((word) => word.folded === folded) ?? []);
				const begins = forms.map(({ stem }) => rough(stem).slice(0, Math.max(stem.length - unsure, 2)));
				return [...new Set([rough(folded), ...begins])];
			});
		},
		/** Where the words stand in a text of a language (BCP 47), in order; null when one of them does not. */
		find(text: string, tag: string): Found[] | null {
			const language = primary(tag);
			const wanted = wordsIn(language);
			const missing = new Set(wanted);
			const found: Found[] = [];
			for (const { 0: run, index } of text.matchAll(writtenWords)) {
				const stems = stemsOf(allWordsOf(run, language), language);
				const folded = fold(normalise(run));
				const fits = wanted.filter(
					(word) =>
						stems.includes(word.stem) ||
						(word.folded.length >= shortestPart ? folded.includes(word.folded) : folded === word.folded),
				);
				for (const word of fits) missing.delete(word);
				if (fits.length) found.push({ start: index, end: index + run.length });
			}
			return wanted.length && !missing.size ? found : null;
		},
	};
}
