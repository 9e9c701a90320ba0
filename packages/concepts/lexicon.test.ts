import { type Language, languages } from "@interurban/contract/languages";
import { describe, expect, test } from "vitest";
import { lexicon, lexiconDomains, parseLexicon } from "./lexicon.ts";

/** Bidirectional and other invisible format characters, controls, and characters outside any script. */
const hidden = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/u;

const words = lexicon.flatMap((entry) =>
	languages.flatMap((language) => entry[language].map((word) => ({ headword: entry.en[0], language, word }))),
);

const told = ({ headword, language, word }: (typeof words)[number]) => `${headword} ${language} ${word}`;

function faults(isFault: (word: string, language: Language) => boolean): string[] {
	return words.filter(({ word, language }) => isFault(word, language)).map(told);
}

describe("the lexicon", () => {
	test("holds at least 6,000 entries in files named in kebab-case", () => {
		expect(lexicon.length).toBeGreaterThanOrEqual(6000);
		expect(lexiconDomains.filter((domain) => !/^[a-z]+(-[a-z]+)*$/.test(domain))).toEqual([]);
	});

	test("has words for every entry in every language, none twice", () => {
		const lacking = lexicon.filter((entry) =>
			languages.some(
				(language) => !entry[language].length || new Set(entry[language]).size < entry[language].length,
			),
		);
		expect(lacking.map(({ en }) => en[0])).toEqual([]);
	});

	test("uses each English headword once", () => {
		const seen = new Set<string>();
		const repeated = lexicon
			.map(({ en: [headword = ""] }) => headword.toLowerCase())
			.filter((headword) => seen.size === seen.add(headword).size);
		expect(repeated).toEqual([]);
	});

	test("writes words composed, trimmed, without invisible characters, straight quotes and brackets", () => {
		expect(
			faults(
				(word) =>
					word !== word.normalize("NFC").trim() || hidden.test(word) || /\s\s|['"|;()[\]/]/.test(word),
			),
		).toEqual([]);
	});

	test("writes Arabic in Arabic and Ukrainian in Cyrillic letters, the others in Latin ones", () => {
		const other: Record<Language, RegExp> = {
			ar: /(?!\p{Script=Arabic})\p{L}/u,
			uk: /(?!\p{Script=Cyrillic})\p{L}|[ёыэъ]/iu,
			de: /(?!\p{Script=Latin})\p{L}/u,
			en: /(?!\p{Script=Latin})\p{L}/u,
			es: /(?!\p{Script=Latin})\p{L}/u,
			fr: /(?!\p{Script=Latin})\p{L}/u,
		};
		expect(faults((word, language) => other[language].test(word) || !/\p{L}/u.test(word))).toEqual([]);
	});

	test("writes Arabic without vowel signs or stretched letters, and English verbs without “to”", () => {
		expect(
			faults((word, language) =>
				language === "ar" ? /[\u0640\u064B-\u0652\u0670]/.test(word) : language === "en" && /^to /.test(word),
			),
		).toEqual([]);
	});
});

describe("reading a file of the lexicon", () => {
	const header = languages.join("\t");

	test("takes the words of each cell in their order", () => {
		const [flood] = parseLexicon(
			`${header}\nFlut | Hochwasser\tflood\tcrue\triada\tفيضان\tповінь | паводок\n`,
			"water",
		);
		expect(flood?.de).toEqual(["Flut", "Hochwasser"]);
		expect(flood?.uk).toEqual(["повінь", "паводок"]);
	});

	test("names the line that lacks a cell, and refuses a header without a language", () => {
		expect(() => parseLexicon(`${header}\na\tb\tc\td\te\n`, "water")).toThrow("water.tsv:2");
		expect(() => parseLexicon(`${header}\na\tb\t\td\te\tf\n`, "water")).toThrow("water.tsv:2");
		expect(() => parseLexicon("en\tde\n", "water")).toThrow("water.tsv: the header");
	});
});
