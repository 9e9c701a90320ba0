import { concepts } from "@interurban/concepts/concepts";
import { lexicon } from "@interurban/concepts/lexicon";
import { type Language, languages } from "@interurban/contract/languages";
import { readDemonstration } from "@interurban/db/seed/demonstration";
import { makeRandom, makeZipf, type Random } from "./random.ts";

/** The words of a language. */
export interface Vocabulary {
	/** A word as the texts of a language have it: the frequent ones often, others rarely. */
	any(random: Random): string;
	/** One that is not among the most frequent, which are function words for the most part. */
	content(random: Random): string;
}

/** Types a language has in a hundred thousand texts, many of them names and compounds. */
const size = 200_000;
const functionWords = 60;

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}'’]{2,}/gu) ?? [];

/** What the demonstration's practices say in each language, with how often they say it. */
function demonstrationWords(): Map<string, Map<string, number>> {
	const counts = new Map<string, Map<string, number>>(languages.map((language) => [language, new Map()]));
	const { practices, translations } = readDemonstration();
	const count = (language: string, value: unknown): void => {
		const words = counts.get(language);
		if (typeof value === "string") {
			for (const word of wordsIn(value)) words?.set(word, (words.get(word) ?? 0) + 1);
		} else if (value && typeof value === "object")
			for (const part of Object.values(value)) count(language, part);
	};
	for (const { id: _, lang, sources: __, ...texts } of practices) count(lang, texts);
	for (const { lang, title, claim } of translations) count(lang, [title, claim]);
	return counts;
}

/** Words that no list has, made of the beginnings and ends of those that there are: names, compounds, inflected forms. */
function* madeUp(known: readonly string[], random: Random): Generator<string> {
	for (;;) {
		const [one, other] = [random.of(known), random.of(known)];
		yield random.next() < 0.4 && one.length + other.length < 22
			? one + other
			: one.slice(0, 2 + random.below(one.length)) + other.slice(-1 - random.below(4));
	}
}

function makeVocabulary(language: Language, counts: ReadonlyMap<string, number>, seed: number): Vocabulary {
	const random = makeRandom(seed);
	const frequent = [...counts].sort(([, one], [, other]) => other - one).map(([word]) => word);
	const listed = [
		...[...concepts.values()].flatMap((concept) => [
			concept.prefLabel[language],
			...concept.altLabel[language],
		]),
		...lexicon.flatMap((entry) => entry[language]),
	].flatMap(wordsIn);
	const others = [...new Set(listed)].filter((word) => !counts.has(word));
	// Words that were said once are no more frequent than those of the lists.
	const usual = frequent.filter((word) => (counts.get(word) ?? 0) > 1);
	const rest = [...frequent.slice(usual.length), ...others]
		.map((word) => ({ word, order: random.next() }))
		.sort((one, other) => one.order - other.order)
		.map(({ word }) => word);
	const all = new Set([...usual, ...rest]);
	const known = [...all];
	for (const word of madeUp(known, random)) {
		if (all.size >= size) break;
		all.add(word);
	}
	const words = [...all];
	const rank = makeZipf(words.length);
	const contentRank = makeZipf(words.length - functionWords);
	return {
		any: (random) => words[rank(random)] as string,
		content: (random) => words[functionWords + contentRank(random)] as string,
	};
}

/** The vocabularies of the six languages. */
export function makeVocabularies(): Record<Language, Vocabulary> {
	const counts = demonstrationWords();
	return Object.fromEntries(
		languages.map((language, at) => [
			language,
			makeVocabulary(language, counts.get(language) ?? new Map(), 100 + at),
		]),
	) as Record<Language, Vocabulary>;
}
