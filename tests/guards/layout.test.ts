import { expect, test } from "vitest";
import { projectFiles, readSource } from "../kit/source.ts";

const files = projectFiles();
const texts = files.filter((name) => !/\.(png|jpe?g|webp|avif|ico|woff2?|ttf|gz|br|pbf)$/.test(name));
const written = texts.filter(
	(name) => /\.(ts|tsx|mjs|css|graphql)$/.test(name) && name !== "packages/contract/schema.graphql",
);

const required = [
	"api",
	"web",
	"db",
	"packages",
	"tests",
	"pnpm-workspace.yaml",
	"package.json",
	"tsconfig.json",
	"README.md",
	"pnpm-lock.yaml",
	"LICENSE",
	"CONTRIBUTING.md",
];
const containers = ["Containerfile", "compose.yaml"];

test("the top level holds what the house lists and no more", () => {
	const top = [...new Set(files.map((name) => name.split("/")[0] ?? ""))].filter(
		(name) => !name.startsWith("."),
	);
	expect(top.filter((name) => !containers.includes(name)).sort()).toEqual([...required].sort());
});

test("no file names a place on somebody's machine", () => {
	const place = /(?<![\w.:/%-])(?:\/(?:home|Users|work)\/\w|\/root\/\w|[A-Z]:\\Users\\)/;
	const wrong = texts.filter((name) => place.test(readSource(name)));
	expect(wrong.filter((name) => name !== "tests/guards/layout.test.ts")).toEqual([]);
});

test("no source file is longer than 300 lines", () => {
	const long = written.map((name) => ({ name, lines: readSource(name).split("\n").length }));
	expect(long.filter(({ lines }) => lines > 301)).toEqual([]);
});

test("files are in kebab-case, components in PascalCase", () => {
	const code = written.filter((name) => /\.(ts|tsx|mjs)$/.test(name));
	const wrong = code.filter((name) => {
		const base = name.split("/").pop() ?? "";
		const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.(ts|tsx|mjs)$/;
		const pascal = /^[A-Z][A-Za-z0-9]*(\.[a-z]+)*\.(ts|tsx)$/;
		return !kebab.test(base) && !pascal.test(base);
	});
	expect(wrong).toEqual([]);
});
