import type { Db } from "@interurban/db/client";
import { people } from "@interurban/db/schema/people";
import { and, eq, getTableColumns, inArray, isNull } from "drizzle-orm";

const { passwordHash: _, ...profile } = getTableColumns(people);

/** A person without what signs them in. Contact data is in it: fields decide who gets that. */
export type PersonRow = Omit<typeof people.$inferSelect, "passwordHash">;

/** The people of some ids, in no order; suspended ones too, for what they wrote still bears their names. */
export function findPeople(db: Db, ids: readonly number[]): Promise<PersonRow[]> {
	return db
		.select(profile)
		.from(people)
		.where(inArray(people.id, [...ids]));
}

/** The person of a handle whose page may be seen. */
export async function findPersonByHandle(db: Db, handle: string): Promise<PersonRow | null> {
	const [row] = await db
		.select(profile)
		.from(people)
		.where(and(eq(people.handle, handle), isNull(people.suspendedAt)));
	return row ?? null;
}
