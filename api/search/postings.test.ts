import { describe, expect, it } from "vitest";
import { postingsOf, type SearchText } from "./postings.ts";

const weightOf = (text: SearchText, lexeme: string) =>
	postingsOf([text]).find((posting) => posting.kind === "stem" && posting.lexeme === lexeme)?.weight ?? 0;

describe("postingsOf", () => {
	const text = {
		language: "en",
		title: "Water plan",
		lead: "A city saves water",
		body: "Leaks were closed.",
	};

	it("holds each term once", () => {
		const keys = postingsOf([text]).map(({ kind, lexeme }) => `${kind} ${lexeme}`);
		expect(new Set(keys).size).toBe(keys.length);
	});

	it("weighs a word of the title above one of the text", () => {
		expect(weightOf(text, "plan")).toBeGreaterThan(weightOf(text, "leak"));
	});

	it("weighs a word of a short text above the same in a long one", () => {
		const long = { ...text, body: `Leaks were closed. ${"Other things happened elsewhere. ".repeat(100)}` };
		expect(weightOf(text, "leak")).toBeGreaterThan(weightOf(long, "leak"));
	});

	it("never lets repetition grow without bound", () => {
		expect(weightOf({ language: "en", title: "tram ".repeat(28) }, "tram")).toBeLessThan(2.5);
	});

	it("weighs what is about another thing less", () => {
		expect(weightOf({ ...text, counts: 0.5 }, "plan")).toBeCloseTo(weightOf(text, "plan") / 2);
	});

	it("finds a thing by its translations, each in its own language", () => {
		const lexemes = postingsOf([text, { language: "de", title: "Städte sparen Wasser" }]).map(
			({ lexeme }) => lexeme,
		);
		expect(lexemes).toEqual(expect.arrayContaining(["water", "wass", "stadt"]));
	});

	it("is empty for an empty text", () => {
		expect(postingsOf([{ language: "en", title: "" }])).toEqual([]);
	});
});
