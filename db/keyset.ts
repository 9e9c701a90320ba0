import { type AnyColumn, type SQL, sql } from "drizzle-orm";

/** A page of a list: `nextCursor` is null on the last one. */
export type Page<T> = { items: T[]; nextCursor: string | null };

type Key = string | number;

/** An opaque cursor from the sort keys of the last row shown. */
export function encodeCursor(keys: readonly (Key | Date)[]): string {
	const plain = keys.map((key) => (key instanceof Date ? key.toISOString() : key));
	return Buffer.from(JSON.stringify(plain)).toString("base64url");
}

/** The keys in a cursor, or null when it is not one of ours or has another number of keys. */
export function decodeCursor(cursor: string | null | undefined, length: number): Key[] | null {
	if (!cursor) return null;
	try {
		const keys: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
		if (!Array.isArray(keys) || keys.length !== length) return null;
		return keys.every((key) => typeof key === "string" || Number.isFinite(key)) ? keys : null;
	} catch {
		return null;
	}
}

/** Row-wise comparison `(a, b) < (1, 2)`, which an index over the same columns answers. */
export function after(
	columns: readonly (AnyColumn | SQL)[],
	keys: readonly Key[],
	order: "asc" | "desc",
): SQL {
	const left = sql.join([...columns], sql`, `);
	const right = sql.join(
		keys.map((key) => sql`${key}`),
		sql`, `,
	);
	return order === "asc" ? sql`(${left}) > (${right})` : sql`(${left}) < (${right})`;
}

/** Cuts `limit + 1` fetched rows to a page. */
export function toPage<T>(rows: T[], limit: number, keysOf: (row: T) => (Key | Date)[]): Page<T> {
	const items = rows.slice(0, limit);
	const last = items.at(-1);
	return { items, nextCursor: rows.length > limit && last ? encodeCursor(keysOf(last)) : null };
}
