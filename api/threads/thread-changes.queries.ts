import type { Db } from "@interurban/db/client";
import { people } from "@interurban/db/schema/people";
import { threads } from "@interurban/db/schema/threads";
import { eq, inArray, type SQL, sql } from "drizzle-orm";

type Row = typeof threads.$inferInsert;

export type ThreadChange = Partial<
	Pick<Row, "title" | "language" | "topicId" | "placeId" | "summary" | "summaryById" | "closedById">
> & { summaryAt?: Date | SQL | null; closedAt?: Date | SQL | null };

/** Changes what stands above the posts of a thread; answers the version that it took. */
export async function changeThread(tx: Db, id: number, change: ThreadChange): Promise<number> {
	const [row] = await tx
		.update(threads)
		.set({ ...change, version: sql`${threads.version} + 1` })
		.where(eq(threads.id, id))
		.returning({ version: threads.version });
	if (!row) throw new Error("a thread is gone");
	return row.version;
}

/** What people are called, by id. */
export async function findNames(
	db: Db,
	ids: readonly number[],
): Promise<Map<number, { handle: string; name: string }>> {
	if (!ids.length) return new Map();
	const rows = await db
		.select({ id: people.id, handle: people.handle, name: people.name })
		.from(people)
		.where(inArray(people.id, [...ids]));
	return new Map(rows.map(({ id, ...named }) => [id, named]));
}
