import { describe, expect, it } from "vitest";
import { partsOf } from "./compounds.ts";
import { wordsOf } from "./terms.ts";

const parts = (word: string) => partsOf(wordsOf(word, "de")[0] ?? "").join(" ");

describe("the parts of a German compound", () => {
	it.each([
		["Trinkwasserversorgung", "trinkwasser trinken wasser versorgung"],
		["Städtepartnerschaft", "stadte partnerschaft"],
		["Bürgerbeteiligung", "burger beteiligung"],
		["Wirtschaftswachstum", "wirtschaft wachstum"],
		["Marktplätze", "markt platze"],
		["Fernwärmegas", "fernwarme gas"],
	])("are its words, in whatever way they are joined: %s", (word, expected) => {
		expect(parts(word)).toBe(expected);
	});

	it("is what is known at its end when nobody knows the beginning", () => {
		expect(parts("Quixverwaltung")).toBe("verwaltung");
	});

	it.each(["Mailand", "Haushalt", "Gesellschaft", "Verwaltung", "Verstand", "Wasser", "gegen", "C40", ""])(
		"are none in a simple word: %s",
		(word) => {
			expect(parts(word)).toBe("");
		},
	);

	it("end for the longest of words", () => {
		expect(parts("wasser".repeat(200)).length).toBeLessThan(2000);
	});
});
