import type { LexiconEntry } from "@interurban/concepts/lexicon";
import type { Language } from "@interurban/contract/languages";
import { withoutAffixes } from "./arabic.ts";
import { verbsOf } from "./german.ts";
import { stemsOf, terms } from "./terms.ts";
import { vocabularyOf } from "./vocabulary.ts";

const pivots = new Map<LexiconEntry, ReadonlyMap<string, number>>();

/**
 * The stems of the English words of a sense, which stand for it in every language, each with how likely it is the one that
 * a text has: the first word is the most usual one.
 */
export function pivotsOf(sense: LexiconEntry): ReadonlyMap<string, number> {
	const known = pivots.get(sense);
	if (known) return known;
	const found = new Map<string, number>();
	for (const [at, word] of sense.en.entries()) {
		const stems = terms(word, "en");
		for (const stem of stems)
			found.set(stem, Math.max(found.get(stem) ?? 0, 1 / Math.sqrt(at + 1) / stems.length));
	}
	pivots.set(sense, found);
	return found;
}

const remembered = new Map<string, readonly LexiconEntry[]>();
const mostRemembered = 50_000;

/** The senses of a word that the lexicon has in another form only; none when it is not clear of which. */
export function nearlyKnown(word: string, stem: string, language: Language): readonly LexiconEntry[] {
	const key = `${language} ${word}`;
	let senses = remembered.get(key);
	if (!senses) {
		if (remembered.size >= mostRemembered) remembered.clear();
		senses =
			firstKnown(otherForms(word, language), language) ?? (language === "ar" ? [] : alike(stem, language));
		remembered.set(key, senses);
	}
	return senses;
}

/** Words that a word may be a form of, the likeliest first. Arabic writes articles and pronouns as parts of it. */
function otherForms(word: string, language: Language): string[] {
	if (language === "ar") return withoutAffixes(word);
	return language === "de" ? verbsOf(word) : [];
}

function firstKnown(forms: readonly string[], language: Language): readonly LexiconEntry[] | null {
	const { senses } = vocabularyOf(language);
	for (const form of forms) {
		const found = senses.of(stemsOf([form], language)[0] ?? "");
		if (found.length > 0) return found;
	}
	return null;
}

/** Beginnings of at least so many letters, and letters that either stem may have after it. */
const shortestBeginning = 4;
const mostEnding = 2;
/** The part of a stem that must remain. */
const mostRemains = 0.7;
/** More senses than these are no longer one word. */
const mostSenses = 3;

const beginnings = new Map<Language, ReadonlyMap<string, readonly LexiconEntry[]>>();

/** The senses of stems by what these begin with. */
function byBeginning(language: Language): ReadonlyMap<string, readonly LexiconEntry[]> {
	const known = beginnings.get(language);
	if (known) return known;
	const found = new Map<string, LexiconEntry[]>();
	for (const [stem, senses] of vocabularyOf(language).senses.single())
		for (let end = Math.max(shortestBeginning, stem.length - mostEnding); end <= stem.length; end++) {
			const beginning = stem.slice(0, end);
			found.set(beginning, [...new Set([...(found.get(beginning) ?? []), ...senses])]);
		}
	beginnings.set(language, found);
	return found;
}

/** Those whose stem ends differently by a letter or two, as inflections do that a stemmer leaves apart. */
function alike(stem: string, language: Language): readonly LexiconEntry[] {
	const shortest = Math.max(shortestBeginning, stem.length - mostEnding, stem.length * mostRemains);
	for (let end = stem.length; end >= shortest; end--) {
		const senses = byBeginning(language).get(stem.slice(0, end)) ?? [];
		if (senses.length > 0 && senses.length <= mostSenses) return senses;
	}
	return [];
}
