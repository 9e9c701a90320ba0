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
 */
export function sensesOf(stems: readonly string[], lang: string): Sense[] {
	const language = primary(lang);
	if (!isLanguage(language)) return [];
	return labelsIn(language)
		.in(stems)
		.flatMap(({ at, length, meanings }) =>
			meanings.map(({ id }) => ({
				...{ at, length, lexeme: id, weight: 1 / meanings.length },
				kind: "concept" as const,
			})),
		);
}
