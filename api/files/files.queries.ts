import { limits } from "@interurban/contract/limits";
import type { Db } from "@interurban/db/client";
import { files, type StoredFile } from "@interurban/db/schema/files";
import { drafts, people } from "@interurban/db/schema/people";
import { practiceFiles } from "@interurban/db/schema/practice-parts";
import { practices } from "@interurban/db/schema/practices";
import { postFiles } from "@interurban/db/schema/threads";
import { and, eq, exists, inArray, lt, notExists, sql } from "drizzle-orm";

/** The bytes that a person's files take. */
async function usedBy(db: Db, ownerId: number): Promise<number> {
	const [row] = await db
		.select({ bytes: sql<string>`coalesce(sum(${files.size}), 0)` })
		.from(files)
		.where(eq(files.ownerId, ownerId));
	return Number(row?.bytes ?? 0);
}

/** Whether so many bytes more are within a person's quota. */
export async function hasRoom(db: Db, ownerId: number, bytes: number): Promise<boolean> {
	return (await usedBy(db, ownerId)) + bytes <= limits.files.quota;
}

/** Stores a file's row unless it is beyond its owner's quota; uploads at the same time wait for each other. */
export async function insertFile(db: Db, file: typeof files.$inferInsert): Promise<StoredFile | null> {
	await db.select({ id: people.id }).from(people).where(eq(people.id, file.ownerId)).for("no key update");
	if (!(await hasRoom(db, file.ownerId, file.size))) return null;
	const [row] = await db.insert(files).values(file).returning();
	return row ?? null;
}

const ofPost = (db: Db) => db.select({ one: sql`1` }).from(postFiles).where(eq(postFiles.fileId, files.id));
const ofPractice = (db: Db) =>
	db.select({ one: sql`1` }).from(practiceFiles).where(eq(practiceFiles.fileId, files.id));

/** A file, and whether everybody may read it: as part of a published practice. */
export async function findFile(
	db: Db,
	id: string,
): Promise<{ file: StoredFile; isPublic: boolean } | undefined> {
	const published = db
		.select({ one: sql`1` })
		.from(practiceFiles)
		.innerJoin(practices, eq(practices.id, practiceFiles.practiceId))
		.where(and(eq(practiceFiles.fileId, files.id), eq(practices.status, "published")));
	const [row] = await db
		.select({ file: files, isPublic: sql<boolean>`${exists(published)}` })
		.from(files)
		.where(eq(files.id, id));
	return row;
}

/** Those of the ids that files have. */
export async function findKnown(db: Db, ids: readonly string[]): Promise<Set<string>> {
	const rows = await db
		.select({ id: files.id })
		.from(files)
		.where(inArray(files.id, [...ids]));
	return new Set(rows.map(({ id }) => id));
}

/**
 * Deletes rows of files that were uploaded before a time and are part of no practice, of no post and of no draft of their
 * owners.
 * @param most so many at once
 * @returns their ids
 */
export async function deleteUnused(db: Db, before: Date, most: number): Promise<string[]> {
	const inDraft = db
		.select({ one: sql`1` })
		.from(drafts)
		.where(
			and(eq(drafts.personId, files.ownerId), sql`position(${files.id}::text in ${drafts.fields}::text) > 0`),
		);
	return db.transaction(async (tx) => {
		// Under the lock nobody can take a file up; whoever was faster is seen by the second statement.
		const unused = await tx
			.select({ id: files.id })
			.from(files)
			.where(
				and(
					lt(files.createdAt, before),
					notExists(ofPractice(tx)),
					notExists(ofPost(tx)),
					notExists(inDraft),
				),
			)
			.limit(most)
			.for("update", { skipLocked: true });
		if (!unused.length) return [];
		const ids = unused.map(({ id }) => id);
		const gone = await tx
			.delete(files)
			.where(and(inArray(files.id, ids), notExists(ofPractice(tx)), notExists(ofPost(tx))))
			.returning({ id: files.id });
		return gone.map(({ id }) => id);
	});
}
