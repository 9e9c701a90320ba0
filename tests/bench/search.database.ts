import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Connection, createDb, type Pool } from "@interurban/db/client";
import { startEmbedded } from "@interurban/db/embedded";
import { migrate } from "@interurban/db/migrate";
import { sql } from "drizzle-orm";
import { at } from "../kit/connection.ts";

type Work<T> = (db: Pool, connection: Connection) => Promise<T>;

/**
 * Does some work in a migrated database that is gone afterwards: on `DATABASE_URL`'s server, else on an embedded one.
 * @param options.durable whether the embedded one writes as safely as that of a network does
 */
export async function inScratchDatabase<T>(work: Work<T>, options: { durable?: boolean } = {}): Promise<T> {
	const external = process.env.DATABASE_URL;
	if (external) return inNewDatabase(external, work);
	const dataDir = await mkdtemp(join(tmpdir(), "interurban-bench-"));
	const server = await startEmbedded({ dataDir, durable: options.durable ?? false });
	try {
		return await inNewDatabase(server.connection("postgres"), work);
	} finally {
		await server.stop();
		await rm(dataDir, { recursive: true, force: true });
	}
}

/** Does some work in a migrated database of an embedded server, which stays in a folder for the next time. */
export async function inKeptDatabase<T>(dataDir: string, work: Work<T>): Promise<T> {
	const server = await startEmbedded({ dataDir });
	try {
		await server.createDatabase("interurban_bench");
		return await inDatabase(server.connection("interurban_bench"), work);
	} finally {
		await server.stop();
	}
}

async function inNewDatabase<T>(server: Connection, work: Work<T>): Promise<T> {
	const name = `interurban_bench_${process.pid}`;
	const admin = createDb(server, { max: 1 });
	await admin.execute(sql`create database ${sql.identifier(name)}`);
	try {
		return await inDatabase(at(server, name), work);
	} finally {
		await admin.execute(sql`drop database if exists ${sql.identifier(name)} with (force)`);
		await admin.close();
	}
}

async function inDatabase<T>(connection: Connection, work: Work<T>): Promise<T> {
	const db = createDb(connection, { max: 5 });
	try {
		await migrate(db);
		return await work(db, connection);
	} finally {
		await db.close();
	}
}
