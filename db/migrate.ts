import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { sql } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
import type { Db } from "./client.ts";
import { locks } from "./locks.ts";

/** Where the generated SQL lies. */
export const migrationsFolder = join(
	dirname(createRequire(import.meta.url).resolve("@interurban/db/package.json")),
	"migrations",
);

/**
 * Brings the database to the current schema; safe with several processes at once and when nothing is to do.
 * @param options.upTo apply only that many migrations (for tests)
 * @throws when a migration fails; its statements are rolled back with all others of this call
 */
export async function migrate(db: Db, options: { upTo?: number } = {}): Promise<void> {
	const migrations = readMigrationFiles({ migrationsFolder }).slice(0, options.upTo);
	await db.transaction(async (tx) => {
		await tx.execute(sql`select pg_advisory_xact_lock(${locks.migrations})`);
		await tx.execute(sql`create schema if not exists drizzle`);
		await tx.execute(
			sql`create table if not exists drizzle.migrations (hash text primary key, applied_at timestamptz not null default now())`,
		);
		const applied = new Set(
			(await tx.execute<{ hash: string }>(sql`select hash from drizzle.migrations`)).map((row) => row.hash),
		);
		for (const migration of migrations) {
			if (applied.has(migration.hash)) continue;
			for (const statement of migration.sql) await tx.execute(sql.raw(statement));
			await tx.execute(sql`insert into drizzle.migrations (hash) values (${migration.hash})`);
		}
	});
}
