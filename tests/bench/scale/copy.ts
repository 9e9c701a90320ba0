import { once } from "node:events";
import { finished } from "node:stream/promises";
import type { Pool } from "@interurban/db/client";

/** A table that is being filled. */
export interface Filling {
	/** Adds a row: numbers and texts as they are, lists as arrays. */
	add(cells: readonly (string | number | readonly string[] | null)[]): Promise<void>;
	/** Makes the indexes, and lets everybody see it. */
	end(): Promise<void>;
}

const special = /[\\\n\t\r]/g;
const spelled: Record<string, string> = { "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r" };

function spell(cell: string | number | readonly string[] | null): string | number {
	if (cell === null) return "\\N";
	if (typeof cell === "number") return cell;
	const text = typeof cell === "string" ? cell : `{${cell.map((value) => `"${value}"`).join(",")}}`;
	return text.replace(special, (found) => spelled[found] as string);
}

/** Empties a table and fills it by COPY, its indexes made over the whole; nothing of it is logged, for it is as if new. */
export async function fillTable(db: Pool, table: string, columns: readonly string[]): Promise<Filling> {
	const sql = await db.$client.reserve();
	await sql`begin`;
	await sql`set local maintenance_work_mem = '512MB'`;
	await sql.unsafe(`truncate ${table}`);
	const keys = await sql<{ name: string; definition: string }[]>`
		select conname as name, pg_get_constraintdef(oid) as definition
		from pg_constraint where conrelid = ${table}::regclass and contype = 'p'`;
	for (const { name } of keys) await sql.unsafe(`alter table ${table} drop constraint ${name}`);
	const indexes = await sql<{ name: string; definition: string }[]>`
		select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
		from pg_index where indrelid = ${table}::regclass`;
	for (const { name } of indexes) await sql.unsafe(`drop index ${name}`);
	const stream = await sql.unsafe(`copy ${table} (${columns.join(", ")}) from stdin`).writable();
	let held: string[] = [];
	const flush = async () => {
		const isTaken = stream.write(held.join(""));
		held = [];
		if (!isTaken) await once(stream, "drain");
	};
	return {
		async add(cells) {
			held.push(`${cells.map(spell).join("\t")}\n`);
			if (held.length >= 2000) await flush();
		},
		async end() {
			await flush();
			stream.end();
			await finished(stream);
			for (const { name, definition } of keys)
				await sql.unsafe(`alter table ${table} add constraint ${name} ${definition}`);
			for (const { definition } of indexes) await sql.unsafe(definition);
			await sql`commit`;
			sql.release();
		},
	};
}
