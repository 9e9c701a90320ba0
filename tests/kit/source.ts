import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { root } from "./scratch.ts";

/** Paths of the project's files from its folder, those not yet committed included and ignored ones not. */
export function projectFiles(): string[] {
	const args = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"];
	const names = existsSync(join(root, ".git"))
		? execFileSync("git", args, { cwd: root, encoding: "utf8", maxBuffer: 1e8 }).split("\0")
		: walk(""); // an unpacked archive
	return names.filter((name) => name !== "" && existsSync(join(root, name))).sort();
}

function walk(folder: string): string[] {
	const made = ["node_modules", "dist", "generated", ".tmp", ".data", ".git"];
	return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
		const name = join(folder, entry.name);
		if (entry.isDirectory()) return made.includes(entry.name) ? [] : walk(name);
		return [name];
	});
}

export const readSource = (name: string): string => readFileSync(join(root, name), "utf8");

/** One `import` or re-export of a file. */
export interface Import {
	from: string;
	/** As written. */
	specifier: string;
	/** The project's file that it leads to, or undefined for a package from outside. */
	to: string | undefined;
	/** Gone after compilation. */
	isTypeOnly: boolean;
}

const statement =
	/^[ \t]*(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?["']([^"'\n]+)["']|\bimport\(\s*["']([^"'\n]+)["']\s*\)/gm;

export function importsOf(name: string): Import[] {
	return [...readSource(name).matchAll(statement)].map(([, type, fixed, dynamic]) => {
		const specifier = fixed ?? dynamic ?? "";
		return { from: name, specifier, to: resolve(name, specifier), isTypeOnly: type !== undefined };
	});
}

function resolve(from: string, specifier: string): string | undefined {
	if (specifier.startsWith(".")) return normalize(join(dirname(from), specifier));
	const [, name, path] = /^@interurban\/([^/]+)\/(.+)$/.exec(specifier) ?? [];
	if (!name) return undefined;
	const folder = existsSync(join(root, name)) ? name : `packages/${name}`;
	return path === "package.json" ? `${folder}/${path}` : `${folder}/${path}.ts`;
}
