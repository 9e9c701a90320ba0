import type { Db } from "@interurban/db/client";
import { blocks } from "@interurban/db/schema/conversations";
import { people } from "@interurban/db/schema/people";
import { and, eq } from "drizzle-orm";

/** The person of a handle, suspended or not. */
export async function findIdOfHandle(db: Db, handle: string): Promise<number | null> {
	if (!/^[a-z0-9-]{1,60}$/.test(handle)) return null;
	const [row] = await db.select({ id: people.id }).from(people).where(eq(people.handle, handle));
	return row?.id ?? null;
}

export async function insertBlock(tx: Db, personId: number, blockedId: number): Promise<void> {
	await tx.insert(blocks).values({ personId, blockedId }).onConflictDoNothing();
}

export async function deleteBlock(db: Db, personId: number, blockedId: number): Promise<void> {
	await db.delete(blocks).where(and(eq(blocks.personId, personId), eq(blocks.blockedId, blockedId)));
}
