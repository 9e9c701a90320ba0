import { describe, expect, it } from "vitest";
import { corrected } from "./spelling.ts";

describe("corrected", () => {
	it.each([
		["en", "municpal", "municipal"],
		["de", "überschwemung", "überschwemmung"],
		["fr", "inondaton", "inondation"],
		["es", "presupueto", "presupuesto"],
		["uk", "інфраструктра", "інфраструктура"],
	] as const)("finds the word that was meant (%s: %s)", (language, typed, meant) => {
		expect(corrected(typed, language)).toBe(meant);
	});

	it("leaves short words, numbers and what resembles nothing alone", () => {
		for (const word of ["tre", "2031", "xylqzwv", ""]) expect(corrected(word, "en")).toBeNull();
	});
});
