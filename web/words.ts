import type { Language } from "@interurban/contract/languages";
import type { Dictionary, Translate } from "@interurban/words/words";
import { createContext, useContext } from "solid-js";
import { isServer } from "solid-js/web";

export type { Translate, WordKey } from "@interurban/words/words";

export const WordsContext = createContext<{ language: Language; t: Translate }>();

function useWordsContext() {
	const context = useContext(WordsContext);
	if (!context) throw new Error("words are used outside of the page");
	return context;
}

/** Looks up interface words: `const t = useWords(); t("practices.count", { count: 3 })`. */
export function useWords(): Translate {
	return useWordsContext().t;
}

/** The language of the page. */
export function useLanguage(): Language {
	return useWordsContext().language;
}

/** What the browser has loaded so far of its language. */
export const loadedWords: Record<string, Dictionary[string]> = {};

type Sections = { everywhere: object; sections: Record<string, () => Promise<{ default: object }>> };

const languages = import.meta.glob<Sections>("../packages/words/generated/*/sections.ts");

/** Loads what every page uses of the dictionary, and some sections, in the browser; the server has all of it. */
export async function loadWords(language: string, names: readonly string[]): Promise<void> {
	if (isServer) return;
	const loaded = await languages[`../packages/words/generated/${language}/sections.ts`]?.();
	const found = await Promise.all(names.map((name) => loaded?.sections[name]?.()));
	Object.assign(loadedWords, loaded?.everywhere, ...found.map((section) => section?.default));
}
