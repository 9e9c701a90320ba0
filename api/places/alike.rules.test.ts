import type { Traits } from "@interurban/db/place-traits";
import { describe, expect, test } from "vitest";
import { compareTraits, leastLike, similarity } from "./alike.rules.ts";

const aachen: Traits = {
	size: 36,
	region: "europe",
	income: "high",
	climate: "oceanic",
	coastal: false,
	capital: false,
};
const like = (changes: Partial<Traits>): number => similarity(aachen, { ...aachen, ...changes });

describe("similarity", () => {
	test("falls with each doubling of the size, down to nothing in common at sixteen times", () => {
		expect([0, 2, 4, 6, 8, 10].map((steps) => like({ size: 36 + steps }))).toEqual([
			1, 0.925, 0.85, 0.775, 0.7, 0.7,
		]);
	});

	test("is halved in a trait by a neighbouring income group and by a climate that passes into the own one", () => {
		expect([like({ income: "upper_middle" }), like({ income: "lower_middle" })]).toEqual([0.9, 0.8]);
		expect([like({ climate: "continental" }), like({ climate: "desert" })]).toEqual([0.9, 0.8]);
	});

	test("takes half of what is known of one only, and leaves out what is known of neither", () => {
		expect(like({ size: null })).toBe(0.85);
		const vague = { ...aachen, size: null, income: null };
		expect(similarity(vague, vague)).toBe(1);
		expect(similarity(vague, { ...vague, climate: "desert" })).toBe(0.6);
	});

	test("makes a town of the same climate and means, half the size, like one; a rich capital at the sea is not", () => {
		expect(like({ size: 34 }) * 100).toBeGreaterThanOrEqual(leastLike);
		expect(like({ size: 42, capital: true, coastal: true }) * 100).toBeLessThan(leastLike);
	});
});

describe("a comparison", () => {
	test("tells each trait that is the same, near or different, and what is not known", () => {
		const other: Traits = {
			size: 39,
			region: "sub_saharan_africa",
			income: null,
			climate: "continental",
			coastal: false,
			capital: true,
		};
		expect(compareTraits(aachen, other)).toEqual([
			{ trait: "population", fit: "near" },
			{ trait: "income", fit: "unknown" },
			{ trait: "climate", fit: "near" },
			{ trait: "region", fit: "different" },
			{ trait: "coast", fit: "same" },
			{ trait: "capital", fit: "different" },
		]);
	});
});
