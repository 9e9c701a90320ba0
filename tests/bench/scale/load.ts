import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { recountFacets } from "@interurban/api/search/search.statistics";
import { termKey } from "@interurban/api/search/search.store";
import type { Pool } from "@interurban/db/client";
import { sql } from "drizzle-orm";
import { fillTable, textRow, threes } from "./copy.ts";
import type { Piece } from "./maker.ts";
import type { Town } from "./practices.ts";

/** Practices that are made at once. */
const atOnce = 50;

/** Practices as processes make them, one on each processor; each piece with the number of its process. */
async function* makeOnAllProcessors(
	count: number,
	towns: readonly Town[],
): AsyncGenerator<{ piece: Piece; maker: number }> {
	const file = fileURLToPath(new URL("./maker.ts", import.meta.url));
	const makers = Array.from({ length: availableParallelism() }, () =>
		fork(file, { serialization: "advanced" }),
	);
	let next = 0;
	const ask = async (maker: number) => {
		if (next >= count) return { maker, piece: null };
		const from = next;
		next = Math.min(from + atOnce, count);
		makers[maker]?.send({ from, upTo: next });
		const [piece] = await once(makers[maker] as ChildProcess, "message");
		return { maker, piece: piece as Piece };
	};
	try {
		for (const maker of makers) maker.send({ towns });
		const asked = new Map(makers.map((_, maker) => [maker, ask(maker)]));
		while (asked.size > 0) {
			const { maker, piece } = await Promise.race(asked.values());
			if (piece) asked.set(maker, ask(maker));
			else asked.delete(maker);
			if (piece) yield { maker, piece };
		}
	} finally {
		for (const maker of makers) maker.kill();
	}
}

/** The terms of all makers under one numbering. */
class Terms {
	readonly all: { kind: string; lexeme: string; df: number }[] = [];
	readonly #ids = new Map<string, number>();
	readonly #idsOf: number[][] = [];

	add(maker: number, added: Piece["added"]): void {
		this.#idsOf[maker] ??= [];
		for (const term of added) {
			const key = termKey(term);
			let id = this.#ids.get(key);
			if (id === undefined) {
				id = this.all.push({ ...term, df: 0 });
				this.#ids.set(key, id);
			}
			this.#idsOf[maker].push(id);
		}
	}

	/** The id of a maker's term, in one more document. */
	count(maker: number, number: number): number {
		const id = this.#idsOf[maker]?.[number] as number;
		(this.all[id - 1] as { df: number }).df++;
		return id;
	}
}

/**
 * Fills an empty index with practices, with the rows that the product's own code makes of them; and a table `texts (id,
 * language, title, body)` of the originals for others to search.
 */
export async function loadIndex(
	db: Pool,
	count: number,
	towns: readonly Town[],
	onProgress: (added: number) => void,
): Promise<void> {
	await db.execute(sql`drop table if exists texts, full_texts`);
	await db.execute(sql`create table texts (id integer, language text, title text, body text)`);
	const documents = await fillTable(db, "search_documents", [
		...["id", "kind", "ref", "language", "published_at", "facets", "traits", "terms"],
	]);
	const postings = await fillTable(db, "search_postings", ["document", "term", "weight"], "binary");
	const texts = await fillTable(db, "texts", ["id", "language", "title", "body"]);
	const terms = new Terms();
	let id = 0;
	for await (const { piece, maker } of makeOnAllProcessors(count, towns)) {
		terms.add(maker, piece.added);
		const rows = threes(piece.terms.length);
		let at = 0;
		for (const { row, title, body, terms: length } of piece.documents) {
			id++;
			const ids: number[] = [];
			for (const end = at + length; at < end; at++) {
				const term = terms.count(maker, piece.terms[at] as number);
				ids.push(term);
				rows.add(id, term, piece.weights[at] as number);
			}
			const { kind, ref, language, publishedAt, facets, traits } = row;
			await documents.add(
				textRow([id, kind, ref, language, publishedAt?.toISOString() ?? "", facets, traits ?? null, ids]),
			);
			await texts.add(textRow([id, language, title, body]));
		}
		await postings.add(rows.bytes);
		onProgress(piece.documents.length);
	}
	const vocabulary = await fillTable(db, "search_terms", ["id", "kind", "lexeme", "df"]);
	for (const [at, { kind, lexeme, df }] of terms.all.entries())
		await vocabulary.add(textRow([at + 1, kind, lexeme, df]));
	// The documents last: where these are, all is.
	for (const table of [texts, vocabulary, postings, documents]) await table.end();
	await db.execute(sql`
		select setval(pg_get_serial_sequence('search_documents', 'id'), (select max(id) from search_documents)),
			setval(pg_get_serial_sequence('search_terms', 'id'), (select max(id) from search_terms))`);
	await db.transaction(recountFacets);
}
