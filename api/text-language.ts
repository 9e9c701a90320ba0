import { isLanguage, type Language, languages } from "@interurban/contract/languages";
import { eld } from "eld/small";

eld.setLanguageSubset([...languages]);

/** More text does not make it surer. */
const enough = 1000;

/**
 * The language a text is written in, among those of the interface.
 * @param fallback for texts that are too short to tell or in another language: the writer's
 */
export function languageOf(text: string, fallback: Language): Language {
	const found = eld.detect(text.replace(/https?:\S+/g, "").slice(0, enough));
	return found.isReliable() && isLanguage(found.language) ? found.language : fallback;
}
