import type { SearchThing } from "@interurban/api/search/search.index";
import { ancestorsOf, type Concept, concepts, labelOf } from "@interurban/concepts/concepts";
import { type Language, languages } from "@interurban/contract/languages";
import { stages } from "@interurban/contract/vocabulary";
import { makeRandom, makeZipf, type Random } from "./random.ts";
import { makeVocabularies, type Vocabulary } from "./vocabulary.ts";

export type Town = NonNullable<SearchThing["place"]>;

/** Of what practices are made. */
export interface Material {
	vocabularies: Readonly<Record<Language, Vocabulary>>;
	/** Towns, the largest first. */
	towns: readonly Town[];
	townRank: (random: Random) => number;
}

/** @param towns the largest first */
export const makeMaterial = (towns: readonly Town[]): Material => ({
	vocabularies: makeVocabularies(),
	towns,
	townRank: makeZipf(towns.length),
});

/** Of a hundred texts. */
const inLanguage: Record<Language, number> = { en: 30, de: 18, fr: 16, es: 16, ar: 10, uk: 10 };
/** Words of a text, as those of the demonstration: their logarithms are spread normally. */
const length = { mean: Math.log(270), deviation: 0.45, least: 60, most: 1500 };
/** One in so many has its title and claim in other languages. */
const translated = 4;

const topics = [...concepts.values()];
const topicRank = makeZipf(topics.length);

/** Practice number so and so, always the same one. */
export function practiceAt(number: number, { vocabularies, towns, townRank }: Material): SearchThing {
	const random = makeRandom(number + 1);
	const language = languageFor(random);
	const about = [...new Set(Array.from({ length: 1 + random.below(3) }, () => topicFor(random)))];
	const words = Math.exp(random.normal(length.mean, length.deviation));
	const text = (language: Language, words: number, onTopic: number) =>
		textAbout(about, { words, onTopic }, vocabularies[language], language, random);
	const title = (language: Language) => text(language, 7, 0.35);
	const claim = (language: Language) => text(language, 16, 0.2);
	const others = random.below(translated) === 0 ? languages.filter((each) => each !== language) : [];
	return {
		kind: "practice",
		ref: number + 1,
		language,
		title: title(language),
		lead: claim(language),
		body: text(language, Math.min(Math.max(words, length.least), length.most) - 23, 0.08),
		publishedAt: new Date(Date.UTC(2015, 0, 1) + random.below(10 * 365) * 86_400_000),
		translations: others
			.slice(0, 1 + random.below(others.length))
			.map((other) => ({ language: other, title: title(other), lead: claim(other) })),
		place: towns[townRank(random)] ?? null,
		facets: {
			topic: [
				...new Set(about.flatMap((concept) => [concept.id, ...ancestorsOf(concept.id).map(({ id }) => id)])),
			],
			sdg: [...new Set([11, ...Array.from({ length: random.below(4) }, () => 1 + random.below(17))])],
			stage: [random.of(stages)],
			evidence: [random.next() < 0.7 ? "described" : "measured"],
		},
	};
}

export interface ScaleQuery {
	text: string;
	language: Language;
}

/** What somebody asks: two to five words on a topic, in the languages in which texts are written. */
export function queryAt(number: number, { vocabularies }: Material): ScaleQuery {
	const random = makeRandom(1_000_003 * (number + 1));
	const language = languageFor(random);
	const labels = labelWords(topicFor(random), language);
	const vocabulary = vocabularies[language];
	const words = new Set<string>();
	const wanted = 2 + random.below(4);
	while (words.size < wanted) words.add(random.next() < 0.5 ? random.of(labels) : vocabulary.content(random));
	return { text: [...words].join(" "), language };
}

function languageFor(random: Random): Language {
	let left = random.below(100);
	for (const language of languages) {
		left -= inLanguage[language];
		if (left < 0) return language;
	}
	return "en";
}

const topicFor = (random: Random): Concept => topics[(topicRank(random) * 101) % topics.length] as Concept;

const known = new Map<string, string[]>();

function labelWords(concept: Concept, language: Language): string[] {
	const key = `${concept.id} ${language}`;
	let words = known.get(key);
	if (!words) {
		const labels = [labelOf(concept, language), ...concept.altLabel[language]];
		words = labels.join(" ").split(" ");
		known.set(key, words);
	}
	return words;
}

/** Sentences that speak of topics now and then, and say some words again that they have said. */
function textAbout(
	about: readonly Concept[],
	{ words, onTopic }: { words: number; onTopic: number },
	vocabulary: Vocabulary,
	language: Language,
	random: Random,
): string {
	const said: string[] = [];
	let left = 5 + random.below(12);
	let text = "";
	for (let at = 0; at < words; at++) {
		const chance = random.next();
		const word =
			chance < onTopic
				? random.of(labelWords(random.of(about), language))
				: chance < onTopic + 0.12 && said.length > 0
					? random.of(said)
					: vocabulary.any(random);
		if (chance >= 0.6) said.push(word);
		text += at === 0 ? word : `${left > 0 ? " " : ". "}${word}`;
		if (left-- <= 0) left = 5 + random.below(12);
	}
	return text;
}
