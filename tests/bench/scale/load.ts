import { postingsOf } from "@interurban/api/search/postings";
import { rowOf, type SearchThing } from "@interurban/api/search/search.index";
import { recountFacets } from "@interurban/api/search/search.statistics";
import { termKey } from "@interurban/api/search/search.store";
import type { Pool } from "@interurban/db/client";
import { sql } from "drizzle-orm";
import { fillTable } from "./copy.ts";

/**
 * Fills an empty index with things, with the rows that the product's own code makes of them; and a table `texts (id,
 * language, title, body)` of the originals for others to search.
 */
export async function loadIndex(
	db: Pool,
	things: Iterable<SearchThing>,
	onProgress: (added: number) => void,
): Promise<void> {
	await db.execute(sql`create table texts (id integer, language text, title text, body text)`);
	const documents = await fillTable(db, "search_documents", [
		...["id", "kind", "ref", "language", "published_at", "facets", "traits"],
	]);
	const postings = await fillTable(db, "search_postings", ["document", "term", "weight"]);
	const texts = await fillTable(db, "texts", ["id", "language", "title", "body"]);
	const terms = new Map<string, { id: number; kind: string; lexeme: string; df: number }>();
	let id = 0;
	for (const thing of things) {
		id++;
		const { kind, ref, language, publishedAt, facets, traits } = rowOf(thing);
		await documents.add([id, kind, ref, language, publishedAt?.toISOString() ?? "", facets, traits ?? null]);
		await texts.add([id, language, thing.title, `${thing.lead} ${thing.body}`]);
		for (const posting of postingsOf([thing, ...(thing.translations ?? [])])) {
			const key = termKey(posting);
			let term = terms.get(key);
			if (!term) {
				term = { id: terms.size + 1, kind: posting.kind, lexeme: posting.lexeme, df: 0 };
				terms.set(key, term);
			}
			term.df++;
			await postings.add([id, term.id, posting.weight]);
		}
		if (id % 1000 === 0) onProgress(1000);
	}
	const vocabulary = await fillTable(db, "search_terms", ["id", "kind", "lexeme", "df"]);
	for (const { id, kind, lexeme, df } of terms.values()) await vocabulary.add([id, kind, lexeme, df]);
	for (const table of [documents, texts, vocabulary, postings]) await table.end();
	await db.execute(sql`
		select setval(pg_get_serial_sequence('search_documents', 'id'), (select max(id) from search_documents)),
			setval(pg_get_serial_sequence('search_terms', 'id'), (select max(id) from search_terms))`);
	await db.transaction(recountFacets);
}
