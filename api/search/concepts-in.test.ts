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

	it("finds none in other languages, nor in an empty text", () => {
		expect(conceptsIn("drinkwater", "nl")).toEqual([]);
		expect(conceptsIn("", "en")).toEqual([]);
	});

	it("takes a regional variant for its language", () => {
		expect(ids("agua potable", "es-MX")).toContain("drinking-water");
	});
});
