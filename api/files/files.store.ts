import { mkdir, open, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";

/** Where the bytes of files lie, by the files' ids. */
export type FileStore = {
	/** Resolves once the bytes stand, also after a loss of power. */
	put(id: string, bytes: Buffer): Promise<void>;
	/** The bytes, or null when there are none. */
	get(id: string): Promise<Readable | null>;
	remove(id: string): Promise<void>;
	/** The ids of all that was stored before a time. */
	list(before: Date): AsyncGenerator<string>;
	/** Removes what uploads that broke off before a time have left. */
	removeUnfinished(before: Date): Promise<void>;
};

/**
 * A folder as a store: bytes lie in `<first two letters of the id>/<id>`, and in `unfinished` while they are written.
 * The folder is made when it is first needed.
 */
export function makeFileStore(folder: string): FileStore {
	const unfinished = join(folder, "unfinished");
	const shelfOf = (id: string) => join(folder, id.slice(0, 2));
	const pathOf = (id: string) => join(shelfOf(id), id);
	return {
		async put(id, bytes) {
			await mkdir(unfinished, { recursive: true });
			await mkdir(shelfOf(id), { recursive: true });
			const temporary = join(unfinished, id);
			try {
				await writeFile(temporary, bytes, { flag: "wx", flush: true });
			} catch (error) {
				await rm(temporary, { force: true });
				throw error;
			}
			await rename(temporary, pathOf(id));
			for (const changed of [shelfOf(id), folder]) await syncFolder(changed);
		},
		async get(id) {
			const handle = await open(pathOf(id)).catch(unlessMissing);
			return handle?.createReadStream() ?? null;
		},
		remove: (id) => rm(pathOf(id), { force: true }),
		async *list(before) {
			for (const shelf of await namesIn(folder)) {
				if (shelf.length !== 2) continue;
				for (const id of await namesIn(join(folder, shelf))) if (await isOlder(pathOf(id), before)) yield id;
			}
		},
		async removeUnfinished(before) {
			for (const name of await namesIn(unfinished)) {
				const path = join(unfinished, name);
				if (await isOlder(path, before)) await rm(path, { force: true });
			}
		},
	};
}

const namesIn = async (folder: string) => (await readdir(folder).catch(unlessMissing)) ?? [];

const isOlder = async (path: string, before: Date) => {
	const found = await stat(path).catch(unlessMissing);
	return found !== null && found.mtime < before;
};

function unlessMissing(error: NodeJS.ErrnoException): null {
	if (error.code === "ENOENT") return null;
	throw error;
}

/** A new name is lost with the power until its folder is written, too. Windows has no way to ask for it. */
async function syncFolder(path: string): Promise<void> {
	if (process.platform === "win32") return;
	const handle = await open(path);
	await handle.sync().finally(() => handle.close());
}
