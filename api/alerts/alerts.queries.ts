import type { Db } from "@interurban/db/client";
import { type Alert, alerts, alertTerms } from "@interurban/db/schema/alerts";
import { people } from "@interurban/db/schema/people";
import { and, eq, lt, type SQL, sql } from "drizzle-orm";

export type AlertRow = Alert;

/** What an alert looks up, see `QueryTerm`. */
export type AlertTerm = Omit<typeof alertTerms.$inferSelect, "alertId">;

/** More are not counted. */
const mostCounted = 100;

const own = (personId: number, id: number) => and(eq(alerts.id, id), eq(alerts.personId, personId));

/** The hits of an alert `a` that can be found still, as `h`, with their entries in the index as `d`. */
const hitsOfAlert: SQL = sql`alert_hits h
	join search_documents d on (d.kind, d.ref) = (h.kind, h.ref)
	where h.alert_id = a.id`;

/** A person's alerts, the latest first. */
export function listAlerts(db: Db, personId: number): Promise<AlertRow[]> {
	return db
		.select()
		.from(alerts)
		.where(eq(alerts.personId, personId))
		.orderBy(sql`${alerts.createdAt} desc, ${alerts.id} desc`);
}

/** How much of what these found is new to their owners; 0 for those without. */
export async function countNew(db: Db, ids: readonly number[]): Promise<Map<number, number>> {
	const rows = await db.execute<{ id: number; count: number }>(sql`
		select a.id::float8 as id, (
			select count(*)::integer from (
				select from ${hitsOfAlert} and h.found_at > a.looked_at limit ${mostCounted}
			) new
		) as count
		from alerts a where a.id = any(${sql.param([...ids])}::bigint[])`);
	return new Map(rows.map(({ id, count }) => [id, count]));
}

/** How much is new in all alerts of each of some people. */
export async function countNewOf(db: Db, people: readonly number[]): Promise<Map<number, number>> {
	const rows = await db.execute<{ id: number; count: number }>(sql`
		select wanted.id::float8 as id, (
			select count(*)::integer from (
				select from alerts a
				cross join lateral (select from ${hitsOfAlert} and h.found_at > a.looked_at limit ${mostCounted}) new
				where a.person_id = wanted.id
				limit ${mostCounted}
			) new
		) as count
		from unnest(${sql.param([...people])}::bigint[]) as wanted (id)`);
	return new Map(rows.map(({ id, count }) => [id, count]));
}

export interface AlertHitRow extends Record<string, unknown> {
	alertId: number;
	foundAt: string;
	isNew: boolean;
	/** Of the entry in the index. */
	id: number;
	kind: string;
	ref: string;
	language: string;
	publishedAt: string;
}

/** The latest hits of each of some alerts. */
export async function listHits(db: Db, ids: readonly number[], first: number): Promise<AlertHitRow[]> {
	const rows = await db.execute<AlertHitRow>(sql`
		select a.id::float8 as "alertId", latest.*, latest."foundAt" > a.looked_at as "isNew"
		from alerts a
		cross join lateral (
			select h.found_at as "foundAt", d.id, d.kind, d.ref, d.language, d.published_at as "publishedAt"
			from ${hitsOfAlert} order by h.found_at desc, d.published_at desc, d.id desc limit ${first}
		) latest
		where a.id = any(${sql.param([...ids])}::bigint[])
		order by a.id, latest."foundAt" desc, latest."publishedAt" desc, latest.id desc`);
	return [...rows];
}

/** A person's alert for a search, or null. */
export async function findAlertFor(
	db: Db,
	personId: number,
	search: Pick<AlertRow, "language" | "question" | "chosen" | "ownFirst">,
): Promise<AlertRow | null> {
	const { language, question, chosen, ownFirst } = search;
	const [row] = await db
		.select()
		.from(alerts)
		.where(
			and(
				eq(alerts.personId, personId),
				eq(alerts.language, language),
				sql`md5(${alerts.question}) = md5(${question})`,
				sql`md5(${alerts.chosen}::text) = md5(${JSON.stringify(chosen)}::jsonb::text)`,
				eq(alerts.ownFirst, ownFirst),
			),
		);
	return row ?? null;
}

/** How many alerts a person has. Until the transaction ends, nobody else can count or add theirs. */
export async function countAlone(tx: Db, personId: number): Promise<number> {
	await tx.select({ id: people.id }).from(people).where(eq(people.id, personId)).for("no key update");
	return tx.$count(alerts, eq(alerts.personId, personId));
}

export async function insertAlert(
	tx: Db,
	alert: Pick<AlertRow, "personId" | "name" | "language" | "question" | "chosen" | "ownFirst">,
	terms: readonly AlertTerm[],
): Promise<AlertRow> {
	const [row] = (await tx.insert(alerts).values(alert).returning()) as [AlertRow];
	await insertTerms(tx, row.id, terms);
	return row;
}

export async function insertTerms(tx: Db, alertId: number, terms: readonly AlertTerm[]): Promise<void> {
	if (terms.length) await tx.insert(alertTerms).values(terms.map((term) => ({ alertId, ...term })));
}

/** The renamed alert; null when it is not the person's. */
export async function renameAlert(
	db: Db,
	personId: number,
	id: number,
	name: string,
): Promise<AlertRow | null> {
	const [row] = await db.update(alerts).set({ name }).where(own(personId, id)).returning();
	return row ?? null;
}

/** Whether it was there, and the person's. */
export async function deleteAlert(db: Db, personId: number, id: number): Promise<boolean> {
	return (await db.delete(alerts).where(own(personId, id)).returning({ id: alerts.id })).length > 0;
}

/** Notes that a person has seen everything found up to a time; a look never takes another one back. */
export async function updateLookedAt(db: Db, personId: number, until: Date): Promise<void> {
	const time = sql<Date>`least(${until.toISOString()}::timestamptz, now())`;
	await db
		.update(alerts)
		.set({ lookedAt: time })
		.where(and(eq(alerts.personId, personId), lt(alerts.lookedAt, time)));
}
