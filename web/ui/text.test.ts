import { describe, expect, test } from "vitest";
import { initialsOf, lengthOf } from "./text.ts";

describe("initials", () => {
	test.each([
		["Miriam Becker", "MB"],
		["Олена Коваль", "ОК"],
		["Friederike-Charlotte von Oberhausen", "FO"],
		["Ng", "N"],
		["  “Łukasz”  Wróbel ", "ŁW"],
		["ليلى الحوراني", "لح"],
		["é́lodie", "É́"],
		["Anna (Stadt Aachen) 3", "AA"],
		["", ""],
		["42", ""],
	])("of %j are %j", (name, initials) => {
		expect(initialsOf(name)).toBe(initials);
	});
});

test("a character outside of the basic plane and a line end count once", () => {
	expect(lengthOf("a\r\n🌧")).toBe(3);
});
