import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

/**
 * What a page may load on a first visit in Ukrainian, the heaviest dictionary, in KB as it is sent. `later` is loaded when
 * the page is idle and counts too; what only an action of the reader's loads does not.
 */
const pages: { page: string; most: number; later?: RegExp[] }[] = [
	{ page: "home/Home.page.tsx", most: 36 },
	{ page: "topics/Topic.page.tsx", most: 36 },
	{ page: "people/Person.page.tsx", most: 36 },
	{ page: "practices/Practice.page.tsx", most: 36 },
	{ page: "search/Search.page.tsx", most: 42 },
	{
		page: "threads/Thread.page.tsx",
		most: 58,
		later: [/socket\.io-client/, /following\/track-reading/, /presence\/typing/],
	},
	{ page: "practices/PracticeNew.page.tsx", most: 62, later: [/uk\/errors\.ts$/] },
];

const client = fileURLToPath(new URL("../../web/dist/client", import.meta.url));
type Manifest = Record<string, { file: string; css?: string[]; imports?: string[] }>;
const manifest: Manifest = JSON.parse(readFileSync(join(client, ".vite/manifest.json"), "utf8"));

const sent = (file: string) => {
	const path = join(client, file);
	return statSync(existsSync(`${path}.br`) ? `${path}.br` : path).size / 1024;
};

const web = fileURLToPath(new URL("../../web", import.meta.url));

/** The sections of words that a page's route names. */
function wordsOf(page: string): string[] {
	const routes = readdirSync(web, { recursive: true, encoding: "utf8" })
		.filter((file) => /^\w+\/[\w-]+\.routes\.ts$/.test(file))
		.map((file) => readFileSync(join(web, file), "utf8"));
	const [, list] =
		new RegExp(`"\\./${page.replaceAll(".", "\\.")}",\\s*(\\[[^\\]]*\\])`).exec(routes.join("\n")) ?? [];
	if (!list) throw new Error(`no route leads to ${page}`);
	return JSON.parse(list.replace(/,\s*\]/, "]"));
}

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
	it.each(pages)("holds for the script of $page", ({ page, most, later = [] }) => {
		const words = ["sections", ...wordsOf(page)].map(
			(section) => `../packages/words/generated/uk/${section}.ts`,
		);
		const idle = Object.keys(manifest).filter((key) => later.some((pattern) => pattern.test(key)));
		expect(idle).toHaveLength(later.length);
		const files = filesOf(["entry-client.tsx", page, ...words, ...idle]);
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
