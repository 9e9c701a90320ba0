import { bandOf, countryCodes, regionOf } from "@interurban/contract/countries";
import { foldName } from "@interurban/db/fold-name";
import { describe, expect, test } from "vitest";
import { countryName } from "./countries.ts";
import { placeSlug, waysToRead } from "./places.rules.ts";
import { project } from "./world-map.ts";

describe("names", () => {
	test.each([
		["Saint-Étienne", "saint etienne"],
		["Łódź", "lodz"],
		["İSTANBUL", "istanbul"],
		["Køge", "koge"],
		["Straße", "strasse"],
		["П'ятихатки", "pyatikhatki"],
		["  \u202Ea\u0000b ", "a b"],
	])("fold %s to %s", (name, folded) => {
		expect(foldName(name)).toBe(folded);
	});

	test("make addresses of Latin letters in every script", () => {
		expect(placeSlug({ name: "Saint-Étienne" })).toBe("saint-etienne");
		expect(placeSlug({ name: "Чернівці" })).toBe("chernivtsi");
		expect(placeSlug({ name: "…" })).toBe("town");
	});
});

describe("what was typed", () => {
	test("is a name, or a name and a country", () => {
		expect(waysToRead("Köln")).toEqual([{ names: ["koln"], countries: null }]);
		expect(waysToRead("Aachen, de")[0]).toEqual({ names: ["aachen"], countries: ["DE"] });
		expect(waysToRead("Aachen, Allem")[0]).toEqual({ names: ["aachen"], countries: ["DE"] });
		expect(waysToRead("Aachen Deutschland").at(-1)).toEqual({ names: ["aachen"], countries: ["DE"] });
		expect(waysToRead("🙂")).toEqual([]);
	});
});

describe("countries", () => {
	test("lie in one region each, and have a name in every language", () => {
		expect(countryCodes.length).toBe(new Set(countryCodes).size);
		expect(countryCodes.length).toBeGreaterThan(245);
		expect(countryCodes.filter((code) => !regionOf(code))).toEqual([]);
		expect(countryCodes.filter((code) => countryName(code, "uk") === code)).toEqual([]);
		expect(regionOf("AQ")).toBeNull();
	});
});

test("a band begins at its first figure, and an unknown population is in none", () => {
	expect([19_999, 20_000, 99_999, 100_000, 1_000_000].map(bandOf)).toEqual([
		"under_20k",
		"20k_100k",
		"20k_100k",
		"100k_500k",
		"over_1m",
	]);
	expect(bandOf(0)).toBeNull();
});

test("the map has east on the right, north at the top, and room for the ends of the world", () => {
	expect(project(0, 20).x).toBeGreaterThan(project(0, 10).x);
	expect(project(50, 10).y).toBeLessThan(project(40, 10).y);
	for (const [latitude, longitude] of [
		[-54, -68],
		[78, 15],
		[-18, 178],
		[64, -173],
	] as const) {
		const { x, y } = project(latitude, longitude);
		expect(x).toBeGreaterThanOrEqual(0);
		expect(x).toBeLessThanOrEqual(2000);
		expect(y).toBeGreaterThanOrEqual(0);
		expect(y).toBeLessThanOrEqual(890);
	}
});
