import { stemsOf, wordsOf } from "@interurban/api/search/terms";
import type { Pool } from "@interurban/db/client";
import { sql } from "drizzle-orm";
import type { ScaleQuery } from "./practices.ts";

/** Dictionaries that PostgreSQL brings; it has none for Ukrainian. */
const configs = sql`case language when 'en' then 'english' when 'de' then 'german' when 'fr' then 'french'
	when 'es' then 'spanish' when 'ar' then 'arabic' else 'simple' end::regconfig`;

/**
 * PostgreSQL's own full-text search over the table `texts`, which it takes the place of.
 * @returns false where it is there already
 */
export async function makeFullText(db: Pool): Promise<boolean> {
	const [row] = await db.execute<{ wanted: boolean }>(sql`select to_regclass('texts') is not null as wanted`);
	if (!row?.wanted) return false;
	await db.execute(sql`drop table if exists full_texts`);
	await db.execute(sql`
		create table full_texts as
		select id, setweight(to_tsvector(${configs}, title), 'A') || to_tsvector(${configs}, body) as words from texts`);
	await db.execute(sql`create index full_texts_words on full_texts using gin (words)`);
	await db.execute(sql`drop table texts`);
	return true;
}

const matched = ({ text, language }: ScaleQuery) => sql`
	asked as materialized (
		select replace(plainto_tsquery(${configs}, ${text})::text, '&', '|')::tsquery as query
		from (select ${language}::text as language) reader
	),
	matched as materialized (
		select id, ts_rank(words, query, 1) as score from full_texts, asked where words @@ query
	)`;

/** The 20 best of those that have any of the words, by ts_rank. */
export const fullText = (db: Pool, query: ScaleQuery) =>
	db.execute(sql`with ${matched(query)} select id from matched order by score desc, id limit 20`);

/** The same, with all facets of what matches counted. */
export const fullTextWithFacets = (db: Pool, query: ScaleQuery) =>
	db.execute(sql`
		with ${matched(query)}
		select (select jsonb_agg(id) from (select id from matched order by score desc, id limit 20) best),
			(select jsonb_object_agg(value, count) from (
				select value, count(*) from matched join search_documents using (id), unnest(facets) as value group by value
			) counted)`);

/** Plain BM25 over the same postings: the words' own stems, the 20 best. */
export function plainBm25(db: Pool, { text, language }: ScaleQuery) {
	const stems = stemsOf(wordsOf(text, language), language);
	return db.execute(sql`
		select p.document
		from unnest(${sql.param([...new Set(stems)])}::text[]) as asked (lexeme)
		join search_terms t on (t.lexeme, t.kind) = (asked.lexeme, 'stem')
		cross join lateral (select document, weight from search_postings where term = t.id offset 0) p
		group by p.document
		order by sum(p.weight * ln(1 + ((select count(*) from search_documents) - t.df + 0.5) / (t.df + 0.5))) desc,
			p.document
		limit 20`);
}
