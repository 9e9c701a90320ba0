import { describe, expect, it } from "vitest";
import { queryTerms } from "./query-terms.ts";
import { reasonsIn, resemblanceIn } from "./reasons.ts";

const reasons = (query: string, reader: string, text: string, language: string) =>
	reasonsIn([{ language, text }], queryTerms(query, reader)).map(({ kind, typed, found, concept }) => [
		...[kind, typed, found],
		...(concept ? [concept] : []),
	]);

describe("reasons", () => {
	it("tell the word itself from its other forms", () => {
		expect(reasons("Wasser Stadt", "de", "Die Städte und ihr Wasser", "de")).toEqual([
			["word", "Wasser", "Wasser"],
			["form", "Stadt", "Städte"],
		]);
	});

	it("tell compounds and misspelled words", () => {
		expect(reasons("Wasser", "de", "die Trinkwasserversorgung", "de")).toEqual([
			["form", "Wasser", "Trinkwasserversorgung"],
		]);
		expect(reasons("municpal", "en", "the municipal office", "en")).toEqual([
			["form", "municpal", "municipal"],
		]);
	});

	it("tell the concept that other words stand for, in any language", () => {
		expect(reasons("Starkregen", "de", "after the cloudburst of 2011", "en")).toEqual([
			["concept", "Starkregen", "cloudburst", "pluvial-flooding"],
		]);
		expect(reasons("drinking water", "en", "Питної води бракує", "uk")).toEqual([
			["concept", "drinking water", "Питної води", "drinking-water"],
		]);
	});

	it("do not tell in other words what is there in its own", () => {
		const texts = [
			{ language: "fr", text: "Un budget participatif mis en pause" },
			{ language: "uk", text: "громадський бюджет міста" },
		];
		expect(reasonsIn(texts, queryTerms("budget participatif", "fr")).map(({ found }) => found)).toEqual([
			...["budget", "participatif"],
		]);
		expect(reasonsIn(texts.slice(1), queryTerms("budget participatif", "fr"))).toMatchObject([
			{ kind: "concept", found: "громадський бюджет" },
		]);
	});

	it("tell of a resemblance the word that shares most letters in a row", () => {
		const texts = [{ language: "en", text: "A **corporation** and its incorporated partners" }];
		expect(resemblanceIn(texts, queryTerms("incorporate", "en"))).toMatchObject([
			{ kind: "form", typed: "incorporate", found: "incorporated" },
		]);
		expect(resemblanceIn(texts, queryTerms("tram", "en"))).toEqual([]);
	});

	it("are none where nothing fits", () => {
		expect(reasons("tram", "en", "Nothing of the kind.", "en")).toEqual([]);
		expect(reasons("", "en", "Anything", "en")).toEqual([]);
	});
});
