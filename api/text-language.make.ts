import { languages } from "@interurban/contract/languages";
import { ngramsData } from "eld/ngrams/small";

/** What tells some languages apart: the scores that an n-gram has in them, by the languages' numbers, each kind once. */
export interface LanguageNgrams {
	languages: Record<number, string>;
	scores: Record<number, number>[];
	/** Places in `scores`. */
	ngrams: Record<string, number>;
}

/** The n-grams of the interface's languages among the sixty that eld knows: a thirtieth of its memory, and the same answers. */
export function makeNgrams(): LanguageNgrams {
	// In the order in which eld has them, which decides between equals.
	const kept = Object.entries(ngramsData.languages).filter(([, code]) =>
		languages.some((own) => own === code),
	);
	const numberOf = new Map(kept.map(([number], index) => [number, index]));
	const places = new Map<string, number>();
	const ngrams: Record<string, number> = {};
	for (const [ngram, scores] of Object.entries(ngramsData.ngrams)) {
		const own = Object.entries(scores).filter(([number]) => numberOf.has(number));
		if (!own.length) continue;
		const key = JSON.stringify(
			Object.fromEntries(own.map(([number, score]) => [numberOf.get(number), score])),
		);
		const place = places.get(key) ?? places.size;
		places.set(key, place);
		ngrams[ngram] = place;
	}
	return {
		languages: Object.fromEntries(kept.map(([, code], index) => [index, code])),
		scores: [...places.keys()].map((key) => JSON.parse(key)),
		ngrams,
	};
}
