import { isLanguage, type Language, languages } from "@interurban/contract/languages";
import { eld } from "eld/small";

eld.setLanguageSubset([...languages]);

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
	const found = eld.detect(read);
	return found.isReliable() && isLanguage(found.language) ? found.language : fallback;
}
