import type { Db } from "@interurban/db/client";
import { locks } from "@interurban/db/locks";
import { sql } from "drizzle-orm";
import { forgetTerms } from "./search.store.ts";

/** Changes of documents that are counted in one transaction. */
const atOnce = 1000;

/**
 * Counts in how many documents each term is, folds the counts of facets, and forgets terms that no document has any more. A
 * job for every now and then: rankings shift a little, nothing else depends on it. Costs as much as has changed since.
 */
export async function refreshStatistics(db: Db): Promise<void> {
	while ((await db.transaction(countChanges)) === atOnce);
	await db.transaction(async (tx) => {
		await holdStatistics(tx);
		await tx.execute(sql`
			with folded as (
				delete from search_counts where (kind, value) in (
					select kind, value from search_counts group by kind, value
					having count(*) > 1 or sum(documents) = 0
				)
				returning *
			)
			insert into search_counts (kind, value, documents)
			select kind, value, sum(documents) from folded group by kind, value having sum(documents) <> 0`);
	});
	await db.transaction((tx) => forgetTerms(tx));
}

/** Nobody else counts until the transaction is over. */
const holdStatistics = (tx: Db) => tx.execute(sql`select pg_advisory_xact_lock(${locks.statistics})`);

/**
 * Brings some changes of documents into the counts of their terms.
 * @returns how many; 0 when all is counted
 */
export async function countChanges(tx: Db): Promise<number> {
	await holdStatistics(tx);
	const [row] = await tx.execute<{ taken: number }>(sql`
		with taken as (
			delete from search_term_changes
			where id in (select id from search_term_changes order by id limit ${atOnce}::integer)
			returning gained, lost
		),
		steps as (
			select term, sum(step) as step from (
				select unnest(gained) as term, 1 as step from taken
				union all select unnest(lost), -1 from taken
			) each
			group by term having sum(step) <> 0
		),
		counted as (
			update search_terms t set df = t.df + steps.step from steps where t.id = steps.term
		)
		select count(*)::integer as taken from taken`);
	return row?.taken ?? 0;
}

/**
 * Counts all documents of some terms, whatever was counted before; changes that are still to be counted count later.
 * @param terms the ids after one, up to another
 */
export async function recountTerms(tx: Db, terms: { after: number; upTo: number }): Promise<void> {
	await holdStatistics(tx);
	await tx.execute(sql`
		with wanted as (
			select id, df from search_terms where id > ${terms.after}::integer and id <= ${terms.upTo}::integer
		),
		held as (
			select term, count(*) as n from search_postings
			where term > ${terms.after}::integer and term <= ${terms.upTo}::integer group by term
		),
		uncounted as (
			select term, sum(step) as n from (
				select unnest(gained) as term, 1 as step from search_term_changes
				union all select unnest(lost), -1 from search_term_changes
			) each
			group by term
		)
		update search_terms t set df = coalesce(held.n, 0) - coalesce(uncounted.n, 0)
		from wanted
		left join held on held.term = wanted.id
		left join uncounted on uncounted.term = wanted.id
		where t.id = wanted.id and t.df <> coalesce(held.n, 0) - coalesce(uncounted.n, 0)`);
}

/** Counts the facets of all documents anew. */
export async function recountFacets(tx: Db): Promise<void> {
	await holdStatistics(tx);
	await tx.execute(sql`
		with gone as (delete from search_counts)
		insert into search_counts (kind, value, documents)
		select kind, value, count(*)
		from search_documents, unnest(array_append(facets, '')) as value
		group by kind, value`);
}
