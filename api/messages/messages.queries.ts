import type { ConversationChange } from "@interurban/contract/vocabulary";
import type { Db } from "@interurban/db/client";
import { after, type Page, toPage } from "@interurban/db/keyset";
import { blocks, type Participant, participants } from "@interurban/db/schema/conversations";
import { threadReads } from "@interurban/db/schema/following";
import { posts, threads } from "@interurban/db/schema/threads";
import { run } from "@interurban/db/statement";
import { and, desc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Standing } from "./messages.rules.ts";

/** A conversation as somebody who takes part in it, or is asked to, has it. */
export type ConversationRow = {
	/** Of its thread. */
	id: number;
	/** Empty where it has none. */
	name: string;
	/** Null for groups. */
	pair: string | null;
	/** Who opened it. */
	authorId: number | null;
	viewerState: Participant["state"];
	lastPostAt: Date | null;
	/** Posts of others that were not read yet. */
	unread: number;
};

/** Posts of others behind the last one that somebody has read. */
const unread = sql<number>`(
	select count(*) from ${posts} where ${posts.threadId} = ${threads.id}
		and ${posts.number} > coalesce(${threadReads.readNumber}, 0)
		and ${posts.authorId} <> ${participants.personId} and ${posts.deletedAt} is null
)`.mapWith(Number);

const select = (db: Db) =>
	db
		.select({
			id: threads.id,
			name: sql<string>`coalesce(${threads.title}, '')`,
			pair: threads.pair,
			authorId: threads.authorId,
			viewerState: participants.state,
			lastPostAt: threads.lastPostAt,
			unread,
		})
		.from(participants)
		.innerJoin(threads, eq(threads.id, participants.threadId))
		.leftJoin(
			threadReads,
			and(eq(threadReads.threadId, threads.id), eq(threadReads.personId, participants.personId)),
		);

/** Those of the conversations that somebody takes part in or is asked to, in no order. */
export function findConversations(
	db: Db,
	ids: readonly number[],
	personId: number,
): Promise<ConversationRow[]> {
	return select(db).where(
		and(
			inArray(participants.threadId, [...ids]),
			eq(participants.personId, personId),
			inArray(participants.state, ["asked", "joined"]),
		),
	);
}

/** Somebody's conversations, those that were written in last first; or the requests to them. */
export async function listConversations(
	db: Db,
	options: {
		personId: number;
		state: "asked" | "joined";
		first: number;
		after: [string, number] | null;
	},
): Promise<Page<ConversationRow>> {
	const rows = await select(db)
		.where(
			and(
				eq(participants.personId, options.personId),
				eq(participants.state, options.state),
				isNotNull(threads.lastPostAt),
				options.after ? after([threads.lastPostAt, threads.id], options.after, "desc") : undefined,
			),
		)
		.orderBy(desc(threads.lastPostAt), desc(threads.id))
		.limit(options.first + 1);
	return toPage(rows, options.first, (row) => [row.lastPostAt ?? new Date(0), row.id]);
}

/** Whom somebody has blocked, the latest first. */
export async function findBlocked(db: Db, personId: number): Promise<number[]> {
	const rows = await db
		.select({ id: blocks.blockedId })
		.from(blocks)
		.where(eq(blocks.personId, personId))
		.orderBy(desc(blocks.createdAt), desc(blocks.blockedId));
	return rows.map(({ id }) => id);
}

/** Those who take part in a conversation or are asked to. */
export async function listParticipantIds(db: Db, threadId: number): Promise<number[]> {
	const rows = await db
		.select({ id: participants.personId })
		.from(participants)
		.where(and(eq(participants.threadId, threadId), inArray(participants.state, ["asked", "joined"])));
	return rows.map(({ id }) => id);
}

/** The newest post of each conversation, by the thread's id. */
export async function findLastPosts(db: Db, threadIds: readonly number[]): Promise<Map<number, number>> {
	const rows = await db
		.select({ threadId: posts.threadId, id: posts.id })
		.from(threads)
		.innerJoin(posts, and(eq(posts.threadId, threads.id), eq(posts.number, threads.postCount)))
		.where(inArray(threads.id, [...threadIds]));
	return new Map(rows.map(({ threadId, id }) => [threadId, id]));
}

/** The participants of conversations in the order in which they came, those who left or declined too. */
export function listParticipants(db: Db, threadIds: readonly number[]): Promise<Participant[]> {
	return db
		.select()
		.from(participants)
		.where(inArray(participants.threadId, [...threadIds]))
		.orderBy(participants.threadId, participants.createdAt, participants.personId);
}

export type TraceRow = {
	threadId: number;
	kind: ConversationChange;
	actorId: number;
	personId: number | null;
	title: string | null;
	afterNumber: number;
	createdAt: Date;
};

const standings = `
	select mine.thread_id, mine.state, other.state as other_state, people.suspended_at is not null as suspended,
		exists (select from blocks where person_id = other.person_id and blocked_id = mine.person_id) as has_blocked,
		exists (select from blocks where person_id = mine.person_id and blocked_id = other.person_id) as is_blocked
	from participants mine
	join threads on threads.id = mine.thread_id
	left join participants other
		on threads.pair is not null and other.thread_id = mine.thread_id and other.person_id <> mine.person_id
	left join people on people.id = other.person_id
	where mine.thread_id = any($1::bigint[]) and mine.person_id = $2`;

/** How somebody stands in conversations, by the thread's id; without those that they never took part in. */
export async function findStandings(
	db: Db,
	threadIds: readonly number[],
	personId: number,
): Promise<Map<number, Standing>> {
	const rows = await run<{
		thread_id: string;
		state: Standing["state"];
		other_state: Standing["state"] | null;
		suspended: boolean;
		has_blocked: boolean;
		is_blocked: boolean;
	}>(db, standings, [[...threadIds], personId]);
	return new Map(
		rows.map((row) => {
			const { suspended, has_blocked: hasBlocked, is_blocked: isBlocked } = row;
			const other = row.other_state && { state: row.other_state, suspended, hasBlocked, isBlocked };
			return [Number(row.thread_id), { state: row.state, other }];
		}),
	);
}

/**
 * What somebody has in all their conversations and requests. `version` moves with everything that changes there, also with
 * what they read and whom they block; `unread` is in how many there is something to read.
 */
export type Mailbox = { personId: number; version: number; unread: number };

const mailboxes = `
	select participants.person_id,
		sum(threads.version + coalesce(read_number, 0) + 1) + coalesce((
			select sum(blocked_id) from blocks where blocks.person_id = participants.person_id
		), 0) as version,
		count(*) filter (where exists (
			select from posts where posts.thread_id = threads.id and number > coalesce(read_number, 0)
				and author_id <> participants.person_id and deleted_at is null
		)) as unread
	from participants
	join threads on threads.id = participants.thread_id
	left join thread_reads
		on thread_reads.thread_id = threads.id and thread_reads.person_id = participants.person_id
	where participants.state in ('asked', 'joined') and participants.person_id = any($1::bigint[])
	group by participants.person_id`;

/** The mailboxes of people; of everybody, also of those without any conversation. */
export async function findMailboxes(db: Db, personIds: readonly number[]): Promise<Mailbox[]> {
	const rows = await run<{ person_id: string; version: string; unread: string }>(db, mailboxes, [
		[...personIds],
	]);
	const found = new Map(rows.map((row) => [Number(row.person_id), row]));
	return personIds.map((personId) => {
		const { version = 0, unread = 0 } = found.get(personId) ?? {};
		return { personId, version: Number(version), unread: Number(unread) };
	});
}
