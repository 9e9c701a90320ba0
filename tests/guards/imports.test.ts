import { describe, expect, test } from "vitest";
import { type Import, importsOf, projectFiles } from "../kit/source.ts";

const code = projectFiles().filter((name) => /\.(ts|tsx|mjs)$/.test(name));
const imports = code.flatMap(importsOf);

/** What each package may import; itself goes without saying. */
const allowed: Record<string, string[]> = {
	"packages/contract": [],
	"packages/words": ["packages/contract"],
	"packages/concepts": ["packages/contract"],
	"packages/launch": ["packages/contract"],
	db: ["packages/contract"],
	api: ["db", "packages/contract", "packages/concepts", "packages/words"],
	web: ["packages/contract", "packages/words"],
	tests: ["packages/contract", "packages/words", "packages/concepts", "packages/launch", "db", "api", "web"],
};

function packageOf(name: string): string {
	return name.split("/", name.startsWith("packages/") ? 2 : 1).join("/");
}

const written = ({ from, specifier }: Import) => `${from} imports ${specifier}`;

test("the packages are those that the rules speak of", () => {
	const packages = new Set(code.filter((name) => name.includes("/")).map(packageOf));
	expect([...packages].filter((name) => !(name in allowed))).toEqual([]);
	expect(imports.length).toBeGreaterThan(50);
});

test("a package imports only the packages below it", () => {
	const wrong = imports.filter(({ from, to }) => {
		if (!to || packageOf(from) === packageOf(to)) return false;
		return !allowed[packageOf(from)]?.includes(packageOf(to));
	});
	expect(wrong.map(written)).toEqual([]);
});

test("a package is entered by its name, not by a path that leads out of another", () => {
	const wrong = imports.filter(
		({ from, to, specifier }) => specifier.startsWith(".") && to && packageOf(from) !== packageOf(to),
	);
	expect(wrong.map(written)).toEqual([]);
});

describe("in api", () => {
	const inside = imports.filter(({ from, to }) => from.startsWith("api/") && to?.startsWith("api/"));
	const sliceOf = (name = "") => /^api\/([^/]+)\//.exec(name)?.[1];

	test("a slice calls another slice's main file only", () => {
		const wrong = inside.filter(({ from, to }) => {
			const [own, other] = [sliceOf(from), sliceOf(to)];
			return own && other && own !== other && other !== "generated" && to !== `api/${other}/${other}.ts`;
		});
		expect(wrong.map(written)).toEqual([]);
	});

	test("only graphql.ts lists the slices' resolvers", () => {
		const wrong = inside.filter(({ from, to }) => to?.endsWith(".resolvers.ts") && from !== "api/graphql.ts");
		expect(wrong.map(written)).toEqual([]);
	});

	test("only sessions.ts knows lucia", () => {
		const users = imports.filter(({ specifier }) => specifier === "lucia").map(({ from }) => from);
		expect(users.filter((name) => name !== "api/sessions.ts")).toEqual([]);
	});
});

test("no imports go in a circle", () => {
	const edges = new Map<string, string[]>();
	for (const { from, to, isTypeOnly } of imports) {
		if (to && !isTypeOnly) edges.set(from, [...(edges.get(from) ?? []), to]);
	}
	const done = new Set<string>();
	const circles: string[] = [];
	function visit(name: string, path: string[]): void {
		if (path.includes(name)) circles.push([...path.slice(path.indexOf(name)), name].join(" → "));
		if (path.includes(name) || done.has(name)) return;
		for (const next of edges.get(name) ?? []) visit(next, [...path, name]);
		done.add(name);
	}
	for (const name of edges.keys()) visit(name, []);
	expect(circles).toEqual([]);
});
