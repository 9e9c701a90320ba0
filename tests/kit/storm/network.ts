import { randomUUID } from "node:crypto";
import { readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { makeSessions } from "@interurban/api/sessions";
import { createDb, type Pool } from "@interurban/db/client";
import { startEmbedded } from "@interurban/db/embedded";
import { migrate } from "@interurban/db/migrate";
import { people } from "@interurban/db/schema/people";
import { topics } from "@interurban/db/schema/topics";
import { StartThread } from "@interurban/web/generated/operations";
import { sql } from "drizzle-orm";
import { asUrl } from "../connection.ts";
import { askAt } from "./ask.ts";
import { type Line, startLine } from "./line.ts";
import { type StormServer, startServer } from "./servers.ts";

/** A whole network of one's own: its database, some processes of the service, and a line to each. */
export interface StormNetwork {
	/** Past everything, for looking at what is stored. */
	db: Pool;
	/** The same as an address. */
	url: string;
	/** The first process of the database. */
	databasePid(): Promise<number>;
	servers: StormServer[];
	/** The lines that browsers come by, one for each process. */
	lines: Line[];
	/** The line between the processes and the database. */
	databaseLine: Line;
	/** Ends the database as a crash does; it starts again by itself. False when there was nothing to end. */
	killDatabase(): Promise<boolean>;
	/** Ends one of its processes, whereupon it ends all others and recovers. */
	killBackend(): Promise<boolean>;
	/** Somebody who is signed in. */
	member(): Promise<{ id: number; cookie: string }>;
	/** A thread with a first post. */
	openThread(): Promise<string>;
	origin(n: number): string;
	close(): Promise<void>;
}

/**
 * @param options.folder for the database; with a short path
 * @param options.processes of the service
 * @param options.env more settings of theirs
 */
export async function startNetwork(options: {
	folder: string;
	processes: number;
	env?: Record<string, string>;
}): Promise<StormNetwork> {
	const { folder, processes } = options;
	await rm(folder, { recursive: true, force: true });
	const embedded = await startEmbedded({ dataDir: folder });
	await embedded.createDatabase("storm");
	const connection = embedded.connection("storm");
	const db = createDb(connection, { max: 4 });
	await migrate(db);
	await db.insert(topics).values({ id: "waste" });
	const databaseLine = await startLine(() => ({ path: connection.path }));
	const url = new URL(asUrl({ ...connection, host: "127.0.0.1" }));
	url.port = String(databaseLine.port);
	const env = {
		DATABASE_URL: url.href,
		LOG_LEVEL: "fatal",
		...(processes === 1 ? { ALONE: "1" } : {}),
		...options.env,
	};
	const servers = await Promise.all(Array.from({ length: processes }, () => startServer(env)));
	const lines = await Promise.all(
		servers.map((server) => startLine(() => ({ host: "127.0.0.1", port: server.port() }))),
	);
	const origin = (n: number) => `http://127.0.0.1:${lines[n % lines.length]?.port}`;
	const sessions = makeSessions(db, false);
	let made = 0;
	const member = async () => {
		const n = ++made;
		const values = {
			handle: `m-${n}`,
			name: `Member ${n}`,
			email: `m-${n}@city.example`,
			onboardedAt: new Date(),
		};
		const [row] = await db.insert(people).values(values).returning({ id: people.id });
		const { cookie } = await sessions.create(row?.id ?? 0, "storm");
		return { id: row?.id ?? 0, cookie: cookie.split(";", 1)[0] ?? "" };
	};
	return {
		...{ db, url: asUrl(connection), servers, lines, databaseLine, member, origin },
		databasePid: async () => Number((await readFile(pidFile(connection.path), "utf8")).split("\n")[0]),
		async openThread() {
			const run = askAt(() => origin(0), (await member()).cookie);
			const start = { topicId: "waste", title: "Storm", body: "First", clientId: randomUUID() };
			return (await run(StartThread, start)).startThread.id;
		},
		async killDatabase() {
			const [first] = (await readFile(pidFile(connection.path), "utf8").catch(() => "")).split("\n");
			return kill(Number(first));
		},
		async killBackend() {
			const rows = await db
				.execute<{ pid: number }>(sql`select pid from pg_stat_activity where backend_type = 'client backend'
					and pid <> pg_backend_pid() and application_name = 'interurban' order by random() limit 1`)
				.catch(() => []);
			return kill(Number(rows[0]?.pid));
		},
		async close() {
			await Promise.all(servers.map((server) => server.stop()));
			await Promise.all([...lines, databaseLine].map((line) => line.close()));
			await db.close();
			await embedded.stop();
			await rm(folder, { recursive: true, force: true });
		},
	};
}

const pidFile = (socket: string) => join(dirname(socket), "postmaster.pid");

function kill(pid: number): boolean {
	if (!(pid > 1)) return false;
	try {
		return process.kill(pid, "SIGKILL");
	} catch {
		return false; // it has just ended, or is just starting
	}
}
