import { type SQL, sql } from "drizzle-orm";
import type { Facet } from "./facets.ts";
import type { QueryTerm } from "./query-terms.ts";

/**
 * A document is found when it scores at least this share of the best one. The rest shares a syllable or an everyday word
 * with the query; listing or counting it would help nobody.
 */
const worthListing = 0.15;
/** Postings read to find documents, rarest terms first; the rarest is read whole in any case. */
const postingsRead = 60_000;
/** The best documents in which the more common words are looked for, too. */
const refined = 500;
/** Scores are whole numbers of this, so that they compare exactly from one page to the next. */
const scoreUnit = 0.0001;

export type Chosen = readonly { facet: Facet; values: readonly string[] }[];

/**
 * `scores (document, score)`: what fits the terms, each with Σ weight × idf × posting weight. The number of documents and
 * their frequencies are those of the last count; a term that came later is taken for a rare one.
 */
export function scores(terms: readonly QueryTerm[]): SQL {
	const column = <K extends keyof QueryTerm>(name: K, type: string): SQL =>
		sql`${sql.param(terms.map((term) => term[name]))}::${sql.raw(type)}[]`;
	return sql`
		asked as materialized (
			select t.id, asked.kind, asked.weight, greatest(t.df, 1)::float8 as df
			from unnest(${column("kind", "text")}, ${column("lexeme", "text")}, ${column("weight", "float8")})
				as asked (kind, lexeme, weight)
			cross join lateral (
				select id, df from search_terms where (lexeme, kind) = (asked.lexeme, asked.kind) offset 0
			) t
		),
		weighted as materialized (
			select id, kind, weight * ln(1 + (greatest(documents, df) - df + 0.5) / (df + 0.5)) as weight,
				sum(df) over (order by df, id) - df < ${postingsRead}::float8 as rare
			from asked
			cross join (select coalesce(max(value), 0) as documents from search_statistics where name = 'documents') n
		),
		matched as materialized (
			select p.document, sum(p.weight * t.weight) as score
			from weighted t
			cross join lateral (select document, weight from search_postings where term = t.id offset 0) p
			where t.rare
			group by p.document
		),
		worthy as materialized (
			select document, score, row_number() over (order by score desc, document) as place
			from matched
			where score >= ${worthListing}::float8 * (select max(score) from matched)
		),
		scores as materialized (
			select document, round((score + coalesce(more, 0)) / ${scoreUnit}::float8)::integer as score
			from worthy
			left join lateral (
				select sum(p.weight * t.weight) as more
				from weighted t
				join search_postings p on (p.document, p.term) = (worthy.document, t.id)
				where t.kind = 'stem' and not t.rare
			) common on place <= ${refined}::integer
		),`;
}

/**
 * `found`: the documents that fit the chosen facets. `misses` counts the facets that a document does not fit. For counting,
 * those with a single miss are found, too: they are what another choice in that facet would give.
 */
export function found(chosen: Chosen, options: { scored: boolean; counts: boolean }): SQL {
	const fits = chosen.map(({ values }) => sql`d.facets && ${sql.param(values)}::text[]`);
	const misses = fits.map((fit) => sql`(not ${fit})::integer`);
	const missed = fits.map((fit, at) => sql`when not ${fit} then ${chosen[at]?.facet}`);
	const from = options.scored
		? sql`scores s join search_documents d on d.id = s.document`
		: sql`search_documents d`;
	const columns = sql`d.id, d.kind, d.ref, d.language, d.published_at, d.facets,
		${options.scored ? sql`s.score` : sql`0`} as score`;
	if (chosen.length === 0) return sql`select ${columns}, 0 as misses, null as missed from ${from}`;
	if (!options.counts)
		return sql`select ${columns}, 0 as misses, null as missed from ${from} where ${sql.join(fits, sql` and `)}`;
	return sql`
		select * from (
			select ${columns}, ${sql.join(misses, sql` + `)} as misses, case ${sql.join(missed, sql` `)} end as missed
			from ${from}
		) d where misses <= 1`;
}

/** The best or newest of `found` after the keys of a cursor, as JSON. */
export function hits(
	sort: "relevance" | "newest",
	after: readonly (string | number)[] | null,
	limit: number,
): SQL {
	const key = sort === "newest" ? sql`published_at` : sql`score`;
	const type = sort === "newest" ? sql`timestamptz` : sql`float8`;
	const rest = after ? sql`and (${key}, id) < (${after[0]}::${type}, ${after[1]}::float8)` : sql``;
	return sql`(
		select coalesce(jsonb_agg(to_jsonb(hit) order by hit.key desc, hit.id desc), '[]') from (
			select id, kind, ref, language, published_at, score, ${key} as key
			from found where misses = 0 ${rest}
			order by ${key} desc, id desc limit ${limit}::integer
		) hit
	)`;
}

/** How many of `found` each facet value would leave, as JSON. */
export const facetCounts = (): SQL => sql`(
	select coalesce(jsonb_agg(to_jsonb(counted)), '[]') from (
		select value, count(*)::integer as count
		from found cross join lateral unnest(facets) as value
		where misses = 0 or starts_with(value, missed || ':')
		group by value
	) counted
)`;
