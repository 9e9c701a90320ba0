import { terms } from "@interurban/api/search/terms";
import type { Db } from "@interurban/db/client";
import { sql } from "drizzle-orm";
import type { Document, Query } from "./search.collection.ts";

const k1 = 1.2;
const b = 0.75;

const frequencies = (stems: readonly string[]): Map<string, number> => {
	const found = new Map<string, number>();
	for (const stem of stems) found.set(stem, (found.get(stem) ?? 0) + 1);
	return found;
};

/**
 * Plain BM25 over own-language stems, title and text alike, in SQL over a table of its own.
 * @returns what ranks document ids for a query
 */
export async function makeBaseline(
	db: Db,
	documents: readonly Document[],
): Promise<(query: Query, limit: number) => Promise<string[]>> {
	const texts = documents.map(({ id, lang, title, text }) => ({
		id,
		stems: terms(`${title}\n${text}`, lang),
	}));
	const average = texts.reduce((sum, { stems }) => sum + stems.length, 0) / texts.length;
	const rows = texts.flatMap(({ id, stems }) => {
		const half = k1 * (1 - b + (b * stems.length) / average);
		return [...frequencies(stems)].map(([stem, tf]) => ({ id, stem, weight: (tf * (k1 + 1)) / (tf + half) }));
	});
	await db.execute(sql`create table plain_postings (stem text, document text, weight float8)`);
	await db.execute(sql`
		insert into plain_postings
		select stem, document, weight
		from jsonb_to_recordset(${JSON.stringify(rows.map(({ id, ...row }) => ({ document: id, ...row })))}::jsonb)
			as row (stem text, document text, weight float8)`);
	await db.execute(sql`create index on plain_postings (stem) include (document, weight)`);
	await db.execute(
		sql`create table plain_terms as select stem, count(*) as df from plain_postings group by stem`,
	);
	await db.execute(sql`create index on plain_terms (stem)`);

	return async (query, limit) => {
		const asked = [...frequencies(terms(query.text, query.lang))];
		const found = await db.execute<{ document: string }>(sql`
			select document
			from unnest(${sql.param(asked.map(([stem]) => stem))}::text[], ${sql.param(asked.map(([, tf]) => tf))}::integer[])
				as asked (stem, tf)
			join plain_terms t using (stem)
			join plain_postings p using (stem)
			group by document
			order by sum(asked.tf * p.weight * ln(1 + (${documents.length} - t.df + 0.5) / (t.df + 0.5))) desc, document
			limit ${limit}`);
		return found.map((row) => row.document);
	};
}
