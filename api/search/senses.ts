import { isLanguage } from "@interurban/contract/languages";
import { labelsIn } from "./concepts-in.ts";
import { primary } from "./terms.ts";

/** What words mean besides being words: the same in every language. */
export interface Sense {
	/** The first of its stems, and how many it takes. */
	at: number;
	length: number;
	kind: "concept";
	lexeme: string;
	/** 1 when the words mean nothing else, less when they are shared or mean it only in part. */
	weight: number;
}

/**
 * What a clause means, by the stems of its words in order.
 * @param lang BCP 47; languages that the vocabularies do not have mean nothing
 * @param wanted ids of the only concepts that are of interest
 */
export function sensesOf(
	stems: readonly string[],
	lang: string,
	wanted?: { has(id: string): boolean },
): Sense[] {
	const language = primary(lang);
	if (!isLanguage(language)) return [];
	const senses: Sense[] = [];
	for (const { at, length, meanings } of labelsIn(language).in(stems))
		for (const { id } of meanings)
			if (!wanted || wanted.has(id))
				senses.push({ at, length, kind: "concept", lexeme: id, weight: 1 / meanings.length });
	return senses;
}
