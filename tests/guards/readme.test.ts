import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { settings } from "@interurban/api/env";
import { expect, test } from "vitest";
import { root } from "../kit/scratch.ts";
import { projectFiles, readSource } from "../kit/source.ts";

const readme = readSource("README.md");
const guides = ["README.md", "CONTRIBUTING.md"].map((name) => ({ name, text: readSource(name) }));

test("the README’s table says of every setting what the service itself says", () => {
	const rows = [...readme.matchAll(/^\| `([A-Z_]+)` +\| (.+?) +\| (.+?) +\|$/gm)].map(
		([, name, doc, standard]) => ({ name, doc, default: standard }),
	);
	const told = Object.entries(settings).map(([name, { doc, default: standard }]) => ({
		name,
		doc,
		default: standard,
	}));
	expect(rows).toEqual(told);
});

test("every command that the guides name exists", () => {
	const { scripts } = JSON.parse(readSource("package.json"));
	const named = guides.flatMap(({ text }) =>
		[...text.matchAll(/\bnpm (?:run ([a-z][\w:-]*)|(start|test)\b)/g)].map(
			([, run, short]) => run ?? short ?? "",
		),
	);
	expect(named).toContain("start");
	expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test("every file that the guides point to exists", () => {
	const missing = guides.flatMap(({ name, text }) =>
		[...text.matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)|(?:src|href)="(?!https?:|#)([^"#]+)/g)]
			.map(([, link, attribute]) => link ?? attribute ?? "")
			.filter((target) => !existsSync(join(root, target)))
			.map((target) => `${name}: ${target}`),
	);
	expect(missing).toEqual([]);
});

test("the README shows every picture that is kept for it, none above 200 KB", () => {
	const pictures = projectFiles().filter((name) => name.startsWith(".github/pictures/"));
	expect(pictures.length).toBeGreaterThan(0);
	expect(pictures.filter((name) => !readme.includes(name))).toEqual([]);
	expect(pictures.filter((name) => statSync(join(root, name)).size > 200_000)).toEqual([]);
});
