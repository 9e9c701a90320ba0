import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, chown, mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import postgres from "postgres";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { dataFolder, isAlive, postmasterPid } from "./embedded.server.ts";
import { type EmbeddedServer, startEmbedded } from "./embedded.ts";

const patiently = { timeout: 60_000 };
let dataDir: string;
const servers: EmbeddedServer[] = [];
const owners: ChildProcess[] = [];

beforeEach(async () => {
	dataDir = await mkdtemp(join(tmpdir(), "embedded-"));
	await chmod(dataDir, 0o755);
});

afterEach(async () => {
	for (const owner of owners.splice(0)) owner.kill("SIGKILL");
	for (const server of servers.splice(0)) await server.stop();
	await rm(dataDir, { recursive: true, force: true });
});

async function start(options: { dataDir?: string; durable?: boolean } = {}): Promise<EmbeddedServer> {
	const server = await startEmbedded({ dataDir, durable: false, ...options });
	servers.push(server);
	return server;
}

/** A process of its own that starts the server and stays; resolves with whether it adopted one. */
async function startElsewhere(): Promise<{ owner: ChildProcess; adopted: boolean }> {
	const script = `
		const { startEmbedded } = await import(${JSON.stringify(pathToFileURL(join(import.meta.dirname, "embedded.ts")).href)});
		const server = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, durable: false });
		process.once("SIGTERM", () => server.stop());
		process.send(server.adopted);`;
	const owner = spawn(
		process.execPath,
		["--import", "tsx", "--conditions=source", "--input-type=module", "-e", script],
		{ stdio: ["ignore", "inherit", "inherit", "ipc"] },
	);
	owners.push(owner);
	const [adopted] = await once(owner, "message");
	return { owner, adopted };
}

async function ask<T>(server: EmbeddedServer, question: (sql: postgres.Sql) => Promise<T>): Promise<T> {
	const sql = postgres({ ...server.connection("cities"), max: 1 });
	try {
		return await question(sql);
	} finally {
		await sql.end();
	}
}

async function remember(server: EmbeddedServer, name: string): Promise<void> {
	await server.createDatabase("cities");
	await ask(server, async (sql) => {
		await sql`create table if not exists city (name text)`;
		await sql`insert into city values (${name})`;
	});
}

const recall = (server: EmbeddedServer) =>
	ask(server, async (sql) => (await sql`select name from city order by name`).map((row) => row.name));

const pidOf = () => postmasterPid(join(dataDir, dataFolder));

test("starts on an empty folder, stops without a trace of a process, and keeps its data", async () => {
	const first = await start();
	expect(first.adopted).toBe(false);
	await remember(first, "Lviv");
	const pid = (await pidOf()) ?? 0;
	expect(isAlive(pid)).toBe(true);
	await first.stop();
	expect(await pidOf()).toBeUndefined();

	const second = await start();
	expect(second.adopted).toBe(false);
	expect(await recall(second)).toEqual(["Lviv"]);
});

test("sorts and folds letters of every script", async () => {
	const server = await start();
	await server.createDatabase("cities");
	const [row] = await ask(server, (sql) => sql`select upper('éж') as upper, 'ö' = lower('Ö') as folded`);
	expect(row).toEqual({ upper: "ÉЖ", folded: true });
});

test("listens on a socket in a folder that nobody else can enter, and on no port", async () => {
	const server = await start();
	await server.createDatabase("cities");
	const [row] = await ask(server, (sql) => sql`select current_setting('listen_addresses') as addresses`);
	expect(row?.addresses).toBe("");
	expect((await stat(join(dataDir, dataFolder))).mode & 0o777).toBe(0o700);
});

test("makes a database once, whoever asks", async () => {
	const server = await start();
	await Promise.all(["a", "a", "b"].map((name) => server.createDatabase(name)));
	await server.createDatabase("a");
});

