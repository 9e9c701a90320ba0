import { expect, test } from "vitest";
import { writtenIn } from "./written.ts";

test("what is written in a form is its title, its language and every text of several words", () => {
	expect(
		writtenIn(
			[
				["_form", "PublishPractice"],
				["_label.12", "Aachen, Germany"],
				["input.title", " A map of heavy rain "],
				["input.language", "de"],
				["input.stage", "running"],
				["input.situation", "Cellars were flooded."],
				["input.blocks.0.name", "A public map"],
				["input.outcome", "  "],
			],
			{ title: "input.title", language: "input.language" },
		),
	).toEqual({ title: "A map of heavy rain", text: "Cellars were flooded.\nA public map", language: "de" });
});

test("a language that is not said, or not asked for, is left to be found out", () => {
	const fields: [string, string][] = [
		["title", "Rain"],
		["language", ""],
	];
	expect(writtenIn(fields, { title: "title", language: "language" }).language).toBeNull();
	expect(writtenIn(fields, { title: "title" })).toEqual({ title: "Rain", text: "", language: null });
});

test("of a very long text the beginning is enough", () => {
	expect(writtenIn([["body", "rain ".repeat(10_000)]], { title: "title" }).text).toHaveLength(20_000);
});
