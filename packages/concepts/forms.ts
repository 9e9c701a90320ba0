import type { Language } from "@interurban/contract/languages";
import { readText } from "./data-files.ts";

const read = new Map<Language, ReadonlyMap<string, string>>();

/** Inflected forms that no rule leads back to the word in dictionary form, with that word, as the files write them. */
export function irregularForms(language: Language): ReadonlyMap<string, string> {
	let forms = read.get(language);
	if (!forms) {
		forms = parseForms(readText(`forms/${language}.tsv`), language);
		read.set(language, forms);
	}
	return forms;
}

/** Reads lines of a word, a tab, and its forms with ` | ` between. Throws when a line has no form. */
export function parseForms(text: string, language: Language): Map<string, string> {
	const found = new Map<string, string>();
	for (const [index, line] of text.trimEnd().split("\n").entries()) {
		const [word = "", forms = ""] = line.split("\t");
		if (!word.trim() || !forms.trim())
			throw new Error(`${language}.tsv:${index + 1}: needs a word and its forms`);
		for (const form of forms.split(" | ")) found.set(form, word);
	}
	return found;
}
