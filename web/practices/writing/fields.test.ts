import type { Fields } from "@interurban/contract/rendering";
import { describe, expect, it } from "vitest";
import { partOf, progressOf } from "./fields.ts";
import { fingerprints, mergeFields, takePart, writeBase } from "./merge.ts";

const published: Fields = [
	["input.title", "Heat plan"],
	["input.approach", "Shade for all bus stops."],
	["input.sdgs", "11"],
	["input.sdgs", "13"],
	["input.blocks.0.name", "Trees"],
];
const opened = (fields: Fields, revision = "1"): Fields => [
	...fields,
	["revision", revision],
	["_base", writeBase(fingerprints(fields))],
];
const change = (fields: Fields, name: string, value: string): Fields =>
	fields.map((field) => (field[0] === name ? [name, value] : field));
const fieldIn = (fields: Fields, name: string) => fields.findLast(([field]) => field === name)?.[1];

describe("the parts of a practice", () => {
	it("are told by the names of the fields", () => {
		expect(partOf("input.blocks.0.name")).toBe("blocks");
		expect(partOf("input.placeIdText")).toBe("place");
		expect(partOf("input.costYear")).toBe("cost");
		expect(partOf("summary")).toBeNull();
	});

	it("have the same fingerprint with other line ends, in another order, and beside blank rows", () => {
		const one: Fields = [
			["input.title", "a\r\nb"],
			["input.sdgs", "1"],
			["input.blocks.1.name", " "],
		];
		const other: Fields = [
			["input.sdgs", "1"],
			["input.title", "a\nb "],
		];
		expect(fingerprints(one)).toEqual(fingerprints(other));
	});
});

describe("progress", () => {
	it("counts a place or topic that was only typed, and no blanks", () => {
		const fields: Fields = [
			["input.title", "Heat plan"],
			["input.claim", "  "],
			["input.placeIdText", "Aachen"],
			["input.topicIdsText", "heat"],
		];
		expect(progressOf(fields)).toEqual({ filled: 3, total: 11 });
	});
});

describe("two people change the same practice", () => {
	const current = opened(
		change(change(published, "input.approach", "Shade and water."), "input.title", "Heat action plan"),
		"2",
	);

	it("and the later one gets what only the other changed, keeps their own, and hears of what both changed", () => {
		const mine = change(
			change(opened(published), "input.title", "A heat plan for Aachen"),
			"input.blocks.0.name",
			"Trees and sails",
		);
		const { fields, both } = mergeFields(mine, current);
		expect(both).toEqual(["title"]);
		expect(fieldIn(fields, "input.title")).toBe("A heat plan for Aachen");
		expect(fieldIn(fields, "input.approach")).toBe("Shade and water.");
		expect(fieldIn(fields, "input.blocks.0.name")).toBe("Trees and sails");
		expect(fieldIn(fields, "revision")).toBe("2");
		expect(fieldIn(fields, "_since")).toBe("1");
		expect(fields.filter(([name]) => name === "input.sdgs")).toHaveLength(2);
	});

	it("and what both changed alike is no question", () => {
		const mine = change(opened(published), "input.title", "Heat action plan");
		expect(mergeFields(mine, current).both).toEqual([]);
	});

	it("and somebody who emptied a part finds it empty", () => {
		const mine = opened(published).filter(([name]) => !name.startsWith("input.blocks"));
		expect(fieldIn(mergeFields(mine, current).fields, "input.blocks.0.name")).toBeUndefined();
	});

	it("and may take over a part as the other one published it", () => {
		const mine = change(opened(published), "input.title", "A heat plan for Aachen");
		const merged = mergeFields(mine, current).fields;
		expect(fieldIn(takePart(merged, current, "title"), "input.title")).toBe("Heat action plan");
	});
});
