import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Db } from "@interurban/db/client";
import { migrate, migrationsFolder } from "@interurban/db/migrate";
import * as schema from "@interurban/db/schema/index";
import { getTableColumns, getTableName, is, sql } from "drizzle-orm";
import { CasingCache } from "drizzle-orm/casing";
import { PgTable } from "drizzle-orm/pg-core";
import { expect, test } from "vitest";
import { useDatabase } from "../kit/database.ts";

const journal: { entries: { tag: string }[] } = JSON.parse(
	readFileSync(join(migrationsFolder, "meta/_journal.json"), "utf8"),
);

/** Everything that migrations make: columns, constraints, indexes, enums and triggers, one line each. */
async function describeDatabase(db: Db): Promise<string[]> {
	const rows = await db.execute<{ line: string }>(sql`
		select concat_ws(' ', 'column', table_name, column_name, udt_name, is_nullable, column_default) as line
			from information_schema.columns where table_schema = 'public'
		union all select concat_ws(' ', 'constraint', conrelid::regclass, conname, pg_get_constraintdef(oid))
			from pg_constraint where connamespace = 'public'::regnamespace
		union all select concat_ws(' ', 'index', indexdef) from pg_indexes where schemaname = 'public'
		union all select concat_ws(' ', 'enum', t.typname, e.enumlabel)
			from pg_enum e join pg_type t on t.oid = e.enumtypid
		union all select concat_ws(' ', 'trigger', pg_get_triggerdef(oid)) from pg_trigger where not tgisinternal
		order by line`);
	return rows.map(({ line }) => line);
}

const { db: current } = await useDatabase();
const whole = await describeDatabase(current);

test.each(journal.entries.map(({ tag }, index) => ({ tag, upTo: index + 1 })))(
	"a database at $tag is brought to the same schema as an empty one",
	async ({ upTo }) => {
		const { db } = await useDatabase({ migrated: false });
		await migrate(db, { upTo });
		await migrate(db);
		expect(await describeDatabase(db)).toEqual(whole);
	},
);

test("the migrated database has the tables and columns that the code declares, and no others", () => {
	const casing = new CasingCache("snake_case");
	const declared = Object.values(schema)
		.filter((value) => is(value, PgTable))
		.flatMap((table) =>
			Object.values(getTableColumns(table)).map(
				(column) => `${getTableName(table)} ${casing.getColumnCasing(column)}`,
			),
		);
	const found = whole
		.filter((line) => line.startsWith("column "))
		.map((line) => line.split(" ").slice(1, 3).join(" "));
	expect(found.sort()).toEqual(declared.sort());
});

test("several processes may migrate an empty database at once", async () => {
	const { db } = await useDatabase({ migrated: false });
	await Promise.all([migrate(db), migrate(db), migrate(db)]);
	expect(await describeDatabase(db)).toEqual(whole);
});
