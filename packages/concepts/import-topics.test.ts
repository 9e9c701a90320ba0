import { existsSync, readFileSync } from "node:fs";
import { languages } from "@interurban/contract/languages";
import { describe, expect, test } from "vitest";
import { concepts } from "./concepts.ts";
import { importTopics, topicsOfImport } from "./import-topics.ts";

const ids = (text: string) => topicsOfImport(text).map(({ id }) => id);

describe("topics of imported practices", () => {
	test("are mapped to one or two concepts that exist", () => {
		for (const [text, targets] of importTopics) {
			expect(targets.length, text).toBeGreaterThan(0);
			expect(targets.length, text).toBeLessThan(3);
			expect(
				targets.filter((id) => !concepts.has(id)),
				text,
			).toEqual([]);
		}
	});

	test("are known whatever their case and apostrophes", () => {
		expect(ids("Women’s income")).toEqual(["womens-employment"]);
		expect(ids("  CLOUDBURST ")).toEqual(["pluvial-flooding"]);
	});

	test("may be any label in any language, and are left out when nothing bears that name", () => {
		expect(ids("Starkregen")).toEqual(["pluvial-flooding"]);
		expect(ids("الميزانية التشاركية")).toEqual(["participatory-budgeting"]);
		expect(ids("quantum gravity")).toEqual([]);
		for (const concept of concepts.values())
			for (const language of languages) expect(ids(concept.prefLabel[language])).not.toEqual([]);
	});

	const files = ["practices", "challenges"].map((name) => `../../db/seed/data/${name}.jsonl`);
	const present = files.map((file) => new URL(file, import.meta.url)).filter((file) => existsSync(file));

	test.skipIf(!present.length)("are all mapped for the demonstration data", () => {
		const topics = present
			.flatMap((file) => readFileSync(file, "utf8").trim().split("\n"))
			.flatMap((line) => (JSON.parse(line) as { topics: string[] }).topics);
		expect([...new Set(topics)].filter((topic) => !importTopics.has(topic))).toEqual([]);
	});
});
