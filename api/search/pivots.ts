import type { LexiconEntry } from "@interurban/concepts/lexicon";
import type { Language } from "@interurban/contract/languages";
import { withoutAffixes } from "./arabic.ts";
import { verbsOf } from "./german.ts";
import { fold, normalise } from "./normalise.ts";
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
		const stems = withoutLightVerb(terms(word, "en"));
		for (const stem of stems)
			found.set(stem, Math.max(found.get(stem) ?? 0, 1 / Math.sqrt(at + 1) / stems.length));
	}
	pivots.set(sense, found);
	return found;
}

/** Verbs that say little beside what follows: to give shelter is to shelter, and has nothing of giving. */
const lightVerbs = new Set(terms("bring carry come do get give go have hold keep make put set take", "en"));

function withoutLightVerb(stems: string[]): string[] {
	const [first = "", ...rest] = stems;
	return rest.length > 0 && lightVerbs.has(first) ? rest : stems;
}

const mostRemembered = 50_000;

const chosen = new Map<string, readonly LexiconEntry[]>();

/**
 * Languages in which different words may share a stem. German verbs and nouns that do mean the same, and Arabic words
 * begin with articles and prepositions.
 */
const toldByBeginning = new Set<Language>(["fr", "es", "uk"]);

/** Of several senses of a stem those whose words begin most like a word: "crece" grows, "crecidas" are floods. */
export function nearest(
	senses: readonly LexiconEntry[],
	word: string,
	language: Language,
): readonly LexiconEntry[] {
	if (senses.length < 2 || !toldByBeginning.has(language)) return senses;
	const key = `${language} ${word}`;
	let found = chosen.get(key);
	if (!found) {
		if (chosen.size >= mostRemembered) chosen.clear();
		const folded = fold(word);
		const common = senses.map((sense) =>
			Math.max(...sense[language].map((each) => likeness(fold(normalise(each)), folded, language))),
		);
		const most = Math.max(...common);
		found = senses.filter((_, at) => common[at] === most);
		chosen.set(key, found);
	}
	return found;
}

/** Spanish nouns that were participles are meant by their own forms only, for the verb has all others: "creció". */
const wasParticiple = /[ai]d[oa]$/;

/** How many letters a word of the lexicon and another have in common at their beginnings. */
function likeness(known: string, word: string, language: Language): number {
	if (language === "es" && wasParticiple.test(known) && !word.startsWith(known)) return 0;
	let length = 0;
	while (length < known.length && known[length] === word[length]) length++;
	return length;
}

const remembered = new Map<string, readonly LexiconEntry[]>();

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
