import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";

// Found through the package itself, because the compiled modules lie one folder deeper than the sources.
const root = dirname(createRequire(import.meta.url).resolve("@interurban/concepts/package.json"));

const parsed = JSON.parse(readFileSync(join(root, "generated/data.json"), "utf8")) as Record<string, unknown>;

/** The content of `data/<name>.yaml`. */
export function readData(name: string): unknown {
	return parsed[name];
}

/** The names, without folder and extension, of the YAML files in `data/<folder>`, sorted. */
export function listData(folder: string): string[] {
	return Object.keys(parsed)
		.filter((name) => dirname(name) === folder)
		.map((name) => basename(name));
}

/** The text of `data/<path>`, the path with its extension. */
export function readText(path: string): string {
	return readFileSync(join(root, "data", path), "utf8");
}

/** The names, without extension, of the files in `data/<folder>` that have the extension, sorted. */
export function listTexts(folder: string, extension: string): string[] {
	return readdirSync(join(root, "data", folder))
		.filter((file) => file.endsWith(extension))
		.map((file) => basename(file, extension))
		.sort();
}
