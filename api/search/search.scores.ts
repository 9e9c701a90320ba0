import { inAscii } from "@interurban/db/in-ascii";
import { type SQL, sql } from "drizzle-orm";
import type { QueryTerm } from "./query-terms.ts";

/**
 * A document is found when it scores at least this share of the best one; the rest shares a syllable or an everyday word
 * with the query. Behind many better ones it must score half as much as the best.
 */
export const worthListing = { share: 0.15, behind: 1000, shareBehind: 0.5, most: 5000 };
/** Grams that a document without any of the words must share with them: fewer are a coincidence. */
export const gramsShared = 3;
/** Of a word that a document has, what those of its grams add that it shares. */
const gramsAdd = 0.5;
/**
 * Postings read to find documents, rarest words first; the rarest is read in any case. Of words that are too common for
 * that, only those documents are read of which the word says much.
 */
const postingsRead = { word: 20_000, commonWord: 80_000, gram: 5_000 };
const saysMuch = 1.6;
/** The best documents in which the more common words are looked for, too. */
const refined = 200;
/** Scores are whole numbers of this, so that they compare exactly from one page to the next. */
export const scoreUnit = 0.0001;
/**
 * Words that are spelled like one which no document has: so many, counting so much. Words of other scripts than Latin, and
 * Arabic ones above all, share more trigrams by chance; they must be so similar.
 */
const alike = { most: 6, counts: 0.5, inOtherScripts: 0.4 };

/** `wanted (query, kind, lexeme, weight, word, unless)` as rows of a statement; all are of query 0. */
function wantedIn(terms: readonly QueryTerm[]): SQL {
	const column = <K extends keyof QueryTerm>(name: K, type: string): SQL =>
		sql`${sql.param(terms.map((term) => term[name]))}::${sql.raw(type)}[]`;
	return sql`
		select 0 as query, wanted.*
		from unnest(
			${column("kind", "text")}, ${column("lexeme", "text")}, ${column("weight", "float8")},
			${column("word", "integer")}, ${column("unless", "text")}
		) as wanted (kind, lexeme, weight, word, unless)`;
}

/** Narrows `wanted` to stems of words of which no document has any. @param known a table of the terms that there are */
export const isUnknown = (known: SQL): SQL => sql`
	where wanted.kind = 'stem' and length(wanted.lexeme) > 2 and wanted.unless is null and not exists (
		select from ${known} known where (known.query, known.word) = (wanted.query, wanted.word) and known.kind <> 'gram'
	)`;

/** Whether a row of `lexeme, spelled` stands for one that no document has: nearly the same in the same letters. */
export function isAlike(known: SQL, unknown: SQL): SQL {
	const isLatin = (row: SQL) => sql`(${row}.lexeme = ${row}.spelled)`;
	return sql`
		(
			${known}.spelled like ${unknown}.spelled || '%'
			or ${known}.spelled % ${unknown}.spelled and (
				${isLatin(known)} or similarity(${known}.spelled, ${unknown}.spelled) >= ${alike.inOtherScripts}::float8
			)
		) and ${isLatin(known)} = ${isLatin(unknown)}`;
}

/** For words that no document has, those that are spelled like them. */
const spelledAlike = sql`
		union all
		select unknown.query, t.id, 'stem', unknown.word, unknown.weight * ${alike.counts}::float8, greatest(t.df, 1)::float8
		from (
			select query, lexeme, ${inAscii(sql`lexeme`)} as spelled, word, weight from wanted ${isUnknown(sql`known`)}
		) unknown
		cross join lateral (
			select id, df from search_terms near
			where kind = 'stem' and ${isAlike(sql`near`, sql`unknown`)}
			order by near.spelled like unknown.spelled || '%' desc, similarity(near.spelled, unknown.spelled) desc
			limit ${alike.most}::integer
		) t`;

