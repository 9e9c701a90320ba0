import { type Connection, createDb, type Pool } from "@interurban/db/client";
import { sql } from "drizzle-orm";
import { afterAll, inject } from "vitest";
import { asUrl, at } from "./connection.ts";

export interface TestDatabase {
	db: Pool;
	/** The way to it, for a second pool. */
	connection: Connection;
	/** The same as an address, for `DATABASE_URL` in another process. */
	url: string;
}

let made = 0;

/**
 * A database of the test file's own, migrated and empty of rows; dropped when the file is done.
 * Use at the top of a file: `const { db } = await useDatabase();`
 * @param options.migrated false gives a database without tables
 */
export async function useDatabase(options: { migrated?: boolean } = {}): Promise<TestDatabase> {
	const { server, template, prefix } = inject("database");
	const name = `${prefix}${process.env.VITEST_POOL_ID}_${process.pid}_${++made}`;
	const source = options.migrated === false ? "template0" : template;
	await administer(
		server,
		sql`create database ${sql.identifier(name)} template ${sql.identifier(source)} strategy file_copy`,
	);
	const connection = at(server, name);
	const db = createDb(connection, { max: 5 });
	afterAll(async () => {
		await db.close();
		await administer(server, sql`drop database if exists ${sql.identifier(name)} with (force)`);
	});
	return { db, connection, url: asUrl(connection) };
}

async function administer(server: Connection, statement: ReturnType<typeof sql>): Promise<void> {
	const admin = createDb(server, { max: 1 });
	try {
		await admin.execute(statement);
	} finally {
		await admin.close();
	}
}
