import type { Db } from "@interurban/db/client";
import { locks } from "@interurban/db/locks";
import { alertHits, alerts } from "@interurban/db/schema/alerts";
import { searchChanges } from "@interurban/db/schema/search";
import { asc, eq, gt, inArray, lt, sql } from "drizzle-orm";
import type { AlertRow } from "./alerts.queries.ts";

/** Whether no other process matches; none does until the transaction ends. */
export async function isAlone(tx: Db): Promise<boolean> {
	const [lock] = await tx.execute<{ mine: boolean }>(
		sql`select pg_try_advisory_xact_lock(${locks.alerts}) as mine`,
	);
	return lock?.mine === true;
}

/** The oldest notes of documents that were added or have changed. */
export function listChanges(db: Db, first: number): Promise<{ id: number; document: number }[]> {
	return db.select().from(searchChanges).orderBy(asc(searchChanges.id)).limit(first);
}

export const deleteChanges = (db: Db, ids: readonly number[]) =>
	db.delete(searchChanges).where(inArray(searchChanges.id, [...ids]));

export type Candidate = Pick<AlertRow, "id" | "language" | "question" | "chosen" | "ownFirst"> & {
	/** Languages in its owner's profile, BCP 47. */
	spoken: string[];
};

/**
 * Alerts that may find one of some documents: that have no words, or a word or a part of one in common with them. Those
 * made after all of the documents could be found already are left out; a minute stands for slow transactions.
 * @returns by id
 */
export async function listCandidates(
	db: Db,
	documents: readonly number[],
	after: number,
	first: number,
): Promise<Candidate[]> {
	const rows = await db.execute<Candidate & Record<string, unknown>>(sql`
		with new as materialized (
			select max(added_at) as added_at from search_documents where id = any(${sql.param([...documents])}::integer[])
		), their as materialized (
			select coalesce(array_agg(distinct t.kind || ' ' || t.lexeme), '{}') as terms
			from search_documents d, unnest(d.terms) as term join search_terms t on t.id = term
			where d.id = any(${sql.param([...documents])}::integer[])
		)
		select a.id::float8 as id, a.language, a.question, a.chosen, a.own_first as "ownFirst",
			array(select language from person_languages l where l.person_id = a.person_id) as spoken
		from alerts a
		where a.id > ${after}
			and a.created_at < (select added_at from new) + interval '1 minute'
			and (a.terms = '{}' or a.terms && (select terms from their))
		order by a.id limit ${first}`);
	return [...rows];
}

/**
 * Notes what an alert found of what could not be found yet when it was made, once.
 * @param documents ids of the entries in the index
 */
export async function addHits(db: Db, alertId: number, documents: readonly number[]): Promise<void> {
	await db.execute(sql`
		insert into alert_hits (alert_id, kind, ref)
		select a.id, d.kind, d.ref
		from alerts a
		join search_documents d on d.added_at > a.created_at - interval '1 minute'
		where a.id = ${alertId} and d.id = any(${sql.param([...documents])}::integer[])
		on conflict do nothing`);
}

/** All alerts by id, for a walk through them. */
export const listAllAfter = (db: Db, after: number, first: number): Promise<AlertRow[]> =>
	db.select().from(alerts).where(gt(alerts.id, after)).orderBy(asc(alerts.id)).limit(first);

export const updateTerms = (db: Db, id: number, terms: string[]) =>
	db.update(alerts).set({ terms }).where(eq(alerts.id, id));

export const deleteOldHits = (db: Db, before: Date) =>
	db.delete(alertHits).where(lt(alertHits.foundAt, before));