/**
 * `weighted (query, id, is_gram, word, weight, points, least)`: the terms that are looked up, with weight × idf, and the least
 * weight of postings that are read of each; null where none are. A word that no document has is taken for those that are
 * spelled like it or begin with it. How many documents hold a term is known from the last count; a term that came later is
 * taken for a rare one.
 * @param wanted rows of `query, kind, lexeme, weight, word, unless`, see `QueryTerm`
 * @param options.expand whether words that no document has are taken for others
 */
export const weighted = (wanted: SQL, { expand = true } = {}): SQL => sql`
	wanted as materialized (
		select wanted.*, t.id, t.df
		from (${wanted}) wanted
		left join lateral (
			select id, df from search_terms where (lexeme, kind) = (wanted.lexeme, wanted.kind) offset 0
		) t on true
	),
	known as (select query, kind, lexeme, word from wanted where id is not null),
	asked as materialized (
		select query, id, kind, word, weight, greatest(df, 1)::float8 as df
		from wanted
		where id is not null and not exists (
			select from known where (known.query, lexeme, kind) = (wanted.query, wanted.unless, 'stem')
		)
		${expand ? spelledAlike : sql``}
	),
	weighted as materialized (
		select query, id, kind = 'gram' as is_gram, word,
			weight * ln(1 + (greatest(documents, df) - df + 0.5) / (df + 0.5)) as weight,
			case kind when 'gram' then 1 else ${gramsShared}::float8 end as points,
			case
				when sum(df) over rarest
					<= case kind when 'gram' then ${postingsRead.gram}::float8 else ${postingsRead.word}::float8 end then 0
				when sum(df) over rarest
					<= greatest(case kind when 'gram' then 0 else ${postingsRead.commonWord}::float8 end, min(reach) over rarest)
					then case kind when 'gram' then 0 else ${saysMuch}::float8 end
			end as least
		from (
			select *,
				case kind when 'gram' then df else sum(df) over (partition by query, kind = 'gram', word) end as reach
			from asked
		) asked
		cross join (select coalesce(sum(documents), 0)::float8 as documents from search_counts where value = '') n
		window rarest as (
			partition by query, kind = 'gram' order by reach, case kind when 'gram' then id else word end
		)
	)`;

/**
 * Of each word the best counts that a document has of it: the word itself, an equivalent or its grams.
 * @param key the columns by which to score
 * @param met terms of `weighted` that are met, as rows of the key with `word, is_gram, points, weight`
 */
export const scored = (key: SQL, met: SQL): SQL => sql`
	select ${key}, sum(greatest(of_words + ${gramsAdd}::float8 * of_grams, of_grams)) as score
	from (
		select ${key}, word, sum(points) as points,
			coalesce(max(weight) filter (where not is_gram), 0) as of_words,
			coalesce(sum(weight) filter (where is_gram), 0) as of_grams
		from (${met}) met
		group by ${key}, word
	) each
	group by ${key}
	having sum(points) >= ${gramsShared}::float8`;

/** `scores (document, score)`: what fits the terms. */
export const scores = (terms: readonly QueryTerm[]): SQL => sql`
	${weighted(wantedIn(terms))},
	matched as materialized (
		${scored(
			sql`document`,
			sql`
				select p.document, word, is_gram, points, t.weight * p.weight as weight
				from weighted t
				cross join lateral (
					select document, weight from search_postings where term = t.id and weight >= t.least offset 0
				) p`,
		)}
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
	common as materialized (
		select id, word, weight, least from weighted where not is_gram and least is distinct from 0
	),
	added as (
		select document, sum(of_word - found_by) as score from (
			select w.document, common.word, max(p.weight * common.weight) as of_word,
				coalesce(max(p.weight * common.weight) filter (where p.weight >= least), 0) as found_by
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

/** Columns of a statement with `scores`: the documents that it found at the first and at the last sure place. */
export const rivals: SQL = sql`
	, (select document from worthy where place = 1) as best,
	(select document from worthy where place = ${worthListing.behind}::integer) as thousandth`;
