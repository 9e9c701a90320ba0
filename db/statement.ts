import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import type { Sql } from "postgres";
import type { Db } from "./client.ts";

type Prepared = { execute(values?: Record<string, unknown>): Promise<unknown> };
type Preparable = { prepare(name: string): Prepared };
type Rows<Query extends Preparable> = ReturnType<ReturnType<Query["prepare"]>["execute"]>;

/**
 * A statement whose text never changes: put together once and planned once a connection, not each time it is run, in
 * transactions too. What changes is a `sql.placeholder("name")` in it.
 *
 *     const bySlug = statement((db) => db.select().from(places).where(eq(places.slug, sql.placeholder("slug"))));
 *     const rows = await bySlug(db, { slug });
 */
export function statement<Query extends Preparable>(
	build: (db: Db) => Query,
): (db: Db, values: Record<string, unknown>) => Rows<Query> {
	let made: Prepared | undefined;
	const on = new WeakMap<Db, Prepared>();
	return (db, values) => {
		made ??= build(db).prepare("named");
		const here = on.get(db) ?? Object.assign(Object.create(made), { client: clientOf(db) });
		on.set(db, here);
		return here.execute(values) as Rows<Query>;
	};
}

/**
 * A statement about rows of some ids. A single one is asked for with `=`, since PostgreSQL plans a list anew each time.
 *
 *     const ofIds = statementOfIds((db, isOneOf) => db.select().from(places).where(isOneOf(places.id)));
 *     const rows = await ofIds(db, ids);
 */
export function statementOfIds<Query extends Preparable>(
	build: (db: Db, isOneOf: (column: AnyColumn) => SQL) => Query,
): (db: Db, ids: readonly number[], values?: Record<string, unknown>) => Rows<Query> {
	const one = statement((db) => build(db, (column) => sql`${column} = ${sql.placeholder("id")}`));
	const many = statement((db) =>
		build(db, (column) => sql`${column} = any(${sql.placeholder("ids")}::bigint[])`),
	);
	return (db, ids, values) =>
		ids.length === 1 ? one(db, { ...values, id: ids[0] }) : many(db, { ...values, ids: [...ids] });
}

/** Runs SQL that never changes, with its values as `$1`, `$2` …; it is planned once a connection. */
export async function run<Row extends object>(
	db: Db,
	text: string,
	values: readonly unknown[],
): Promise<Row[]> {
	return clientOf(db).unsafe<Row[]>(text, values as never[], { prepare: true });
}

/** The client of a pool, or the connection of a transaction. */
function clientOf(db: Db): Sql {
	return (db as unknown as { _: { session: { client: Sql } } })._.session.client;
}
