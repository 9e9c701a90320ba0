import type { ConversationChange } from "@interurban/contract/vocabulary";
import type { Db } from "@interurban/db/client";
import { conversationTraces, type Participant, participants } from "@interurban/db/schema/conversations";
import { people } from "@interurban/db/schema/people";
import { threads } from "@interurban/db/schema/threads";
import { run } from "@interurban/db/statement";
import { and, asc, desc, eq, inArray, isNull, ne, or, sql } from "drizzle-orm";
import type { TraceRow } from "./messages.queries.ts";

export type PersonName = { id: number; handle: string; name: string };

/** People by handle or by their whole name, in no order; those who are suspended are not there. */
export function findPeopleCalled(db: Db, names: readonly string[]): Promise<PersonName[]> {
	const wanted = names.map((name) => name.toLowerCase());
	return db
		.select({ id: people.id, handle: people.handle, name: people.name })
		.from(people)
		.where(
			and(
				isNull(people.suspendedAt),
				or(inArray(people.handle, wanted), inArray(sql`lower(${people.name})`, wanted)),
			),
		)
		.limit(200);
}

/** How one person stands to another one before they have written to each other. */
export type Acquaintance = { personId: number; known: boolean; hasBlocked: boolean; isBlocked: boolean };

const acquaintances = `
	select person_id,
		exists (
			select from participants mine join participants theirs using (thread_id)
			where mine.person_id = $1 and mine.state = 'joined'
				and theirs.person_id = asked.person_id and theirs.state = 'joined'
		) or exists (
			select from practices join practice_authors on practice_id = practices.id
			where author_id = asked.person_id and practice_authors.person_id = $1
		) or exists (
			select from practice_authors mine join practice_authors theirs using (practice_id)
			where mine.person_id = $1 and theirs.person_id = asked.person_id
		) as known,
		exists (select from blocks where blocks.person_id = asked.person_id and blocked_id = $1) as has_blocked,
		exists (select from blocks where blocks.person_id = $1 and blocked_id = asked.person_id) as is_blocked
	from unnest($2::bigint[]) asked (person_id)`;

/**
 * Whether somebody is no stranger to others: both take part in some conversation, or the others made them co-author of a
 * practice of theirs, or somebody made both so. Making somebody co-author of one's own makes nobody known to them.
 */
export async function findAcquaintances(
	db: Db,
	personId: number,
	others: readonly number[],
): Promise<Acquaintance[]> {
	const rows = await run<{ person_id: string; known: boolean; has_blocked: boolean; is_blocked: boolean }>(
		db,
		acquaintances,
		[personId, [...others]],
	);
	return rows.map((row) => ({
		personId: Number(row.person_id),
		known: row.known,
		hasBlocked: row.has_blocked,
		isBlocked: row.is_blocked,
	}));
}

/** The thread of a conversation of two; null when they have none. Waits for whoever is opening it. */
export async function findPair(db: Db, pair: string): Promise<number | null> {
	const [row] = await db.select({ id: threads.id }).from(threads).where(eq(threads.pair, pair));
	return row?.id ?? null;
}

/** Opens the thread of a conversation; null when the two have one already. */
export async function insertConversation(
	tx: Db,
	values: { pair: string | null; title: string | null; authorId: number },
): Promise<number | null> {
	const [row] = await tx
		.insert(threads)
		.values({ ...values, private: true })
		.onConflictDoNothing({ target: threads.pair })
		.returning({ id: threads.id });
	return row?.id ?? null;
}

type NewParticipant = Pick<Participant, "threadId" | "personId" | "state" | "addedById">;

/** Adds people, or those who had left again. */
export async function putParticipants(tx: Db, rows: NewParticipant[]): Promise<void> {
	await tx
		.insert(participants)
		.values(rows)
		.onConflictDoUpdate({
			target: [participants.threadId, participants.personId],
			set: {
				state: sql`excluded.state`,
				addedById: sql`excluded.added_by_id`,
				changedAt: sql`now()`,
			},
		});
}

/** Moves somebody on, if they are in one of the states; answers whether they were. */
export async function changeState(
	tx: Db,
	who: { threadId: number; personId: number },
	from: readonly Participant["state"][],
	to: Participant["state"],
): Promise<boolean> {
	const rows = await tx
		.update(participants)
		.set({ state: to, changedAt: sql`now()` })
		.where(
			and(
				eq(participants.threadId, who.threadId),
				eq(participants.personId, who.personId),
				inArray(participants.state, [...from]),
			),
		)
		.returning({ id: participants.personId });
	return rows.length > 0;
}

/** When who opened a group leaves it, the one who came next has their say from then on. */
export async function passOn(tx: Db, threadId: number, leaverId: number): Promise<void> {
	const [next] = await tx
		.select({ id: participants.personId })
		.from(participants)
		.where(
			and(
				eq(participants.threadId, threadId),
				eq(participants.state, "joined"),
				ne(participants.personId, leaverId),
			),
		)
		.orderBy(asc(participants.createdAt), asc(participants.personId))
		.limit(1);
	if (next)
		await tx
			.update(threads)
			.set({ authorId: next.id })
			.where(and(eq(threads.id, threadId), eq(threads.authorId, leaverId)));
}

/** Until the transaction is over, nobody else comes, goes or writes. */
export async function lockConversation(tx: Db, threadId: number): Promise<void> {
	await tx.select({ id: threads.id }).from(threads).where(eq(threads.id, threadId)).for("no key update");
}

export async function renameThread(tx: Db, threadId: number, title: string | null): Promise<void> {
	await tx.update(threads).set({ title }).where(eq(threads.id, threadId));
}

/** Notes a change of who takes part, or of the name, as the next change of the thread; answers its version. */
export async function insertTrace(
	tx: Db,
	trace: {
		threadId: number;
		kind: ConversationChange;
		actorId: number;
		personId?: number | null;
		title?: string | null;
	},
): Promise<number> {
	const [thread] = await tx
		.update(threads)
		.set({ version: sql`${threads.version} + 1` })
		.where(eq(threads.id, trace.threadId))
		.returning({ version: threads.version, afterNumber: threads.postCount });
	if (!thread) throw new Error("a conversation is gone");
	await tx.insert(conversationTraces).values({ ...trace, ...thread });
	return thread.version;
}

const mostTraces = 200;

/** The last traces of a conversation, the earliest first. */
export async function listTraces(db: Db, threadId: number): Promise<TraceRow[]> {
	const rows = await db
		.select()
		.from(conversationTraces)
		.where(eq(conversationTraces.threadId, threadId))
		.orderBy(desc(conversationTraces.version))
		.limit(mostTraces);
	return rows.reverse();
}
