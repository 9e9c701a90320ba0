import type { Db } from "@interurban/db/client";
import { inAscii } from "@interurban/db/in-ascii";
import { type SQL, sql } from "drizzle-orm";
import { gramsShared, isAlike, isUnknown, scored, weighted, worthListing } from "./search.scores.ts";

/** Searches that are kept, as statements that give rows of them. */
export interface KeptSearches {
	/** `query, kind, lexeme, weight, word, unless`: what each looks up, see `QueryTerm`. */
	terms: SQL;
	/** `query, best, thousandth`: see `Rivals`. */
	rivals: SQL;
}

/** Sums of the same numbers in another order differ a little. */
const tolerance = 0.999;

/**
 * The kept searches that may find one of some documents. The others do not, since what they found at the first and at the
 * thousandth place scores too much more than these, as things stand now; a word that no document has may stand for any
 * that is spelled like it. One statement, however many searches there are.
 */
export async function listMayFind(
	db: Db,
	{ terms, rivals }: KeptSearches,
	documents: readonly number[],
): Promise<number[]> {
	const given = sql`${sql.param([...documents])}::integer[]`;
	const rows = await db.execute<{ query: number }>(sql`
		with kept as materialized (${terms}),
		held as materialized (
			select d.id as document, t.id as term, t.kind, t.lexeme, t.spelled, p.weight
			from search_documents d
			cross join unnest(d.terms) as held (term)
			join search_terms t on t.id = held.term
			cross join lateral (
				select weight from search_postings where (term, document) = (t.id, d.id) offset 0
			) p
			where d.id = any(${given})
		),
		near as materialized (
			select distinct query from (
				select query, document, kept.kind from kept join held using (lexeme, kind)
			) shared
			group by query, document
			having sum(case kind when 'gram' then 1 else ${gramsShared}::integer end) >= ${gramsShared}::integer
		),
		there as (
			select query, word, kind from kept where kind <> 'gram' and exists (
				select from search_terms t where (t.lexeme, t.kind) = (kept.lexeme, kept.kind)
			)
		),
		unknown as materialized (
			select query, lexeme, ${inAscii(sql`lexeme`)} as spelled from kept wanted ${isUnknown(sql`there`)}
		),
		misspelled as materialized (
			select ours.lexeme
			from (
				select lexeme, spelled, unnest(show_trgm(spelled)) as part
				from (select distinct lexeme, spelled from unknown) u
			) ours
			join (
				select lexeme, spelled, unnest(show_trgm(spelled)) as part
				from (select distinct lexeme, spelled from held where kind = 'stem') h
			) theirs using (part)
			group by ours.lexeme, ours.spelled, theirs.lexeme, theirs.spelled
			having count(*) > 1 and ${isAlike(sql`theirs`, sql`ours`)}
		),
		rivals as materialized (select * from (${rivals}) rivals where query in (select query from near)),
		${weighted(sql`select * from kept where query in (select query from near)`, { expand: false })},
		matched as materialized (
			${scored(
				sql`query, document`,
				sql`
					select query, document, word, is_gram, points, t.weight * held.weight as weight
					from weighted t join held on held.term = t.id and held.weight >= t.least
					union all
					select query, r.document, word, is_gram, points, t.weight * p.weight
					from weighted t
					join (select query, unnest(array[best, thousandth]) as document from rivals) r using (query)
					cross join lateral (
						select weight from search_postings
						where (term, document) = (t.id, r.document) and weight >= t.least offset 0
					) p
					where r.document <> all(${given})`,
			)}
		)
		select query::float8 as query from (
			select query from unknown where lexeme in (select lexeme from misspelled)
			union
			select query
			from matched join rivals using (query)
			group by query
			having max(score) filter (where document = any(${given})) >= ${tolerance}::float8 * greatest(
				coalesce(max(score) filter (where document = best), 0) * ${worthListing.share}::float8,
				least(
					coalesce(max(score) filter (where document = best), 0) * ${worthListing.shareBehind}::float8,
					coalesce(max(score) filter (where document = thousandth), 0)
				)
			)
		) found
		order by query`);
	return rows.map(({ query }) => query);
}
