import type { Db } from "@interurban/db/client";
import { locks } from "@interurban/db/locks";
import { alertHits, alerts, alertTerms } from "@interurban/db/schema/alerts";
import { searchChanges } from "@interurban/db/schema/search";
import { asc, eq, gt, inArray, lt, sql } from "drizzle-orm";
import { listMayFind, type Rivals } from "../finding.ts";
import { type AlertRow, type AlertTerm, insertTerms } from "./alerts.queries.ts";

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

/** Alerts that may find one of some documents: those without words, and those whose search may find one. */
export async function listCandidates(db: Db, documents: readonly number[]): Promise<number[]> {
	const found = await listMayFind(
		db,
		{
			terms: sql`select alert_id as query, kind, lexeme, weight, word, unless from alert_terms`,
			rivals: sql`select id as query, best, thousandth from alerts`,
		},
		documents,
	);
	const others = await db.execute<{ id: number }>(sql`
		select id::float8 as id from alerts a where not exists (select from alert_terms where alert_id = a.id) order by id`);
	return [...found, ...others.map(({ id }) => id)];
}

export type Candidate = Pick<
	AlertRow,
	"id" | "language" | "question" | "chosen" | "ownFirst" | "best" | "thousandth"
> & {
	/** Languages in its owner's profile, BCP 47. */
	spoken: string[];
};

/**
 * Some alerts, but not those made after all of some documents could be found already; a minute stands for slow
 * transactions.
 */
export async function readCandidates(
	db: Db,
	ids: readonly number[],
	documents: readonly number[],
): Promise<Candidate[]> {
	const rows = await db.execute<Candidate & Record<string, unknown>>(sql`
		select a.id::float8 as id, a.language, a.question, a.chosen, a.own_first as "ownFirst", a.best, a.thousandth,
			array(select language from person_languages l where l.person_id = a.person_id) as spoken
		from alerts a
		where a.id = any(${sql.param([...ids])}::bigint[])
			and a.created_at < interval '1 minute' + (
				select max(added_at) from search_documents where id = any(${sql.param([...documents])}::integer[])
			)`);
	return [...rows];
}

export const updateRivals = (db: Db, id: number, rivals: Rivals) =>
	db.update(alerts).set(rivals).where(eq(alerts.id, id));

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

export const listTerms = (db: Db, ids: readonly number[]) =>
	db
		.select()
		.from(alertTerms)
		.where(inArray(alertTerms.alertId, [...ids]));

export async function replaceTerms(tx: Db, id: number, terms: readonly AlertTerm[]): Promise<void> {
	await tx.delete(alertTerms).where(eq(alertTerms.alertId, id));
	await insertTerms(tx, id, terms);
}

export const deleteOldHits = (db: Db, before: Date) =>
	db.delete(alertHits).where(lt(alertHits.foundAt, before));
