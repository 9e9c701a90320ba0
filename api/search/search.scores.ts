import { type SQL, sql } from "drizzle-orm";
import type { QueryTerm } from "./query-terms.ts";

/**
 * A document is found when it scores at least this share of the best one; the rest shares a syllable or an everyday word
 * with the query. Behind many better ones it must score half as much as the best.
 */
const worthListing = { share: 0.15, behind: 1000, shareBehind: 0.5, most: 5000 };
/** Grams that a document without any of the words must share with them: fewer are a coincidence. */
const gramsShared = 3;
/** Of a word that a document has, what those of its grams add that it shares. */
const gramsAdd = 0.5;
/** Postings read to find documents, rarest words first; the rarest is read whole in any case. */
const postingsRead = { word: 40_000, gram: 10_000 };
/** The best documents in which the more common words are looked for, too. */
const refined = 500;
/** Scores are whole numbers of this, so that they compare exactly from one page to the next. */
export const scoreUnit = 0.0001;
/** Words that are spelled like one which no document has: so many, counting so much. */
const alike = { most: 6, counts: 0.5 };

/**
 * `scores (document, score)`: what fits the terms. Of each word of the query the best counts that a document has of it: the
 * word itself, an equivalent or its grams, each with weight × idf × posting weight. A word that no document has is taken
 * for those that are spelled like it or begin with it. How many documents hold a term is known from the last count; a
 * term that came later is taken for a rare one.
 */
export function scores(terms: readonly QueryTerm[]): SQL {
	const column = <K extends keyof QueryTerm>(name: K, type: string): SQL =>
		sql`${sql.param(terms.map((term) => term[name]))}::${sql.raw(type)}[]`;
	return sql`
		wanted as materialized (
			select wanted.*, t.id, t.df
			from unnest(
				${column("kind", "text")}, ${column("lexeme", "text")}, ${column("weight", "float8")},
				${column("word", "integer")}, ${column("unless", "text")}
			) as wanted (kind, lexeme, weight, word, unless)
			left join lateral (
				select id, df from search_terms where (lexeme, kind) = (wanted.lexeme, wanted.kind) offset 0
			) t on true
		),
		known as (select kind, lexeme, word from wanted where id is not null),
		asked as materialized (
			select id, kind, word, weight, greatest(df, 1)::float8 as df
			from wanted
			where id is not null and (unless is null or (unless, 'stem') not in (select lexeme, kind from known))
			union all
			select t.id, 'stem', unknown.word, unknown.weight * ${alike.counts}::float8, greatest(t.df, 1)::float8
			from (
				select lexeme, word, weight from wanted
				where kind = 'stem' and length(lexeme) > 2 and unless is null
					and word not in (select word from known where kind <> 'gram')
			) unknown
			cross join lateral (
				select id, df from search_terms
				where kind = 'stem' and (lexeme % unknown.lexeme or lexeme like unknown.lexeme || '%')
				order by lexeme like unknown.lexeme || '%' desc, similarity(lexeme, unknown.lexeme) desc
				limit ${alike.most}::integer
			) t
		),
		weighted as materialized (
			select id, kind = 'gram' as is_gram, word,
				weight * ln(1 + (greatest(documents, df) - df + 0.5) / (df + 0.5)) as weight,
				case kind when 'gram' then 1 else ${gramsShared}::integer end as points,
				sum(df) over rarest <= greatest(
					case kind when 'gram' then ${postingsRead.gram}::float8 else ${postingsRead.word}::float8 end,
					min(reach) over rarest
				) as rare
			from (
				select *, case kind when 'gram' then df else sum(df) over (partition by kind = 'gram', word) end as reach
				from asked
			) asked
			cross join (select coalesce(sum(documents), 0)::float8 as documents from search_counts where value = '') n
			window rarest as (
				partition by kind = 'gram' order by reach, case kind when 'gram' then id else word end
			)
		),
		matched as materialized (
			select document, sum(greatest(of_words + ${gramsAdd}::float8 * of_grams, of_grams)) as score
			from (
				select p.document, t.word, sum(t.points) as points,
					coalesce(max(p.weight * t.weight) filter (where not is_gram), 0) as of_words,
					coalesce(sum(p.weight * t.weight) filter (where is_gram), 0) as of_grams
				from weighted t
				cross join lateral (select document, weight from search_postings where term = t.id offset 0) p
				where t.rare
				group by p.document, t.word
			) each
			group by document
			having sum(points) >= ${gramsShared}::integer
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
		common as materialized (select id, word, weight from weighted where not is_gram and not rare),
		added as (
			select document, sum(of_word) as score from (
				select w.document, common.word, max(p.weight * common.weight) as of_word
				from worthy w
				cross join common
				cross join lateral (
					select weight from search_postings where (term, document) = (common.id, w.document) offset 0
				) p
				where w.place <= ${refined}::integer
				group by w.document, common.word
			) each
			group by document
		),
		scores as materialized (
			select document, round((worthy.score + coalesce(added.score, 0)) / ${scoreUnit}::float8)::integer as score
			from worthy
			left join added using (document)
			where place <= ${worthListing.behind}::integer or worthy.score >= top * ${worthListing.shareBehind}::float8
		),`;
}
