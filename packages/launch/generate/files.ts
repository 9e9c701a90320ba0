import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** The files below `folder` (from the project's root) whose names end so, sorted by path, with their text. */
export async function readAll(folder: string, ending: string): Promise<{ path: string; text: string }[]> {
	const skipped = new Set(["node_modules", "dist", "generated"]);
	const visit = async (path: string): Promise<string[]> => {
		const entries = await readdir(join(root, path), { withFileTypes: true });
		const found = await Promise.all(
			entries.map((entry) => {
				const child = join(path, entry.name);
				if (entry.isDirectory()) return skipped.has(entry.name) ? [] : visit(child);
				return entry.name.endsWith(ending) ? [child] : [];
			}),
		);
		return found.flat();
	};
	const paths = (await visit(folder)).sort();
	return Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(root, path), "utf8") })));
}

/** Writes a derived file, but only when it differs: watchers stay quiet. */
export async function writeDerived(path: string, text: string): Promise<void> {
	const full = join(root, path);
	const old = await readFile(full, "utf8").catch(() => null);
	if (old === text) return;
	await mkdir(dirname(full), { recursive: true });
	await writeFile(full, text);
}

/** Removes from a folder of derived files those whose source is gone. */
export async function removeOthers(folder: string, kept: ReadonlySet<string>): Promise<void> {
	const names = await readdir(join(root, folder)).catch(() => []);
	const gone = names.filter((name) => !kept.has(name));
	await Promise.all(gone.map((name) => rm(join(root, folder, name), { recursive: true })));
}
