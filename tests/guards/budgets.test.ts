import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

/**
 * What a page loads on a first visit in Ukrainian, the heaviest dictionary, compressed as it is sent. `reach` is the
 * design's budget in KB; `most` is what a change may not exceed, and only ever goes down.
 */
const pages = [
	{ page: "home/Home.page.tsx", words: ["home", "places"], reach: 36, most: 45 },
	{ page: "topics/Topic.page.tsx", words: ["topics", "home"], reach: 36, most: 44 },
	{ page: "people/Person.page.tsx", words: ["people", "practices"], reach: 36, most: 46 },
	{
		page: "practices/Practice.page.tsx",
		words: ["practices", "practice_terms", "threads"],
		reach: 36,
		most: 57,
	},
	{ page: "search/Search.page.tsx", words: ["search"], reach: 42, most: 46 },
	{ page: "threads/Thread.page.tsx", words: ["threads"], reach: 58, most: 58 },
	{ page: "practices/PracticeNew.page.tsx", words: ["practice_form", "draft"], reach: 62, most: 62 },
];

const client = fileURLToPath(new URL("../../web/dist/client", import.meta.url));
type Manifest = Record<string, { file: string; css?: string[]; imports?: string[] }>;
const manifest: Manifest = JSON.parse(readFileSync(join(client, ".vite/manifest.json"), "utf8"));

const sent = (file: string) => {
	const path = join(client, file);
	return statSync(existsSync(`${path}.br`) ? `${path}.br` : path).size / 1024;
};

function filesOf(keys: readonly string[]): Set<string> {
	const files = new Set<string>();
	const visit = (key: string): void => {
		const chunk = manifest[key];
		if (!chunk) throw new Error(`the build has no ${key}`);
		if (files.has(chunk.file)) return;
		files.add(chunk.file);
		for (const imported of chunk.imports ?? []) visit(imported);
	};
	for (const key of keys) visit(key);
	return files;
}

describe("the budget of a first visit", () => {
	it.each(pages)("holds for the script of $page", ({ page, words, most }) => {
		const sections = ["sections", "shell", "ui", "errors", ...words];
		const keys = sections.map((section) => `../packages/words/generated/uk/${section}.ts`);
		const files = filesOf(["entry-client.tsx", page, ...keys]);
		const total = [...files].reduce((sum, file) => sum + sent(file), 0);
		expect(total).toBeLessThanOrEqual(most);
	});

	it("holds for the styles of every page", () => {
		const styles = manifest["entry-client.tsx"]?.css ?? [];
		expect(styles.reduce((sum, file) => sum + sent(file), 0)).toBeLessThanOrEqual(14);
	});

	it("holds for the fonts of each script", () => {
		const fonts = Object.values(manifest)
			.map(({ file }) => file)
			.filter((file) => file.endsWith(".woff2"));
		const weight = (...scripts: string[]) =>
			fonts
				.filter((file) =>
					scripts.some((script) => file.includes(`-${script}-`) && !file.includes(`${script}-ext`)),
				)
				.reduce((sum, file) => sum + sent(file), 0);
		expect(weight("latin")).toBeGreaterThan(20);
		expect(weight("latin")).toBeLessThanOrEqual(55);
		expect(weight("latin", "cyrillic")).toBeLessThanOrEqual(95);
		expect(weight("latin", "arabic")).toBeLessThanOrEqual(95);
	});
});
