import { describe, expect, it } from "vitest";
import { readingsOf } from "./readings.ts";
import { wordsOf } from "./terms.ts";

const lexemes = (kind: string, text: string, language: string) =>
	readingsOf(wordsOf(text, language), language)
		.filter((reading) => reading.kind === kind)
		.map(({ lexeme }) => lexeme);

describe("readings", () => {
	it("have the stem of every word", () => {
		expect(lexemes("stem", "Flooded streets", "en")).toEqual(["flood", "street"]);
	});

	it.each([
		["de", "Überschwemmungen"],
		["fr", "les inondations"],
		["es", "las inundaciones"],
		["ar", "والفيضانات"],
		["uk", "повеней"],
	])("have the English equivalents of words in whatever form they stand (%s)", (language, text) => {
		expect(lexemes("pivot", text, language)).toContain("flood");
	});

	it("have the longest phrase's equivalent, not those of its words", () => {
		const found = lexemes("pivot", "un cours d’eau", "fr");
		expect(found).toContain("stream");
		expect(found).not.toContain("water");
	});

	it("share the weight of a word among its senses", () => {
		const weights = (word: string) =>
			readingsOf([word], "de").flatMap(({ kind, weight }) => (kind === "pivot" ? weight : []));
		expect(Math.max(...weights("bank"))).toBeLessThan(1);
		expect(Math.max(...weights("haus"))).toBe(1);
	});

	it("tell words apart whose stems are the same, by how they begin", () => {
		for (const text of ["La ciudad crece", "La ciudad creció"])
			expect(lexemes("pivot", text, "es")).not.toContain("flood");
		expect(lexemes("pivot", "las crecidas del río", "es")).toContain("flood");
	});

	it("leave out verbs that say little beside what follows", () => {
		expect(lexemes("pivot", "Schutz", "de")).toContain("shelter");
		expect(lexemes("pivot", "Schutz", "de")).not.toContain("give");
		expect(lexemes("pivot", "geben", "de")).toContain("give");
	});

	it("keep names and numbers as they are, for every language", () => {
		expect(lexemes("pivot", "Dunkerque 2030", "fr")).toEqual(lexemes("pivot", "Dunkerque 2030", "de"));
	});

	it("have the parts of German compounds, for less", () => {
		const found = readingsOf(["deponiegebühr"], "de");
		expect(found).toContainEqual(
			expect.objectContaining({ kind: "stem", lexeme: "deponi", part: "deponie", weight: 0.5 }),
		);
		expect(found.some(({ kind, lexeme }) => kind === "pivot" && lexeme.startsWith("landfil"))).toBe(true);
	});

	it("are stems alone in languages that the vocabularies do not have", () => {
		expect(readingsOf(["overstroming"], "nl").map(({ kind }) => kind)).toEqual(["stem"]);
	});
});
