import type { Db } from "@interurban/db/client";
import { locks } from "@interurban/db/locks";
import { type SQL, sql } from "drizzle-orm";
import type { Posting } from "./postings.ts";

type Term = Pick<Posting, "kind" | "lexeme">;
export const termKey = ({ kind, lexeme }: Term): string => `${lexeme} ${kind}`;

/**
 * The ids of terms by `termKey`. New ones are written in one order by all, so that two writers who meet the same ones wait
 * for one another and do not deadlock.
 */
export async function findOrAddTerms(db: Db, wanted: readonly Term[]): Promise<Map<string, number>> {
	const unique = [...new Map(wanted.map((term) => [termKey(term), term])).values()];
	await db.execute(sql`select pg_advisory_xact_lock_shared(${locks.vocabulary})`);
	const ids = await findTerms(db, unique);
	const missing = unique
		.filter((term) => !ids.has(termKey(term)))
		.sort((one, other) => (termKey(one) < termKey(other) ? -1 : 1));
	if (missing.length === 0) return ids;
	const added = await db.execute<Term & { id: number }>(sql`
		insert into search_terms (kind, lexeme)
		select kind, lexeme from ${unnest({ kind: "text", lexeme: "text" }, missing)} as missing (kind, lexeme)
		on conflict do nothing
		returning kind, lexeme, id`);
	for (const term of added) ids.set(termKey(term), term.id);
	// Those that somebody else added in this moment.
	const others = missing.filter((term) => !ids.has(termKey(term)));
	return others.length === 0 ? ids : new Map([...ids, ...(await findTerms(db, others))]);
}

async function findTerms(db: Db, wanted: readonly Term[]): Promise<Map<string, number>> {
	const [found] = await db.execute<{ ids: number[] }>(sql`
		select array(
			select coalesce((select id from search_terms t where (t.lexeme, t.kind) = (wanted.lexeme, wanted.kind)), 0)
			from ${unnest({ kind: "text", lexeme: "text" }, wanted)} with ordinality as wanted (kind, lexeme, place)
			order by place
		) as ids`);
	const ids = new Map<string, number>();
	for (const [at, id] of (found?.ids ?? []).entries()) if (id > 0) ids.set(termKey(wanted[at] as Term), id);
	return ids;
}

/** What documents hold, or held. */
export interface Held {
	document: number;
	terms: readonly number[];
}

/**
 * Brings the postings of documents to exactly these rows, touching only what differs.
 * @param before what those hold that may have postings already
 */
export async function replacePostings(
	db: Db,
	before: readonly Held[],
	rows: readonly { document: number; term: number; weight: number }[],
): Promise<void> {
	// In the order of the index: what lies close together is written together.
	const sorted = [...rows].sort((one, other) => one.term - other.term || one.document - other.document);
	const wanted = sql`wanted (document, term, weight) as materialized (
		select * from ${unnest({ document: "integer", term: "integer", weight: "real" }, sorted)}
	)`;
	if (before.length > 0)
		await db.execute(sql`
			with ${wanted},
			lost as (
				delete from search_postings
				where ctid = any(array(${storedAt(
					before,
					sql`
					and (p.document, p.term, p.weight) not in (select document, term, weight from wanted)`,
				)}))
				returning term
			)
			${noteChanges({ lost: true })}`);
	const isMissing = sql`where (
		select p.ctid from search_postings p where (p.term, p.document) = (wanted.term, wanted.document) limit 1
	) is null`;
	await db.execute(sql`
		with ${wanted},
		gained as (
			insert into search_postings (document, term, weight)
			select document, term, weight from wanted ${before.length > 0 ? isMissing : sql``}
			returning term
		)
		${noteChanges({ gained: true })}`);
}

/** Removes all postings of documents. */
export async function removePostings(db: Db, held: readonly Held[]): Promise<void> {
	await db.execute(sql`
		with lost as (
			delete from search_postings where ctid = any(array(${storedAt(held)}))
			returning term
		)
		${noteChanges({ lost: true })}`);
}

/**
 * Where postings are stored, in the order of the index. Each is looked up by itself, which `offset 0` makes sure of: as a
 * plain join the planner would read through all postings of an index of some thousand documents.
 */
function storedAt(of: readonly Held[], condition = sql``): SQL {
	const rows = of.flatMap(({ document, terms }) => terms.map((term) => ({ document, term })));
	return sql`
		select stored.ctid
		from ${unnest({ document: "integer", term: "integer" }, rows)} as held (document, term)
		cross join lateral (
			select p.ctid from search_postings p
			where (p.term, p.document) = (held.term, held.document) ${condition}
			offset 0
		) stored
		order by held.term, held.document`;
}

/** Leaves word of the terms of a statement's `gained` or `lost` for `refreshStatistics`. */
function noteChanges(of: { gained: true } | { lost: true }): SQL {
	const name = sql.raw(Object.keys(of)[0] as string);
	const none = sql`'{}'::integer[]`;
	const terms = sql`(select array_agg(term) from ${name})`;
	return sql`
		insert into search_term_changes (gained, lost)
		select ${"gained" in of ? terms : none}, ${"lost" in of ? terms : none}
		where exists (select from ${name})`;
}

/**
 * Forgets the terms that no document has any more, so that nothing of a withdrawn text is left. Leaves it for another time
 * while somebody is writing: a term that was just looked up must not go.
 * @param terms only those with ids after one, up to another; without, those that the last count found in no document
 */
export async function forgetTerms(tx: Db, terms?: { after: number; upTo: number }): Promise<boolean> {
	const [lock] = await tx.execute<{ mine: boolean }>(
		sql`select pg_try_advisory_xact_lock(${locks.vocabulary}) as mine`,
	);
	if (!lock?.mine) return false;
	await tx.execute(sql`
		delete from search_terms t
		where ${terms ? sql`t.id > ${terms.after}::integer and t.id <= ${terms.upTo}::integer` : sql`t.df <= 0`}
			and not exists (select from search_postings p where p.term = t.id)`);
	return true;
}

/** For how many days a document that changes may come to be what somebody waits for. */
const newFor = 14;

/** Has the alerts look at documents, as long as these are new. */
export async function tellAlerts(db: Db, documents: readonly number[]): Promise<void> {
	await db.execute(sql`
		insert into search_changes (document)
		select id from search_documents
		where id = any(${sql.param([...documents])}::integer[]) and added_at > now() - make_interval(days => ${newFor})`);
}

/** Rows as one array a column, so that a statement's text is the same for any number of them. */
function unnest<K extends string>(
	columns: Record<K, string>,
	rows: readonly { [name in K]: unknown }[],
): SQL {
	const names = Object.keys(columns) as K[];
	const arrays = names.map(
		(name) => sql`${sql.param(rows.map((row) => row[name]))}::${sql.raw(columns[name])}[]`,
	);
	return sql`unnest(${sql.join(arrays, sql`, `)})`;
}
