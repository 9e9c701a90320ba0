import { expect, test } from "vitest";
import { passageOf } from "./passage.ts";

const shown = (text: string, ...words: string[]) => {
	const found = words.map((word) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length }));
	return passageOf(text, found)
		.map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
		.join("");
};

test("every word that was found is marked", () => {
	expect(shown("Compost from the Market.", "Compost", "Market")).toBe("[Compost] from the [Market].");
});

test("of a long text it is what stands around the first word", () => {
	const text = `${"before ".repeat(100)}needle ${"after ".repeat(100)}`.trim();
	expect(shown(text, "needle")).toMatch(/^… +(before )+\[needle\]( after)+.* …$/);
	expect(shown(text, "needle").length).toBeLessThan(270);
});

test("a text in which nothing was looked for is shown from its beginning", () => {
	expect(shown("Nothing here.")).toBe("Nothing here.");
});
