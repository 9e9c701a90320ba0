import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { parse } from "yaml";

// Found through the package itself, because the compiled modules lie one folder deeper than the sources.
const root = dirname(createRequire(import.meta.url).resolve("@interurban/concepts/package.json"));

/** The parsed content of `data/<name>.yaml`. Throws on a syntax error or a key that occurs twice. */
export function readData(name: string): unknown {
	return parse(readFileSync(join(root, "data", `${name}.yaml`), "utf8"), { uniqueKeys: true });
}

/** The names, without extension, of the YAML files in `data/<folder>`, sorted. */
export function listData(folder: string): string[] {
	return readdirSync(join(root, "data", folder))
		.filter((file) => file.endsWith(".yaml"))
		.map((file) => basename(file, ".yaml"))
		.sort();
}
