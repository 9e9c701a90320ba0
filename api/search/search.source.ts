import type { SearchKind } from "@interurban/contract/vocabulary";
import type { Db } from "@interurban/db/client";
import { and, asc, gt, inArray, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { type IndexOptions, replaceDocuments, type SearchThing } from "./search.index.ts";

type Id = number | string;

/** Where the things of one kind come from, and how they get into the index: the same way for writers and for a rebuild. */
export interface SearchSource {
	kind: SearchKind;
	/**
	 * Makes things findable as their tables say now, and those unfindable that everybody may not read. Part of every
	 * transaction that writes something they are found by, after it has written.
	 */
	index(tx: Db, ids: readonly Id[], options?: IndexOptions): Promise<void>;
	/** The ids of things to be found that come after one, in their order. */
	list(db: Db, after: string | null, first: number): Promise<string[]>;
	/** How many things there are to be found, roughly. */
	count(db: Db): Promise<number>;
}

/**
 * Defines how the things of a kind are indexed.
 * @param of.table their rows; whoever indexes a thing holds its row, so that nobody indexes an older state of it later
 * @param of.where narrows the table to what may have to be found
 * @param of.read those of some things that everybody may read, as they are now
 */
export function defineSource<T extends Id>(of: {
	kind: SearchKind;
	table: PgTable & { id: PgColumn };
	where?: SQL;
	read(tx: Db, ids: readonly T[]): Promise<(Omit<SearchThing, "kind"> & { ref: T })[]>;
}): SearchSource {
	const { kind, table, where } = of;
	const isNumber = table.id.dataType === "number";
	const readId = (ref: string) => (isNumber ? Number(ref) : ref) as T;
	return {
		kind,
		async index(tx, given, options) {
			const refs = [...new Set(given.map(String))];
			const ids = refs.filter((ref) => !isNumber || /^\d{1,15}$/.test(ref)).map(readId);
			if (!refs.length) return;
			await tx
				.select({ id: table.id })
				.from(table)
				.where(inArray(table.id, ids))
				.orderBy(asc(table.id))
				.for("no key update");
			const things = (await of.read(tx, ids)).map((thing) => ({ ...thing, kind }));
			await replaceDocuments(tx, kind, refs, things, options);
		},
		async list(db, after, first) {
			const rows = await db
				.select({ id: table.id })
				.from(table)
				.where(and(where, after === null ? undefined : gt(table.id, readId(after))))
				.orderBy(asc(table.id))
				.limit(first);
			return rows.map(({ id }) => String(id));
		},
		async count(db) {
			const [row] = await db.select({ count: sql<number>`count(*)::integer` }).from(table).where(where);
			return row?.count ?? 0;
		},
	};
}
