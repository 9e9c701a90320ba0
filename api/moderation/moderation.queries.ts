import type { ReportReason } from "@interurban/contract/vocabulary";
import type { Db } from "@interurban/db/client";
import { after, type Page, toPage } from "@interurban/db/keyset";
import { type Report, type ReportPost, reportPosts, reports } from "@interurban/db/schema/conversations";
import { people, sessions } from "@interurban/db/schema/people";
import { posts, threads } from "@interurban/db/schema/threads";
import { and, asc, count, desc, eq, getTableColumns, inArray, isNotNull, isNull, sql } from "drizzle-orm";

/** A report with the place of what is reported: of its thread moderators may know no more. */
export type ReportRow = Report & { threadId: number; private: boolean; number: number; authorId: number };

const select = (db: Db) =>
	db
		.select({
			...getTableColumns(reports),
			threadId: posts.threadId,
			private: threads.private,
			number: posts.number,
			authorId: posts.authorId,
		})
		.from(reports)
		.innerJoin(posts, eq(posts.id, reports.postId))
		.innerJoin(threads, eq(threads.id, posts.threadId));

export async function findReport(db: Db, id: number): Promise<ReportRow | null> {
	const [row] = await select(db).where(eq(reports.id, id));
	return row ?? null;
}

/** Open reports or closed ones, the latest first. */
export async function listReports(
	db: Db,
	options: { closed: boolean; first: number; after: [string, number] | null },
): Promise<Page<ReportRow>> {
	const at = options.closed ? reports.closedAt : reports.createdAt;
	const rows = await select(db)
		.where(
			and(
				options.closed ? isNotNull(reports.closedAt) : isNull(reports.closedAt),
				options.after ? after([at, reports.id], options.after, "desc") : undefined,
			),
		)
		.orderBy(desc(at), desc(reports.id))
		.limit(options.first + 1);
	return toPage(rows, options.first, (row) => [
		(options.closed ? row.closedAt : row.createdAt) ?? row.createdAt,
		row.id,
	]);
}

export async function countOpenReports(db: Db): Promise<number> {
	const [row] = await db.select({ count: count() }).from(reports).where(isNull(reports.closedAt));
	return row?.count ?? 0;
}

/** What was handed over with reports, the earliest first. */
export function listReportPosts(db: Db, reportIds: readonly number[]): Promise<ReportPost[]> {
	return db
		.select()
		.from(reportPosts)
		.where(inArray(reportPosts.reportId, [...reportIds]))
		.orderBy(asc(reportPosts.reportId), asc(reportPosts.number));
}

/**
 * Stores a report with a copy of the post and of those before it; nothing where the reporter has an open one.
 * @param context how many before it
 */
export async function insertReport(
	tx: Db,
	report: { reporterId: number; postId: number; reason: ReportReason; details: string },
	of: { threadId: number; number: number },
	context: number,
): Promise<number | null> {
	const [row] = await tx.insert(reports).values(report).onConflictDoNothing().returning({ id: reports.id });
	if (!row) return null;
	await tx.insert(reportPosts).select(
		tx
			.select({
				reportId: sql`${row.id}::bigint`.as("report_id"),
				number: posts.number,
				authorId: posts.authorId,
				body: posts.body,
				createdAt: posts.createdAt,
			})
			.from(posts)
			.where(
				and(
					eq(posts.threadId, of.threadId),
					sql`${posts.number} between ${of.number - context} and ${of.number}`,
					isNull(posts.deletedAt),
				),
			),
	);
	return row.id;
}

export async function updateClosed(
	tx: Db,
	id: number,
	by: { closedById: number; note: string },
): Promise<boolean> {
	const rows = await tx
		.update(reports)
		.set({ ...by, closedAt: sql`now()` })
		.where(and(eq(reports.id, id), isNull(reports.closedAt)))
		.returning({ id: reports.id });
	return rows.length > 0;
}

/** Keeps somebody out, whose sessions end with that, or lets them in again. */
export async function setSuspended(tx: Db, personId: number, suspended: boolean): Promise<void> {
	await tx
		.update(people)
		.set({ suspendedAt: suspended ? sql`now()` : null })
		.where(and(eq(people.id, personId), suspended ? isNull(people.suspendedAt) : undefined));
	if (suspended) await tx.delete(sessions).where(eq(sessions.personId, personId));
}

export async function findPersonToJudge(db: Db, handle: string) {
	if (!/^[a-z0-9-]{1,60}$/.test(handle)) return null;
	const [row] = await db
		.select({ id: people.id, role: people.role, handle: people.handle })
		.from(people)
		.where(eq(people.handle, handle));
	return row ?? null;
}
