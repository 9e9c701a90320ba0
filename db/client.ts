import { sql } from "drizzle-orm";
import type { PgDatabase } from "drizzle-orm/pg-core";
import { drizzle, type PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import postgres from "postgres";

/** A connection pool or a transaction: every query takes one as its first argument. */
export type Db = PgDatabase<PostgresJsQueryResultHKT, Record<string, never>>;

/** Where the database is: an address, or the options of postgres.js (a socket folder as `host`). */
export type Connection = string | postgres.Options<Record<string, postgres.PostgresType>>;

/** A pool that can be closed. `client` is postgres.js itself, for COPY and LISTEN. */
export type Pool = Db & { $client: postgres.Sql; close(): Promise<void> };

/**
 * Opens a pool of connections; they are made on first use and made again after the database was away.
 * @param options.max connections at most
 * @param options.statementTimeout milliseconds after which the database ends a statement; without, it never does
 */
export function createDb(
	connection: Connection,
	options: { max?: number; statementTimeout?: number } = {},
): Pool {
	const settings: postgres.Options<Record<string, postgres.PostgresType>> = {
		max: options.max ?? 10,
		connect_timeout: 5,
		backoff: (attempts: number) => Math.min(0.1 * 2 ** attempts, 2),
		onnotice: () => {},
		connection: {
			application_name: "interurban",
			...(options.statementTimeout ? { statement_timeout: options.statementTimeout } : {}),
		},
	};
	const client =
		typeof connection === "string"
			? postgres(connection, { ...settings, ...socketOf(connection) })
			: postgres({ ...settings, ...connection, max: settings.max as number });
	const db = drizzle(client, { casing: "snake_case" });
	return Object.assign(db, { close: () => client.end({ timeout: 5 }) }) as unknown as Pool;
}

/** Whether the database answers. */
export async function ping(db: Db): Promise<boolean> {
	try {
		await db.execute(sql`select 1`);
		return true;
	} catch {
		return false;
	}
}

/** A socket folder takes the host's place in an address as PostgreSQL writes it: `postgres://user@%2Frun%2Fpg/db`. */
function socketOf(address: string): { host?: string } {
	const host = /^\w+:\/\/(?:[^@/]*@)?(%2F[^:/?]*)/i.exec(address)?.[1];
	return host ? { host: decodeURIComponent(host) } : {};
}
