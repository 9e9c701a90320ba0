import { expect, test } from "vitest";
import { passageOf, wordsOf } from "./passage.ts";

const shown = (text: string, question: string) =>
	passageOf(text, wordsOf(question))
		.map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
		.join("");

test("every word that was looked for is marked, whatever its case", () => {
	expect(shown("Compost from the Market, more compost.", "compost MARKET")).toBe(
		"[Compost] from the [Market], more [compost].",
	);
});

test("of a long text it is what stands around the first word", () => {
	const text = `${"before ".repeat(100)}needle ${"after ".repeat(100)}`.trim();
	expect(shown(text, "needle")).toMatch(/^… +(before )+\[needle\]( after)+.* …$/);
	expect(shown(text, "needle").length).toBeLessThan(270);
});

test("a text without any of the words is shown from its beginning", () => {
	expect(shown("Nothing here.", "needle")).toBe("Nothing here.");
});

test("letters that are longer in lower case move nothing", () => {
	expect(shown("İİİ waste", "waste")).toBe("İİİ [waste]");
});
