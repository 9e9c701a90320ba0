import type { Db } from "@interurban/db/client";
import { practiceRevisions, practices } from "@interurban/db/schema/practices";
import { and, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { PracticeContent } from "./practices.content.ts";

/** A revision without its content. */
export type RevisionRow = {
	practiceId: number;
	number: number;
	editorId: number;
	summary: string;
	createdAt: Date;
	current: boolean;
	title: string;
	claim: string;
};

const select = (db: Db, condition: SQL | undefined): Promise<RevisionRow[]> =>
	db
		.select({
			practiceId: practiceRevisions.practiceId,
			number: practiceRevisions.number,
			editorId: practiceRevisions.editorId,
			summary: practiceRevisions.summary,
			createdAt: practiceRevisions.createdAt,
			current: sql<boolean>`${practiceRevisions.number} = ${practices.revision}`,
			title: sql<string>`${practiceRevisions.content}->>'title'`,
			claim: sql<string>`${practiceRevisions.content}->>'claim'`,
		})
		.from(practiceRevisions)
		.innerJoin(practices, eq(practices.id, practiceRevisions.practiceId))
		.where(and(eq(practices.status, "published"), condition))
		.orderBy(desc(practiceRevisions.number));

/** All revisions of a published practice, the newest first. */
export function listRevisions(db: Db, practiceId: number): Promise<RevisionRow[]> {
	return select(db, eq(practiceRevisions.practiceId, practiceId));
}

/** The revisions of some numbers of a published practice. */
export function findRevisions(
	db: Db,
	practiceId: number,
	numbers: readonly number[],
): Promise<RevisionRow[]> {
	return select(
		db,
		and(eq(practiceRevisions.practiceId, practiceId), inArray(practiceRevisions.number, [...numbers])),
	);
}

/** What a practice said in one revision. */
export async function findContent(
	db: Db,
	practiceId: number,
	number: number,
): Promise<PracticeContent | null> {
	const [row] = await db
		.select({ content: practiceRevisions.content })
		.from(practiceRevisions)
		.where(and(eq(practiceRevisions.practiceId, practiceId), eq(practiceRevisions.number, number)));
	return (row?.content as PracticeContent | undefined) ?? null;
}
