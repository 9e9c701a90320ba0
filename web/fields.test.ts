import { describe, expect, it } from "vitest";
import { readFields, readNumber, wrongNumbers } from "./fields.ts";

const shape = {
	id: "s",
	input: { stage: "e", year: "i", cost: "f", sdgs: ["i"], rows: [{ name: "s", value: "f" }] },
} as const;

describe("numbers as people type them", () => {
	it.each([
		["1200", 1200],
		["12,5", 12.5],
		["12.5", 12.5],
		["1 200,50", 1200.5],
		["1.234,56", 1234.56],
		["1,234.56", 1234.56],
		["1.200.000", 1_200_000],
		["٢٠٢٤", 2024],
		["١٢٫٥", 12.5],
		["−3", -3],
		[".5", 0.5],
	])("%s is read as %s", (typed, number) => {
		expect(readNumber(typed)).toBe(number);
	});

	it.each(["about 5", "12 kg", "1e5", "0x10", "-", ".", "1,2.3,4", "Infinity"])("%s is none", (typed) => {
		expect(readNumber(typed)).toBeNull();
	});
});

describe("a form's fields", () => {
	it("become variables: an unmade choice and an empty number are null, rows and lists keep their order", () => {
		const fields: [string, string][] = [
			["id", "7"],
			["input.stage", ""],
			["input.year", " "],
			["input.sdgs", "11"],
			["input.sdgs", "13"],
			["input.rows.1.name", "second"],
			["input.rows.1.value", "1,5"],
		];
		expect(readFields(fields, shape)).toEqual({
			id: "7",
			input: { stage: null, year: null, sdgs: [11, 13], rows: [{}, { name: "second", value: 1.5 }] },
		});
	});

	it("that hold no number where one is wanted are named", () => {
		const fields: [string, string][] = [
			["input.year", "2024.5"],
			["input.cost", "much"],
			["input.sdgs", "11"],
			["input.rows.0.value", "12 t"],
			["input.rows.1.value", ""],
			["input.rows.1.name", "12 t"],
			["other.year", "x"],
		];
		expect(wrongNumbers(fields, shape).map((issue) => issue.field)).toEqual([
			"input.year",
			"input.cost",
			"input.rows.0.value",
		]);
	});
});
