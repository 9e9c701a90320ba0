import { expect, test } from "vitest";
import { wordsIn } from "./server.ts";

const shown = (text: string) => text.replaceAll("\u2068", "[").replaceAll("\u2069", "]");

test("a name that runs the other way is kept apart from the words around it", () => {
	const said = (language: "ar" | "de", name: string, text: string) =>
		shown(wordsIn(language)("messages.by", { name, text }));
	expect(said("ar", "Miriam Becker", "Wohin?")).toBe("[Miriam Becker]: [Wohin?]");
	expect(said("ar", "أحمد", "Wohin?")).toBe("أحمد: [Wohin?]");
	expect(said("de", "أحمد", "Wohin?")).toBe("[أحمد]: Wohin?");
});

test("words of one direction, numbers and choices hold no invisible signs", () => {
	expect(shown(wordsIn("de")("messages.by", { name: "Miriam", text: "Wohin?" }))).toBe("Miriam: Wohin?");
	expect(shown(wordsIn("ar")("messages.unread", { count: 3 }))).not.toContain("[");
});
