import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { parse } from "yaml";

// Found through the package itself, because the compiled modules lie one folder deeper than the sources.
const root = dirname(createRequire(import.meta.url).resolve("@interurban/concepts/package.json"));

/** The text of `data/<path>`, the path with its extension. */
export function readText(path: string): string {
	return readFileSync(join(root, "data", path), "utf8");
}

/** The parsed content of `data/<name>.yaml`. Throws on a syntax error or a key that occurs twice. */
export function readData(name: string): unknown {
	return parse(readText(`${name}.yaml`), { uniqueKeys: true });
}

/** The names, without extension, of the files in `data/<folder>` that have the extension, sorted. */
export function listData(folder: string, extension = ".yaml"): string[] {
	return readdirSync(join(root, "data", folder))
		.filter((file) => file.endsWith(extension))
		.map((file) => basename(file, extension))
		.sort();
}
