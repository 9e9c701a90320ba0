import type { Db } from "@interurban/db/client";
import { sql } from "drizzle-orm";

/** All that the index holds, whatever the ids of documents and terms and the times at which they were written. */
export async function readIndex(db: Db) {
	const lines = async (query: ReturnType<typeof sql>) =>
		(await db.execute<{ line: string }>(query)).map(({ line }) => line);
	return {
		documents: await lines(sql`
			select ((to_jsonb(d) - '{id,added_at,indexed_at,facets,terms}'::text[])
				|| jsonb_build_object('facets', array(select unnest(facets) order by 1)))::text as line
			from search_documents d order by kind, ref`),
		postings: await lines(sql`
			select concat_ws(' ', d.kind, d.ref, t.kind, t.lexeme, p.weight) as line
			from search_postings p
			left join search_documents d on d.id = p.document
			left join search_terms t on t.id = p.term
			order by d.kind, d.ref, t.kind, t.lexeme`),
		terms: await lines(
			sql`select concat_ws(' ', kind, lexeme, df) as line from search_terms order by kind, lexeme`,
		),
		facets: await lines(sql`
			select concat_ws(' ', kind, value, sum(documents)) as line from search_counts
			group by kind, value having sum(documents) <> 0 order by kind, value`),
	};
}

/** Takes everything out of the index. */
export async function emptyIndex(db: Db): Promise<void> {
	await db.execute(
		sql`truncate search_documents, search_postings, search_terms, search_counts, search_term_changes
			restart identity`,
	);
}
