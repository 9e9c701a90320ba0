import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Connection, createDb } from "@interurban/db/client";
import { type EmbeddedServer, startEmbedded } from "@interurban/db/embedded";
import { migrate, migrationsFolder } from "@interurban/db/migrate";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { at } from "./connection.ts";
import { scratch } from "./scratch.ts";

declare module "vitest" {
	interface ProvidedContext {
		database: {
			/** Leads to the server; the database in it is for administration only. */
			server: Connection;
			/** A migrated database that every test database is a copy of. */
			template: string;
			/** Begins the name of each database of this run. */
			prefix: string;
		};
	}
}

const anyRun = "interurban_test_";

/** One server and one migrated template for the whole run; every database of the run is gone at its end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const external = process.env.DATABASE_URL;
	const embedded = external
		? undefined
		: await startEmbedded({ dataDir: join(scratch, "test-pg"), durable: false });
	const server = external ?? (embedded as EmbeddedServer).connection("postgres");
	const prefix = `${anyRun}${process.pid}_`;
	const template = `interurban_template_${await migrationsHash()}`;
	await withSql(server, async (sql) => {
		if (embedded) await dropAll(sql, await leftByKilledRuns(sql));
		await makeTemplate(sql, server, template);
	});
	project.provide("database", { server, template, prefix });

	return async () => {
		await withSql(server, async (sql) => {
			const mine = (await namesLike(sql, prefix)).concat(external ? [template] : []);
			await dropAll(sql, mine);
		});
		await embedded?.stop();
	};
}

async function migrationsHash(): Promise<string> {
	const hash = createHash("sha256");
	for (const name of (await readdir(migrationsFolder)).filter((name) => name.endsWith(".sql")).sort()) {
		hash.update(name).update(await readFile(join(migrationsFolder, name)));
	}
	return hash.digest("hex").slice(0, 12);
}

/** Migrates under another name first, so that a template that has the name is complete. */
async function makeTemplate(sql: postgres.Sql, server: Connection, template: string): Promise<void> {
	await sql`select pg_advisory_lock(7118003)`;
	if ((await namesLike(sql, template)).includes(template)) return;
	const isAnotherRunAlive = (await namesLike(sql, anyRun)).length > 0;
	if (!isAnotherRunAlive) await dropAll(sql, await namesLike(sql, "interurban_template_"));
	const partial = `${template}_partial`;
	await dropAll(sql, [partial]);
	await sql`create database ${sql(partial)} template template0`;
	const db = createDb(at(server, partial), { max: 1 });
	try {
		await migrate(db);
	} finally {
		await db.close();
	}
	await sql`alter database ${sql(partial)} rename to ${sql(template)}`;
}

async function namesLike(sql: postgres.Sql, prefix: string): Promise<string[]> {
	const rows = await sql<{ datname: string }[]>`
		select datname from pg_database where starts_with(datname, ${prefix})`;
	return rows.map((row) => row.datname);
}

async function leftByKilledRuns(sql: postgres.Sql): Promise<string[]> {
	return (await namesLike(sql, anyRun)).filter((name) => {
		try {
			return !process.kill(Number(name.slice(anyRun.length).split("_")[0]), 0);
		} catch {
			return true;
		}
	});
}

async function dropAll(sql: postgres.Sql, names: string[]): Promise<void> {
	for (const name of names) await sql`drop database if exists ${sql(name)} with (force)`;
}

async function withSql(server: Connection, work: (sql: postgres.Sql) => Promise<void>): Promise<void> {
	const options = { max: 1, onnotice: () => undefined };
	const sql = typeof server === "string" ? postgres(server, options) : postgres({ ...server, ...options });
	try {
		await work(sql);
	} finally {
		await sql.end();
	}
}
