import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import {
	type Attempt,
	isAlive,
	type Launcher,
	postmasterPid,
	prepare,
	socketName,
} from "./embedded.server.ts";

export interface EmbeddedOptions {
	/** The network's data folder; the database lies in a folder of its own within. */
	dataDir: string;
	/** False gives up safety against a crash of the machine for speed: for tests. */
	durable?: boolean;
	log?: (message: string) => void;
}

export interface EmbeddedServer {
	/** True when a server was running already, left by a process that was killed or used by another one. */
	adopted: boolean;
	/** Options for postgres.js. */
	connection(database: string): { host: string; path: string; username: string; database: string };
	/** Makes a database unless it exists. */
	createDatabase(name: string): Promise<void>;
	/**
	 * Marks this process as the network itself, of which a data folder has one. False when another live process has
	 * done so; commands such as the importer do not claim, and share the server.
	 */
	claim(): Promise<boolean>;
	/** Gives the server up. The last user of a server stops it and waits until it has written everything down. */
	stop(): Promise<void>;
}

/** How long a server may take to answer, unless it says that it is recovering, in milliseconds. */
const patience = 120_000;
const recoveryPatience = 600_000;

/** Advisory locks in the database `postgres`. They end with the connection, so a killed process leaves none. */
const inUse = 7_118_001;
const claimed = 7_118_002;

/**
 * Starts a real PostgreSQL on a folder, or joins the one that runs there. It listens on a socket inside that private
 * folder only: no port, no password. Every user of the server holds one connection with a shared lock for as long as
 * it lives. Should the server die, it is started again.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
	const log = options.log ?? (() => undefined);
	const launcher = await prepare(resolve(options.dataDir), options.durable ?? true, log);
	const door = await shortPath(launcher.pgData);
	let stopping = false;
	let hasClaim = false;

	function connection(database: string) {
		return { host: door.folder, path: join(door.folder, socketName), username: "postgres", database };
	}

	async function hold(): Promise<{ sql: postgres.Sql; adopted: boolean }> {
		const { sql, adopted } = await holdOrLaunch(launcher, connection("postgres"), log, () => {
			if (!stopping) log("The database has gone away; starting it again");
			holdAgain();
		});
		if (hasClaim) await sql`select pg_try_advisory_lock(${claimed})`;
		return { sql, adopted };
	}

	function holdAgain(): void {
		if (stopping) return;
		held = hold();
		held.catch((error) => {
			log(error.message);
			setTimeout(holdAgain, 5000).unref();
		});
	}

	let held = hold();
	const { adopted } = await held.catch(async (error) => {
		await door.close();
		throw error;
	});

	return {
		adopted,
		connection,
		async createDatabase(name) {
			const { sql } = await held;
			const [found] = await sql`select 1 from pg_database where datname = ${name}`;
			if (found) return;
			await sql`create database ${sql(name)}`.catch((error) => {
				if (error.code !== "42P04" && error.code !== "23505") throw error; // another process was faster
			});
		},
		async claim() {
			const { sql } = await held;
			const [row] = await sql<{ ok: boolean }[]>`select pg_try_advisory_lock(${claimed}) as ok`;
			hasClaim = row?.ok ?? false;
			return hasClaim;
		},
		async stop() {
			if (stopping) return;
			stopping = true;
			const { sql } = await held.catch(() => ({ sql: undefined }));
			if (sql && (await isLastUser(sql).catch(() => false))) await shutDown(launcher.pgData);
			await sql?.end({ timeout: 1 });
			await door.close();
		},
	};
}

type Address = ReturnType<EmbeddedServer["connection"]>;

/** Connects to the server of the folder; where none answers, starts one and tries again. */
async function holdOrLaunch(
	launcher: Launcher,
	address: Address,
	log: (message: string) => void,
	onLost: () => void,
): Promise<{ sql: postgres.Sql; adopted: boolean }> {
	let attempt: Attempt | undefined;
	let recovering = false;
	const since = Date.now();
	for (;;) {
		let isHeld = false;
		const sql = postgres({
			...address,
			max: 1,
			max_lifetime: null,
			connect_timeout: 10,
			onnotice: () => undefined,
			onclose: () => {
				if (!isHeld) return;
				isHeld = false;
				void sql.end({ timeout: 0 });
				onLost();
			},
		});
		try {
			await sql`select pg_advisory_lock_shared(${inUse})`;
			isHeld = true;
			const adopted = (await postmasterPid(launcher.pgData)) !== attempt?.process.pid;
			return { sql, adopted };
		} catch (error) {
			await sql.end({ timeout: 0 });
			const { code } = error as { code?: string };
			if (code === "57P03" && !recovering && Date.now() - since > 2000) {
				recovering = true;
				log("The database is recovering; please wait");
			}
			if (Date.now() - since > (recovering ? recoveryPatience : patience)) {
				throw new Error(`The embedded PostgreSQL does not answer: ${(error as Error).message}`, {
					cause: error,
				});
			}
			const nobodyListens = code === "ENOENT" || code === "ECONNREFUSED";
			if (nobodyListens) attempt = await launchOnce(launcher, attempt);
		}
		await sleep(50);
	}
}

/** One server process at a time. PostgreSQL's own lock decides between two starts; an end of its own accord is an error. */
async function launchOnce(launcher: Launcher, attempt: Attempt | undefined): Promise<Attempt> {
	if (!attempt) return launcher.launch();
	if (attempt.process.exitCode === null && attempt.process.signalCode === null) return attempt;
	if (attempt.process.signalCode !== null) return launcher.launch(); // killed before it was ready
	const output = await attempt.output();
	if (attempt.process.exitCode === 0 || output.includes("lock file")) return launcher.launch();
	throw new Error(`The embedded PostgreSQL did not start.\n${output}`);
}

/** Exchanges the shared lock for the exclusive one, which only the last holder gets. */
async function isLastUser(sql: postgres.Sql): Promise<boolean> {
	await sql`select pg_advisory_unlock_shared(${inUse})`;
	const [row] = await sql<{ last: boolean }[]>`select pg_try_advisory_lock(${inUse}) as last`;
	return row?.last ?? false;
}

/** A fast shutdown, which PostgreSQL ends by taking its pid file away; after a minute an immediate one. */
async function shutDown(pgData: string): Promise<void> {
	const pid = await postmasterPid(pgData);
	if (!pid) return;
	process.kill(pid, "SIGINT");
	const since = Date.now();
	let isImpatient = false;
	while ((await postmasterPid(pgData)) === pid && isAlive(pid)) {
		if (!isImpatient && Date.now() - since > 60_000) {
			isImpatient = true;
			process.kill(pid, "SIGQUIT");
		}
		await sleep(20);
	}
}

/** Sockets have addresses of about 100 bytes at most; a private link shortens a longer one. */
async function shortPath(pgData: string): Promise<{ folder: string; close(): Promise<void> }> {
	if (Buffer.byteLength(join(pgData, socketName)) < 90) {
		return { folder: pgData, close: async () => undefined };
	}
	const folder = await mkdtemp(join(tmpdir(), "interurban-"));
	await symlink(pgData, join(folder, "db"));
	return { folder: join(folder, "db"), close: () => rm(folder, { recursive: true, force: true }) };
}
