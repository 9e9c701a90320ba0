import type { FollowLevel } from "@interurban/contract/vocabulary";
import type { Db } from "@interurban/db/client";
import { personStreams, threadReads, topicLevels } from "@interurban/db/schema/following";
import { threads } from "@interurban/db/schema/threads";
import { run, statement } from "@interurban/db/statement";
import { and, eq, gt, lt, or, sql } from "drizzle-orm";

export type ReadRow = {
	threadId: number;
	/** Of the person's stream. */
	version: number;
	readNumber: number | null;
	/** Of a post that mentions them since they have read it; null for none. */
	recallNumber: number | null;
	level: FollowLevel | null;
	unread: number;
};

const reads = `
	select asked.id as "threadId", coalesce(own.version, 0) as version, reads.read_number as "readNumber",
		nullif(reads.recall_number, 0) as "recallNumber", reads.level,
		(select count(*)::int from (
			select from posts where posts.thread_id = asked.id and posts.number > coalesce(reads.read_number, 0)
				and posts.author_id <> $1 and posts.deleted_at is null limit 100) as unread) as unread
	from (select value::bigint as id from json_array_elements_text($2::text::json)) as asked
		left join thread_reads as reads on reads.thread_id = asked.id and reads.person_id = $1
		left join person_streams as own on own.person_id = $1`;

/** What time it is for the database, whose clock all times of posts are of. */
export async function readClock(db: Db): Promise<Date> {
	const [row] = await run<{ at: Date }>(db, "select now() as at", []);
	return new Date(row?.at ?? 0);
}

/** How far somebody has read some threads; a row for each, as one snapshot with the version of their stream. */
export async function findReads(db: Db, personId: number, threadIds: readonly number[]): Promise<ReadRow[]> {
	const rows = await run<ReadRow>(db, reads, [personId, JSON.stringify(threadIds)]);
	return rows.map((row) => ({ ...row, threadId: Number(row.threadId), version: Number(row.version) }));
}

const levels = statement((db) =>
	db
		.select({ topicId: topicLevels.topicId, level: topicLevels.level })
		.from(topicLevels)
		.where(eq(topicLevels.personId, sql.placeholder("personId"))),
);

/** The levels that somebody chose for topics. */
export async function listTopicLevels(db: Db, personId: number): Promise<Map<string, FollowLevel>> {
	const rows = await levels(db, { personId });
	return new Map(rows.map(({ topicId, level }) => [topicId, level]));
}

/** Takes the next version of a person's stream: whoever changes what they have read waits for each other. */
export async function takePersonVersion(tx: Db, personId: number): Promise<number> {
	const [row] = await tx
		.insert(personStreams)
		.values({ personId, version: 1 })
		.onConflictDoUpdate({
			target: personStreams.personId,
			set: { version: sql`${personStreams.version} + 1` },
		})
		.returning({ version: personStreams.version });
	if (!row) throw new Error("a person has no stream");
	return row.version;
}

/** How far the streams of people have come; those of nobody are left out. */
export async function findPersonVersions(db: Db, ids: readonly number[]): Promise<Map<number, number>> {
	const rows = await run<{ id: string; version: string }>(
		db,
		`select people.id, coalesce(version, 0) as version from people left join person_streams on person_id = people.id
			where people.id in (select value::bigint from json_array_elements_text($1::text::json))`,
		[JSON.stringify(ids)],
	);
	return new Map(rows.map((row) => [Number(row.id), Number(row.version)]));
}

const mine = (personId: number, threadId: number) =>
	and(eq(threadReads.personId, personId), eq(threadReads.threadId, threadId));

/** Raises what somebody has seen of a thread. */
export async function raiseRead(tx: Db, personId: number, threadId: number, upTo: number): Promise<void> {
	await tx
		.insert(threadReads)
		.values({ personId, threadId, readNumber: upTo })
		.onConflictDoUpdate({
			target: [threadReads.personId, threadReads.threadId],
			set: {
				readNumber: sql`greatest(${threadReads.readNumber}, ${upTo})`,
				recallNumber: sql`case when ${threadReads.recallNumber} > ${upTo} then ${threadReads.recallNumber} else 0 end`,
				updatedAt: sql`now()`,
			},
		});
}

/** Lowers what somebody has seen of a thread. */
export async function lowerRead(tx: Db, personId: number, threadId: number, to: number): Promise<void> {
	await tx
		.update(threadReads)
		.set({ readNumber: sql`least(${threadReads.readNumber}, ${to})`, updatedAt: sql`now()` })
		.where(mine(personId, threadId));
}

/** Raises what somebody has seen to everything, in threads that were not written in since; answers in how many. */
export async function raiseAllReads(tx: Db, personId: number, until: Date): Promise<number> {
	const rows = await tx
		.update(threadReads)
		.set({ readNumber: sql`${threads.postCount}`, recallNumber: 0, updatedAt: sql`now()` })
		.from(threads)
		.where(
			and(
				eq(threadReads.personId, personId),
				eq(threads.id, threadReads.threadId),
				or(lt(threadReads.readNumber, threads.postCount), gt(threadReads.recallNumber, 0)),
				sql`${threads.lastPostAt} <= ${until.toISOString()}::timestamptz`,
			),
		)
		.returning({ threadId: threadReads.threadId });
	return rows.length;
}

/** Gives a thread a level of its own, or takes that away. */
export async function putThreadLevel(
	tx: Db,
	personId: number,
	threadId: number,
	level: FollowLevel | null,
): Promise<void> {
	await tx
		.insert(threadReads)
		.values({ personId, threadId, level })
		.onConflictDoUpdate({
			target: [threadReads.personId, threadReads.threadId],
			set: { level, updatedAt: sql`now()` },
		});
}

export async function putTopicLevel(
	tx: Db,
	personId: number,
	topicId: string,
	level: FollowLevel | null,
): Promise<void> {
	await tx
		.delete(topicLevels)
		.where(and(eq(topicLevels.personId, personId), eq(topicLevels.topicId, topicId)));
	if (level) await tx.insert(topicLevels).values({ personId, topicId, level });
}

/** Threads that are there when their topics begin to be followed count as read so far. */
export async function beginReading(tx: Db, personId: number, topicIds: readonly string[]): Promise<void> {
	await run(
		tx,
		`insert into thread_reads (person_id, thread_id, read_number)
			select $1, id, post_count from threads
			where topic_id in (select json_array_elements_text($2::text::json)) and post_count > 0
			on conflict do nothing`,
		[personId, JSON.stringify(topicIds)],
	);
}
