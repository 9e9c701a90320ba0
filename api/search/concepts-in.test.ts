import { describe, expect, it } from "vitest";
import { conceptsIn } from "./concepts-in.ts";

const ids = (text: string, language: string) => conceptsIn(text, language).map(({ concept }) => concept.id);

describe("conceptsIn", () => {
	it.each([
		["en", "Cloudbursts flooded the cellars."],
		["de", "Nach Starkregens und Sturzfluten"],
		["fr", "face aux inondations pluviales"],
		["es", "Las inundaciones pluviales de la ciudad"],
		["ar", "آثار الفيضانات الناجمة عن الأمطار في المدينة"],
		["uk", "наслідки дощових паводків у місті"],
	])("finds a concept by inflected labels (%s)", (language, text) => {
		expect(ids(text, language)).toContain("pluvial-flooding");
	});

	it("takes the longest label only", () => {
		expect(ids("the drinking water of the city", "en")).toContain("drinking-water");
		expect(ids("the drinking water of the city", "en")).not.toContain("water");
	});

	it("does not read a label across the end of a sentence", () => {
		expect(ids("They like drinking. Water is blue.", "en")).not.toContain("drinking-water");
	});

	it("counts how often a concept is named, most first", () => {
		const [first] = conceptsIn("Tap water, potable water: drinking water! And compost.", "en");
		expect(first).toMatchObject({ concept: { id: "drinking-water" }, count: 3 });
	});

	it("does not take what is left of a label without its small words for the label", () => {
		expect(ids("municipal services, just a transition, and sport", "en")).not.toEqual(
			expect.arrayContaining([
				expect.stringMatching(/^(it-governance|e-services|just-transition|mass-sport)$/),
			]),
		);
		expect(ids("Waste from the services of the city", "en")).toEqual(["waste"]);
	});

	it("reads a letter before a hyphen as a part of the word", () => {
		expect(ids("We collect e-waste and offer e-services.", "en").sort()).toEqual([
			"e-services",
			"electronic-waste",
		]);
		expect(ids("E-Partizipation an der S-Bahn", "de")).toContain("e-participation");
	});

	it("finds none in other languages, nor in an empty text", () => {
		expect(conceptsIn("drinkwater", "nl")).toEqual([]);
		expect(conceptsIn("", "en")).toEqual([]);
	});

	it("takes a regional variant for its language", () => {
		expect(ids("agua potable", "es-MX")).toContain("drinking-water");
	});
});
