import { expect, test } from "vitest";
import { makeWordFinder } from "./word-finder.ts";

const found = (question: string, text: string, language: string) =>
	makeWordFinder(question)
		.find(text, language)
		?.map(({ start, end }) => text.slice(start, end)) ?? null;

test.each([
	["policy", "en", "Both policies differ.", ["policies"]],
	["Häuser", "de", "Das Haus und das Dach", ["Haus"]],
	["energetique", "fr", "Les rénovations énergétiques", ["énergétiques"]],
	["ciudad", "es", "Dos ciudades", ["ciudades"]],
	["المدينة", "ar", "نعمل في مدينة كبيرة", ["مدينة"]],
	["місто", "uk", "у нашому місті", ["місті"]],
	["steuer", "de", "Die Verpackungssteuer gilt.", ["Verpackungssteuer"]],
])("“%s” is found in %s as the language inflects it", (question, language, text, places) => {
	expect(found(question, text, language)).toEqual(places);
});

test("all words that say something must be there", () => {
	expect(found("the market waste", "Waste from markets", "en")).toEqual(["Waste", "markets"]);
	expect(found("market waste", "Waste only", "en")).toBeNull();
	expect(found("the", "the end", "en")).toEqual(["the"]);
	expect(found("?!", "the end", "en")).toBeNull();
});

test.each([
	["policies", "policy"],
	["Straße", "strasse"],
	["été", "ete"],
])("what %s begins with stands in “%s” too", (question, text) => {
	const [beginnings = []] = makeWordFinder(question).beginnings();
	expect(beginnings.some((begin) => text.includes(begin))).toBe(true);
});
