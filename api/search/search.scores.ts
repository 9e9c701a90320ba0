import { type SQL, sql } from "drizzle-orm";
import type { QueryTerm } from "./query-terms.ts";

/**
 * A document is found when it scores at least this share of the best one; the rest shares a syllable or an everyday word
 * with the query. Behind many better ones it must score half as much as the best.
 */
const worthListing = { share: 0.15, behind: 1000, shareBehind: 0.5, most: 5000 };
/** Grams that a document without any of the words must share with them: fewer are a coincidence. */
const gramsShared = 3;
/** Postings read to find documents, rarest terms first; the rarest is read whole in any case. */
const postingsRead = { stem: 40_000, gram: 10_000 };
/** The best documents in which the more common words are looked for, too. */
const refined = 500;
/** Scores are whole numbers of this, so that they compare exactly from one page to the next. */
const scoreUnit = 0.0001;

/**
 * `scores (document, score)`: what fits the terms, each with Σ weight × idf × posting weight. How many documents hold a
 * term is known from the last count; a term that came later is taken for a rare one.
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
				case kind when 'gram' then 1 else ${gramsShared}::integer end as points,
				sum(df) over rarest <= greatest(
					case kind when 'gram' then ${postingsRead.gram}::float8 else ${postingsRead.stem}::float8 end,
					min(df) over rarest
				) as rare
			from asked
			cross join (select coalesce(sum(documents), 0)::float8 as documents from search_counts where value = '') n
			window rarest as (partition by kind order by df, id)
		),
		matched as materialized (
			select p.document, sum(p.weight * t.weight) as score
			from weighted t
			cross join lateral (select document, weight from search_postings where term = t.id offset 0) p
			where t.rare
			group by p.document
			having sum(t.points) >= ${gramsShared}::integer
		),
		top as (select max(score) as score from matched),
		worthy as materialized (
			select m.document, m.score, row_number() over () as place, top.score as top
			from top, lateral (
				select document, score from matched
				where score >= top.score * ${worthListing.share}::float8
				order by score desc, document
				limit ${worthListing.most}::integer
			) m
		),
		scores as materialized (
			select document, round((score + coalesce(more, 0)) / ${scoreUnit}::float8)::integer as score
			from worthy
			cross join lateral (
				select sum(p.weight * t.weight) as more
				from weighted t
				join search_postings p on (p.document, p.term) = (worthy.document, t.id)
				where place <= ${refined}::integer and t.kind = 'stem' and not t.rare
			) common
			where place <= ${worthListing.behind}::integer or score >= top * ${worthListing.shareBehind}::float8
		),`;
}