test("adopts the server of a process that was killed, and stops it at the end", async () => {
	const { owner } = await startElsewhere();
	const pid = await pidOf();
	owner.kill("SIGKILL");
	await once(owner, "exit");

	const server = await start();
	expect(server.adopted).toBe(true);
	expect(await pidOf()).toBe(pid);
	await remember(server, "Accra");
	await server.stop();
	expect(await pidOf()).toBeUndefined();
});

test("loses nothing that was acknowledged when the server itself is killed, and starts again by itself", async () => {
	const server = await start({ durable: true });
	await remember(server, "Quito");
	const pid = (await pidOf()) ?? 0;
	process.kill(pid, "SIGKILL");
	await vi.waitFor(async () => expect(await recall(server)).toEqual(["Quito"]), patiently);
	expect(await pidOf()).not.toBe(pid);
});

test("two starts at once on an empty folder share one server, and the last one stops it", async () => {
	const [first, second] = await Promise.all([startElsewhere(), startElsewhere()]);
	expect([first.adopted, second.adopted].sort()).toEqual([false, true]);
	const pid = (await pidOf()) ?? 0;

	first.owner.kill("SIGTERM");
	await once(first.owner, "exit");
	expect(isAlive(pid)).toBe(true);
	const third = await start();
	expect(third.adopted).toBe(true);
	await third.stop();
	expect(isAlive(pid)).toBe(true);

	second.owner.kill("SIGTERM");
	await once(second.owner, "exit");
	expect(await pidOf()).toBeUndefined();
	const left = (await readdir(dataDir)).filter((name) => name.includes("partial"));
	expect(left).toEqual([]);
});

test("a data folder has one network; a killed one gives its claim up", async () => {
	const first = await start();
	const second = await start();
	expect(await first.claim()).toBe(true);
	expect(await second.claim()).toBe(false);
	await first.stop();
	await vi.waitFor(async () => expect(await second.claim()).toBe(true), patiently);
});

test("removes what a start that was killed while creating the database left", async () => {
	const left = join(dataDir, `.${dataFolder}-partial-4194305-x`);
	await mkdir(left);
	await start();
	expect(await readdir(dataDir)).not.toContain(left.split("/").pop());
});

test("works where the path is longer than a socket's address may be, or has odd letters", async () => {
	const long = join(dataDir, 'ein Ordner, in dem\'s "eng" wird: Öl', "x".repeat(90));
	const first = await start({ dataDir: long });
	await remember(first, "Graz");
	await first.stop();
	const second = await start({ dataDir: long });
	expect(await recall(second)).toEqual(["Graz"]);
});

test("says why when the server cannot start", async () => {
	const first = await start();
	await first.stop();
	await writeFile(join(dataDir, dataFolder, "postgresql.conf"), "shared_bufers = 1\n");
	await expect(start()).rejects.toThrow(/did not start[\s\S]*shared_bufers/);
});

test.runIf(process.getuid?.() === 0)("as root, lends the server another account", async () => {
	await start();
	expect((await stat(join(dataDir, dataFolder))).uid).not.toBe(0);
});

test.runIf(process.getuid?.() === 0)("as root, runs the server as the owner of existing data", async () => {
	const first = await start();
	await remember(first, "Suva");
	await first.stop();
	const { execFileSync } = await import("node:child_process");
	execFileSync("chown", ["-R", "4242:4242", join(dataDir, dataFolder)]);
	const second = await start();
	expect(await recall(second)).toEqual(["Suva"]);
	expect((await stat(join(dataDir, dataFolder, "postmaster.pid"))).uid).toBe(4242);
	await second.stop();

	execFileSync("chown", ["-R", "0:0", join(dataDir, dataFolder)]);
	expect(await recall(await start())).toEqual(["Suva"]);
});

test.runIf(process.getuid?.() === 0)("as root, works below a folder that only root may enter", async () => {
	await chown(dataDir, 0, 0);
	await chmod(dataDir, 0o700);
	const server = await start();
	await remember(server, "Oslo");
	expect(await recall(server)).toEqual(["Oslo"]);
});
