import { once } from "node:events";
import { finished } from "node:stream/promises";
import type { Pool } from "@interurban/db/client";

/** A table that is being filled. */
export interface Filling {
	/** Adds rows as COPY takes them, see `textRow` and `integerRows`. */
	add(rows: string | Buffer): Promise<void>;
	/** Makes the indexes, and lets everybody see it. */
	end(): Promise<void>;
}

/** Rows of a table by COPY, as text or in PostgreSQL's binary format. */
export type Format = "text" | "binary";

/** What comes before the rows, and after. */
const frame: Record<Format, { head: string | Buffer; tail: string | Buffer }> = {
	text: { head: "", tail: "" },
	binary: {
		head: Buffer.concat([Buffer.from("PGCOPY\n\xff\r\n\0", "latin1"), Buffer.alloc(8)]),
		tail: Buffer.from([0xff, 0xff]),
	},
};

/** Empties a table and fills it by COPY, its indexes made over the whole; nothing of it is logged, for it is as if new. */
export async function fillTable(
	db: Pool,
	table: string,
	columns: readonly string[],
	format: Format = "text",
): Promise<Filling> {
	const sql = await db.$client.reserve();
	await sql`begin`;
	await sql`set local maintenance_work_mem = '1GB'`;
	await sql.unsafe(`truncate ${table}`);
	const keys = await sql<{ name: string; definition: string }[]>`
		select conname as name, pg_get_constraintdef(oid) as definition
		from pg_constraint where conrelid = ${table}::regclass and contype = 'p'`;
	for (const { name } of keys) await sql.unsafe(`alter table ${table} drop constraint ${name}`);
	const indexes = await sql<{ definition: string; name: string }[]>`
		select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
		from pg_index where indrelid = ${table}::regclass`;
	for (const { name } of indexes) await sql.unsafe(`drop index ${name}`);
	const stream = await sql
		.unsafe(`copy ${table} (${columns.join(", ")}) from stdin (format ${format})`)
		.writable();
	const write = async (rows: string | Buffer) => {
		if (rows.length > 0 && !stream.write(rows)) await once(stream, "drain");
	};
	await write(frame[format].head);
	return {
		add: write,
		async end() {
			await write(frame[format].tail);
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

type Cell = string | number | readonly (string | number)[] | null;

const special = /[\\\n\t\r]/g;
const spelled: Record<string, string> = { "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r" };

function spell(cell: Cell): string | number {
	if (cell === null) return "\\N";
	if (typeof cell === "number") return cell;
	const text = typeof cell === "string" ? cell : `{${cell.map((value) => `"${value}"`).join(",")}}`;
	return text.replace(special, (found) => spelled[found] as string);
}

/** A row of a text COPY: numbers and texts as they are, lists as arrays. */
export const textRow = (cells: readonly Cell[]): string => `${cells.map(spell).join("\t")}\n`;

/** Room for rows of a binary COPY of three columns that take four bytes each: two integers and a real. */
export function threes(count: number) {
	const bytes = Buffer.allocUnsafe(count * 26);
	let at = 0;
	return {
		bytes,
		add(one: number, two: number, three: number): void {
			at = bytes.writeUInt16BE(3, at);
			at = bytes.writeUInt32BE(4, at);
			at = bytes.writeInt32BE(one, at);
			at = bytes.writeUInt32BE(4, at);
			at = bytes.writeInt32BE(two, at);
			at = bytes.writeUInt32BE(4, at);
			at = bytes.writeFloatBE(three, at);
		},
	};
}
