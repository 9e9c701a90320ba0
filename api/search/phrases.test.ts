import { describe, expect, it } from "vitest";
import { Phrases } from "./phrases.ts";

const phrases = new Phrases([
	["water", ["water"]],
	["water suppli", ["water supply"]],
	["water suppli network", ["pipes"]],
	["suppli", ["supply", "delivery"]],
]);

const found = (text: string) =>
	phrases.in(text.split(" ")).map(({ at, length, meanings }) => [at, length, meanings.join()]);

describe("phrases", () => {
	it("are found where they stand, the longest first and none within another", () => {
		expect(found("clean water suppli and water")).toEqual([
			[1, 2, "water supply"],
			[4, 1, "water"],
		]);
		expect(found("water suppli network")).toEqual([[0, 3, "pipes"]]);
	});

	it("have all their meanings", () => {
		expect(found("suppli")).toEqual([[0, 1, "supply,delivery"]]);
		expect(phrases.of("suppli")).toEqual(["supply", "delivery"]);
	});

	it("are known by their beginning", () => {
		expect(phrases.beginningWith("water")).toEqual(["water supply", "pipes"]);
		expect(phrases.beginningWith("suppli")).toEqual([]);
	});

	it("are not there when a word is missing", () => {
		expect(found("network of clean air")).toEqual([]);
		expect(phrases.of("network")).toEqual([]);
	});
});
