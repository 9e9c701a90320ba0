import { createDb } from "@interurban/db/client";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { useDatabase } from "./database.ts";

const [first, second, empty] = await Promise.all([
	useDatabase(),
	useDatabase(),
	useDatabase({ migrated: false }),
]);

async function tables({ db }: typeof first): Promise<number> {
	const [row] = await db.execute<{ count: number }>(
		sql`select count(*)::int as count from pg_tables where schemaname = 'public'`,
	);
	return row?.count ?? 0;
}

test("a test file's databases are migrated unless it asks for an empty one", async () => {
	expect(await tables(first)).toBeGreaterThan(10);
	expect(await tables(empty)).toBe(0);
});

test("what is written to one database does not show in another", async () => {
	await first.db.execute(sql`create table only_here ()`);
	expect(await tables(first)).toBe((await tables(second)) + 1);
});

test("the address leads another process to the same database", async () => {
	const db = createDb(first.url, { max: 1 });
	const [row] = await db.execute(sql`select current_database() as name`);
	await db.close();
	const [same] = await first.db.execute(sql`select current_database() as name`);
	expect(row).toEqual(same);
});
