import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdir, mkdtemp, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { type Account, chooseAccount, giveTo } from "./embedded.account.ts";
import { findBinaries, instead } from "./embedded.binaries.ts";

/** PostgreSQL cannot read another major version's files, so the version is part of the path. */
export const dataFolder = "pg18";

/** The only trace of a port: it names the socket. */
export const socketName = ".s.PGSQL.5432";

/** Suits a small server that the network's process shares with its database. */
const settings = {
	listen_addresses: "",
	unix_socket_directories: ".",
	port: "5432",
	max_connections: "60",
	shared_buffers: "128MB",
	work_mem: "8MB",
	maintenance_work_mem: "128MB",
	effective_cache_size: "1GB",
	random_page_cost: "1.1",
	// Requests run side by side already, and containers often have next to no /dev/shm for parallel workers.
	max_parallel_workers_per_gather: "0",
	jit: "off",
	// Crash-safe without replicas, and lets bulk loads skip the log.
	wal_level: "minimal",
	max_wal_senders: "0",
	timezone: "UTC",
	log_timezone: "UTC",
	lc_messages: "C",
	cluster_name: "interurban",
};

const forgetful = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/** One attempt to run a server; it may lose to another start of the same folder. */
export interface Attempt {
	process: ChildProcess;
	/** What the server has written since this attempt, for an error message. */
	output(): Promise<string>;
}

export interface Launcher {
	pgData: string;
	/** Starts a server process, detached: it outlives this process, and the next start adopts it. */
	launch(): Promise<Attempt>;
}

/** Makes the data folder if need be, and returns what starts a server on it. */
export async function prepare(
	dataDir: string,
	durable: boolean,
	log: (message: string) => void,
): Promise<Launcher> {
	await mkdir(dataDir, { recursive: true });
	const pgData = join(dataDir, dataFolder);
	const account = await chooseAccount(pgData);
	const bin = join(await findBinaries(account), "bin");
	if (!(await exists(join(pgData, "PG_VERSION")))) {
		log("Creating the database");
		await initialise(bin, dataDir, account, durable);
	}
	const parameters = Object.entries({ ...settings, ...(durable ? {} : forgetful) });
	const logPath = join(dataDir, `${dataFolder}.log`);

	async function launch(): Promise<Attempt> {
		const start = await startLog(logPath);
		const logFile = await open(logPath, "a", 0o600);
		const child = spawn(
			join(bin, "postgres"),
			[
				"-D",
				seenFromInside(pgData, account),
				...parameters.flatMap(([key, value]) => ["-c", `${key}=${value}`]),
			],
			{ ...surroundings(pgData, account), detached: true, stdio: ["ignore", logFile.fd, logFile.fd] },
		);
		child.on("error", () => undefined); // the exit that follows is what counts
		child.unref();
		await logFile.close();
		return {
			process: child,
			output: async () => (await readFile(logPath)).subarray(start).toString("utf8").trim(),
		};
	}

	return { pgData, launch };
}

/** Into a folder of its own that takes the real name only when complete: a kill leaves nothing half-made. */
async function initialise(
	bin: string,
	dataDir: string,
	account: Account | undefined,
	durable: boolean,
): Promise<void> {
	const prefix = `.${dataFolder}-partial-`;
	for (const name of await readdir(dataDir)) {
		const pid = name.startsWith(prefix) && Number(name.slice(prefix.length).split("-")[0]);
		if (pid && !isAlive(pid)) await rm(join(dataDir, name), { recursive: true, force: true });
	}
	const partial = await mkdtemp(join(dataDir, `${prefix}${process.pid}-`));
	try {
		if (account) await giveTo(partial, account);
		const options = ["-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C"];
		options.push("--locale-provider=builtin", "--builtin-locale=C.UTF-8");
		if (!durable) options.push("--no-sync");
		await promisify(execFile)(
			join(bin, "initdb"),
			[...options, "-D", seenFromInside(partial, account)],
			surroundings(partial, account),
		).catch(({ message, stderr }) => {
			const why = stderr?.trim() || message;
			throw new Error(`The embedded PostgreSQL could not make its files in ${dataDir}: ${why}. ${instead}`);
		});
		await rename(partial, join(dataDir, dataFolder)).catch((error) => {
			if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error; // another start was faster
		});
	} finally {
		await rm(partial, { recursive: true, force: true });
	}
}

/**
 * A borrowed account often may not enter the folders above the data (`/root`, say). The process is put into the data
 * folder before it gives up root, and Linux lets it name that place without walking there.
 */
function seenFromInside(folder: string, account: Account | undefined): string {
	return account && process.platform === "linux" ? "/proc/self/cwd" : folder;
}

/** No `PG…` variable of the surroundings may steer the server. */
function surroundings(cwd: string, account: Account | undefined) {
	return { ...account, cwd, env: { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" } };
}

/** Begins the log anew when it has grown, and returns where the next entry will be, in bytes. */
async function startLog(path: string): Promise<number> {
	const size = (await stat(path).catch(() => undefined))?.size ?? 0;
	if (size < 5_000_000) return size;
	await rename(path, join(dirname(path), `${basename(path)}.old`));
	return 0;
}

/** The process id in `postmaster.pid`, or undefined when no server has the folder. */
export async function postmasterPid(pgData: string): Promise<number | undefined> {
	const text = await readFile(join(pgData, "postmaster.pid"), "utf8").catch(() => "");
	return Number.parseInt(text, 10) || undefined;
}

export function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === "EPERM";
	}
}

async function exists(path: string): Promise<boolean> {
	return stat(path).then(
		() => true,
		() => false,
	);
}
