import { describe, expect, it } from "vitest";
import { readSigns } from "./signs.ts";

const nothing = { quoted: [], excluded: [], hasOthers: false };

describe("signs of other search engines", () => {
	it.each([
		['"cargo tram" night', ["cargo tram"]],
		["„Starkregen Vorsorge“", ["Starkregen Vorsorge"]],
		["« eaux pluviales » ville", ["eaux pluviales"]],
		["»Hitze« und «вода»", ["Hitze", "вода"]],
	])("%s quotes", (text, quoted) => {
		expect(readSigns(text)).toMatchObject({ quoted, excluded: [] });
	});

	it("leave out a word or a phrase", () => {
		expect(readSigns('tram -waste −"at night" NOT lorries')).toEqual({
			...nothing,
			words: "tram",
			excluded: ["at night", "lorries", "waste"],
		});
	});

	it.each([
		["tram AND bus OR rail", "tram bus rail"],
		["title:tram +bus comp* heat~ water^2 *", "tram bus comp heat water 2 *"],
	])("that mean nothing here are taken away: %s", (text, words) => {
		expect(readSigns(text)).toEqual({ ...nothing, words, hasOthers: true });
	});

	it.each([
		"Stadtentwicklung und -planung",
		"Rad- und Fußverkehr",
		"co-operation",
		"-5 °C",
		"NOT UND ELEND",
		'half a "quotation',
		"- a list",
		"10:30",
	])("are not seen where there are none: %s", (text) => {
		expect(readSigns(text)).toEqual({ ...nothing, words: text });
	});

	it.each(["-tram", '-"cargo tram"', "AND OR", '""', "* ~"])(
		"alone are looked for as they stand: %s",
		(text) => {
			expect(readSigns(text)).toEqual({ ...nothing, words: text });
		},
	);
});
