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
		["Stadtgründung", "stadt grundung"],
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

	it("are none where an ending or a prefix only looks like a word", () => {
		expect(parts("Begründungspflicht"), "no dung").toBe("pflicht");
		expect(["Abholzung", "besiegelt", "entstand"].map(parts), "no tongue, no elders").toEqual(["", "", ""]);
	});

	it("end for the longest of words", () => {
		expect(parts("wasser".repeat(200)).length).toBeLessThan(2000);
	});
});
