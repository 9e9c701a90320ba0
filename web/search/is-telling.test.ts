import { expect, test } from "vitest";
import { isTelling } from "./is-telling.ts";

test.each([
	["concept", "hochwasser", "Überschwemmung", true],
	["translation", "hochwasser", "flood", true],
	["form", "hochwasser", "Straßen", true],
	["form", "Häuser", "Haus", false],
	["form", "wasser", "Hochwasserschutz", false],
	["word", "tram", "Tram", false],
	["translation", "tram", "Tram", false],
] as const)("found by %s, %s → %s says something: %s", (kind, typed, found, says) => {
	expect(isTelling({ kind, typed, found })).toBe(says);
});
