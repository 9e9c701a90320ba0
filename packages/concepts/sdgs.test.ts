import { languages } from "@interurban/contract/languages";
import { expect, test } from "vitest";
import { sdgs } from "./sdgs.ts";

test("there are 17 goals in order, each with its own colour and a title in every language", () => {
	expect(sdgs.map(({ number }) => number)).toEqual(Array.from({ length: 17 }, (_, index) => index + 1));
	expect(new Set(sdgs.map(({ colour }) => colour)).size).toBe(17);
	for (const { colour, title } of sdgs) {
		expect(colour).toMatch(/^#[0-9A-F]{6}$/);
		expect(Object.keys(title).sort()).toEqual([...languages].sort());
		for (const text of Object.values(title)) expect(text).toBe(text.normalize("NFC").trim());
	}
});

test("numerals are white on the dark colours and ink on the others", () => {
	const white = sdgs.filter(({ inkOn }) => inkOn === "white").map(({ number }) => number);
	expect(white).toEqual([1, 4, 8, 10, 13, 16, 17]);
});
