import { execFile } from "node:child_process";
import { readFile, stat } from "node:fs/promises";
import { promisify } from "node:util";

/** The numeric user and group that the server runs as. */
export interface Account {
	uid: number;
	gid: number;
}

/**
 * PostgreSQL refuses to run as root, so root lends it another account: the owner of the data that exist, else
 * `postgres`, else `nobody`. Anybody else runs it as themselves, which is `undefined`.
 */
export async function chooseAccount(pgData: string): Promise<Account | undefined> {
	if (process.getuid?.() !== 0) return undefined;
	const owner = await stat(pgData).catch(() => undefined);
	if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
	const account = await systemAccount();
	if (owner) await giveTo(pgData, account); // root copied or restored the folder
	return account;
}

async function systemAccount(): Promise<Account> {
	const lines = (await readFile("/etc/passwd", "utf8").catch(() => "")).split("\n");
	for (const name of ["postgres", "nobody"]) {
		const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(":") ?? [];
		if (Number(uid) > 0) return { uid: Number(uid), gid: Number(gid) };
	}
	return { uid: 65534, gid: 65534 };
}

/** Hands a folder and all that is in it to an account; only root can. */
export async function giveTo(folder: string, account: Account): Promise<void> {
	await promisify(execFile)("chown", ["-R", `${account.uid}:${account.gid}`, folder]);
}
