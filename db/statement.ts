import type { Db } from "./client.ts";

type Prepared = { execute(values?: Record<string, unknown>): Promise<unknown> };
type Rows<Query extends { prepare(name: string): Prepared }> = ReturnType<
	ReturnType<Query["prepare"]>["execute"]
>;

/**
 * A statement whose text never changes: put together once a pool and planned once a connection, not each time it is
 * run. What changes is a `sql.placeholder("name")` in it; several ids are one list, `any(${sql.placeholder("ids")})`.
 *
 *     const byId = statement((db) => db.select().from(places).where(eq(places.id, sql.placeholder("id"))));
 *     const rows = await byId(db, { id });
 */
export function statement<Query extends { prepare(name: string): Prepared }>(
	build: (db: Db) => Query,
): (db: Db, values: Record<string, unknown>) => Rows<Query> {
	const made = new WeakMap<Db, Prepared>();
	return (db, values) => {
		const prepared = made.get(db) ?? build(db).prepare("named");
		made.set(db, prepared);
		return prepared.execute(values) as Rows<Query>;
	};
}
