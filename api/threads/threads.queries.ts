import type { Db } from "@interurban/db/client";
import { after, type Page, toPage } from "@interurban/db/keyset";
import { challenges } from "@interurban/db/schema/challenges";
import { blocks, participants } from "@interurban/db/schema/conversations";
import { practices } from "@interurban/db/schema/practices";
import { posts, threads } from "@interurban/db/schema/threads";
import { statementOfIds } from "@interurban/db/statement";
import { and, desc, eq, exists, inArray, isNotNull, ne, or, type SQL, sql } from "drizzle-orm";

/** A thread that may be seen, with the title of what it discusses. */
export type ThreadRow = {
	id: number;
	practiceId: number | null;
	challengeId: number | null;
	topicId: string | null;
	placeId: number | null;
	private: boolean;
	/** Who opened it, or posted the challenge that it is about; null for the discussion of a practice. */
	askerId: number | null;
	practiceAuthorId: number | null;
	/** Empty where a conversation has no name. */
	title: string;
	/** BCP 47, of the title. */
	language: string;
	version: number;
	postCount: number;
	lastPostAt: Date | null;
	/** Markdown. */
	summary: string | null;
	summaryById: number | null;
	summaryAt: Date | null;
	closedAt: Date | null;
	closedById: number | null;
	/** Whether one of its posts is marked as a solution. */
	isSolved: boolean;
	createdAt: Date;
};

const columns = {
	id: threads.id,
	practiceId: threads.practiceId,
	challengeId: threads.challengeId,
	topicId: threads.topicId,
	placeId: threads.placeId,
	private: threads.private,
	askerId: sql<number | null>`coalesce(${threads.authorId}, ${challenges.authorId})`.mapWith(Number),
	practiceAuthorId: practices.authorId,
	title: sql<string>`coalesce(${threads.title}, ${practices.title}, ${challenges.title}, '')`,
	language: sql<string>`coalesce(${threads.language}, ${practices.language}, ${challenges.language}, 'en')`,
	version: threads.version,
	postCount: threads.postCount,
	lastPostAt: threads.lastPostAt,
	summary: threads.summary,
	summaryById: threads.summaryById,
	summaryAt: threads.summaryAt,
	closedAt: threads.closedAt,
	closedById: threads.closedById,
	isSolved: sql<boolean>`exists (select from ${posts} where ${posts.threadId} = ${threads.id} and ${posts.solutionAt} is not null)`,
	createdAt: threads.createdAt,
};

/** Threads of what is not withdrawn. */
const isThere = sql`(${threads.practiceId} is null or ${practices.status} = 'published')`;

/** Threads that everybody may see. Lists and counts ask this, whoever asks them. */
export const isPublic = sql`(not ${threads.private} and ${isThere})`;

/**
 * Threads that somebody may see: all public ones, and the conversations that they take part in or are asked to. What hides
 * a thread hides everything in it. Visitors are nobody's id.
 */
function isVisibleTo(db: Db, personId: SQL): SQL | undefined {
	const mine = db
		.select({ one: sql`1` })
		.from(participants)
		.where(
			and(
				eq(participants.threadId, threads.id),
				eq(participants.personId, personId),
				inArray(participants.state, ["asked", "joined"]),
			),
		);
	return or(isPublic, and(sql`${threads.private}`, exists(mine)));
}

const select = (db: Db) =>
	db
		.select(columns)
		.from(threads)
		.leftJoin(practices, eq(practices.id, threads.practiceId))
		.leftJoin(challenges, eq(challenges.id, threads.challengeId));

const ofIds = statementOfIds((db, isOneOf) => select(db).where(and(isOneOf(threads.id), isPublic)));
const ofIdsFor = statementOfIds((db, isOneOf) =>
	select(db).where(and(isOneOf(threads.id), isVisibleTo(db, sql`${sql.placeholder("personId")}::bigint`))),
);
const bySubject = {
	practiceId: statementOfIds((db, isOneOf) => select(db).where(and(isOneOf(threads.practiceId), isPublic))),
	challengeId: statementOfIds((db, isOneOf) => select(db).where(and(isOneOf(threads.challengeId), isPublic))),
};

/** Those of the ids that somebody may see, in no order. */
export function findThreads(db: Db, ids: readonly number[], personId: number | null): Promise<ThreadRow[]> {
	return personId === null ? ofIds(db, ids) : ofIdsFor(db, ids, { personId });
}

/** The threads of practices, or of challenges, that may be seen, in no order. */
export function findThreadsOf(
	db: Db,
	subject: "practiceId" | "challengeId",
	ids: readonly number[],
): Promise<ThreadRow[]> {
	return bySubject[subject](db, ids);
}

/** Whether the other one of a conversation of two has blocked somebody: they may read on what there is, and hear no more. */
export async function isCutOff(db: Db, id: number, personId: number): Promise<boolean> {
	const [row] = await db
		.select({ id: threads.id })
		.from(threads)
		.innerJoin(participants, and(eq(participants.threadId, threads.id), ne(participants.personId, personId)))
		.innerJoin(blocks, and(eq(blocks.personId, participants.personId), eq(blocks.blockedId, personId)))
		.where(and(eq(threads.id, id), isNotNull(threads.pair)));
	return row !== undefined;
}

/** The versions of those of the threads that may be seen, by id. */
export async function findThreadVersions(db: Db, ids: readonly number[]): Promise<Map<number, number>> {
	const rows = await db
		.select({ id: threads.id, version: threads.version })
		.from(threads)
		.leftJoin(practices, eq(practices.id, threads.practiceId))
		.where(and(inArray(threads.id, [...ids]), isThere));
	return new Map(rows.map(({ id, version }) => [id, version]));
}

/**
 * Public threads with posts, those that were written in last first.
 * @param topicIds only those that stand under one of these
 * @param placeId only those of this place
 */
export async function listThreads(
	db: Db,
	options: {
		topicIds: readonly string[] | null;
		placeId: number | null;
		first: number;
		after: [string, number] | null;
	},
): Promise<Page<ThreadRow>> {
	const where: (SQL | undefined)[] = [
		isNotNull(threads.lastPostAt),
		isPublic,
		options.topicIds ? inArray(threads.topicId, [...options.topicIds]) : undefined,
		options.placeId === null ? undefined : eq(threads.placeId, options.placeId),
		options.after ? after([threads.lastPostAt, threads.id], options.after, "desc") : undefined,
	];
	const rows = await select(db)
		.where(and(...where))
		.orderBy(desc(threads.lastPostAt), desc(threads.id))
		.limit(options.first + 1);
	return toPage(rows, options.first, (row) => [row.lastPostAt ?? row.createdAt, row.id]);
}

/** The thread of a practice or challenge comes into being with it; nothing happens where there is one. */
export async function insertThreadOf(
	db: Db,
	subject: { practiceId: number } | { challengeId: number },
): Promise<void> {
	await db.insert(threads).values(subject).onConflictDoNothing();
}

export async function insertThread(
	db: Db,
	values: {
		topicId: string | null;
		placeId: number | null;
		title: string;
		language: string;
		authorId: number;
	},
): Promise<number> {
	const [row] = await db.insert(threads).values(values).returning({ id: threads.id });
	if (!row) throw new Error("the thread was not stored");
	return row.id;
}
