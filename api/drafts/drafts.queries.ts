import type { Db } from "@interurban/db/client";
import { type Draft, drafts } from "@interurban/db/schema/people";
import { and, desc, eq, sql } from "drizzle-orm";

export type DraftRow = Draft;

const own = (personId: number, key: string) => and(eq(drafts.personId, personId), eq(drafts.key, key));

export async function findDraft(db: Db, personId: number, key: string): Promise<DraftRow | null> {
	const [row] = await db.select().from(drafts).where(own(personId, key));
	return row ?? null;
}

/** A person's drafts, the latest first. */
export function listDrafts(db: Db, personId: number, limit: number): Promise<DraftRow[]> {
	return db
		.select()
		.from(drafts)
		.where(eq(drafts.personId, personId))
		.orderBy(desc(drafts.updatedAt), drafts.key)
		.limit(limit);
}

/** How many drafts a person has besides one. */
export async function countOthers(db: Db, personId: number, key: string): Promise<number> {
	const [row] = await db.execute<{ count: number }>(
		sql`select count(*)::integer as count from drafts where person_id = ${personId} and key <> ${key}`,
	);
	return row?.count ?? 0;
}

/** A draft that is not there yet; null when it is. */
export async function insertDraft(
	db: Db,
	draft: Pick<DraftRow, "personId" | "key" | "fields">,
): Promise<DraftRow | null> {
	const [row] = await db.insert(drafts).values(draft).onConflictDoNothing().returning();
	return row ?? null;
}

/** Replaces what a draft holds if it has still that version; null when it has not, or there is none. */
export async function updateDraft(
	db: Db,
	draft: Pick<DraftRow, "personId" | "key" | "fields" | "version">,
): Promise<DraftRow | null> {
	const { personId, key, fields, version } = draft;
	const [row] = await db
		.update(drafts)
		.set({ fields, version: version + 1 })
		.where(and(own(personId, key), eq(drafts.version, version)))
		.returning();
	return row ?? null;
}

/** @param version only if it still has that one */
export async function deleteDraft(db: Db, personId: number, key: string, version?: number): Promise<void> {
	const isThat = version === undefined ? undefined : eq(drafts.version, version);
	await db.delete(drafts).where(and(own(personId, key), isThat));
}
