import { readdirSync, readFileSync, statSync } from "node:fs";
import { languages } from "@interurban/contract/languages";
import { describe, expect, test } from "vitest";
import { fontPreloads } from "./fonts.ts";

const styles = new URL("./styles/", import.meta.url);
const web = new URL("../", import.meta.url);
const sheets = readdirSync(styles).filter((name) => name.endsWith(".css"));
const sheet = (name: string) => readFileSync(new URL(name, styles), "utf8").replace(/\/\*.*?\*\//gs, "");
const faces = [
	...readFileSync(new URL("fonts/fonts.css", web), "utf8").matchAll(/@font-face \{([^}]*)\}/g),
].map(([, body = ""]) => ({
	family: /font-family: "([^"]*)"/.exec(body)?.[1] ?? "",
	weight: /font-weight: ([^;]*);/.exec(body)?.[1] ?? "",
	file: /url\("\.\/([^"]*)"\)/.exec(body)?.[1],
}));

describe.each(sheets)("%s", (name) => {
	test("speaks of start and end, never of left and right", () => {
		const physical =
			/^\s*(?:margin|padding|border|inset|scroll-margin)-(?:left|right|top|bottom)\b.*|^\s*(?:left|right|top|bottom|width|height|min-width|max-width|min-height|max-height):.*|(?:text-align|float|clear):\s*(?:left|right).*/gm;
		expect(sheet(name).match(physical) ?? []).toEqual([]);
	});

	test("takes its colours from the tokens", () => {
		const own = (sheet(name).match(/#[0-9a-f]{3,8}\b/gi) ?? []).filter(
			(colour) => !["#ffc940", "#16212b", "#fff", "#000", "#333"].includes(colour),
		);
		const goals = name === "goals.css" ? 17 : 0;
		if (name !== "tokens.css") expect(own).toHaveLength(goals);
	});
});

describe("fonts", () => {
	test("have the same weights in every script of a family, or the script would drop out", () => {
		for (const family of ["Interurban Text", "Interurban Heading"]) {
			const weights = faces.filter((face) => face.family === family).map((face) => face.weight);
			expect(new Set(weights).size, family).toBe(1);
		}
	});

	test("keep to their budget on a first visit", () => {
		const size = (path: string) => statSync(new URL(path, web)).size / 1000;
		const latin = ["fonts/text-latin.woff2", "fonts/heading-latin.woff2"];
		for (const language of languages) {
			const files = new Set([...latin, ...fontPreloads(language)]);
			const total = [...files].map(size).reduce((sum, each) => sum + each, 0);
			expect(total, language).toBeLessThanOrEqual(["ar", "uk"].includes(language) ? 95 : 55);
		}
	});

	test("that are fetched early are files of the style sheet", () => {
		const known = faces.map((face) => `fonts/${face.file}`);
		for (const language of languages) expect(known).toEqual(expect.arrayContaining(fontPreloads(language)));
	});
});
