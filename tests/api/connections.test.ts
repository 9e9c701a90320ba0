import { setTimeout as sleep } from "node:timers/promises";
import { createDb, type Db } from "@interurban/db/client";
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { useDatabase } from "../kit/database.ts";

const { db, connection } = await useDatabase({ migrated: false });
const pool = createDb(connection, { max: 1 });
afterAll(() => pool.close());

const pidOf = async (on: Db) =>
	(await on.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`))[0]?.pid;
const end = (pid: number | undefined) => db.execute(sql`select pg_terminate_backend(${pid}, 60000)`);

test("a connection that is lost within a transaction refuses what follows, and is made again", async () => {
	for (let n = 0; n < 5; n++) {
		const work = pool.transaction(async (tx) => {
			await end(await pidOf(tx));
			await sleep(20);
			await tx.execute(sql`select 1`);
		});
		await expect(work).rejects.toThrow();
		expect(await pidOf(pool)).toBeGreaterThan(0);
	}
});

test("what follows in a lost transaction is not done on the connection that was made instead", async () => {
	await pool.execute(sql`create table notes (text text)`);
	const late: Promise<unknown>[] = [];
	const insertLate = async (tx: Db, pid: number | undefined) => {
		await end(pid);
		while (!(await pidOf(pool).catch(() => null))) await sleep(20);
		await tx.execute(sql`insert into notes values ('late')`);
	};
	const work = pool.transaction(async (tx) => {
		late.push(insertLate(tx, await pidOf(tx)));
		await late[0];
	});
	await expect(work).rejects.toThrow();
	await expect(late[0]).rejects.toThrow();
	expect(await pool.execute(sql`select * from notes`)).toHaveLength(0);
});
