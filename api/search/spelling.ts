import { allowedErrors, errorsToPrefix } from "@interurban/concepts/nearness";
import type { Language } from "@interurban/contract/languages";
import { fold } from "./normalise.ts";
import { vocabularyOf } from "./vocabulary.ts";

/** Shorter words resemble too many others. */
const shortest = 5;

interface Candidate {
	word: string;
	folded: string;
}

/** The words of a language's vocabularies by their first letter. */
const byLetter = new Map<Language, ReadonlyMap<string, readonly Candidate[]>>();

function candidates(language: Language): ReadonlyMap<string, readonly Candidate[]> {
	let found = byLetter.get(language);
	if (!found) {
		const groups = new Map<string, Candidate[]>();
		for (const word of vocabularyOf(language).words) {
			const folded = fold(word);
			const group = groups.get(folded.charAt(0)) ?? [];
			groups.set(folded.charAt(0), group);
			if (folded.length >= shortest - 1) group.push({ word, folded });
		}
		found = groups;
		byLetter.set(language, found);
	}
	return found;
}

/**
 * The word of the vocabularies that somebody may have meant who wrote one that they do not have: the one with the fewest
 * typing errors, the first letter being right. Null when none is near.
 */
export function corrected(word: string, language: Language): string | null {
	const typed = fold(word);
	if (typed.length < shortest || /\d/.test(typed)) return null;
	let limit = allowedErrors(typed.length);
	let best: string | null = null;
	for (const { word: candidate, folded } of candidates(language).get(typed.charAt(0)) ?? []) {
		if (Math.abs(folded.length - typed.length) > limit) continue;
		const errors = Math.max(errorsToPrefix(typed, folded, limit), errorsToPrefix(folded, typed, limit));
		if (errors > limit || (best !== null && errors === limit)) continue;
		best = candidate;
		limit = errors;
	}
	return best;
}
