import { createHash } from "node:crypto";
import type { Db } from "@interurban/db/client";
import { decodeCursor, type Page, toPage } from "@interurban/db/keyset";
import { sql } from "drizzle-orm";
import { byFacet, type Facet, type FacetCount, type Selection, spelled } from "./facets.ts";
import { queryTerms } from "./query-terms.ts";
import { allCounts, found, hits, scoredCounts } from "./search.found.ts";
import { scores } from "./search.scores.ts";

export interface SearchQuery {
	/** As typed. Where it holds no word to look for, everything is found. */
	text?: string;
	/** The reader's language, BCP 47. */
	language: string;
	selection?: Selection;
	/** Relevance unless said otherwise; without a text always newest. */
	sort?: "relevance" | "newest";
	/** One of another query gives the first page. */
	cursor?: string | null;
	/** From 1 to 100. */
	limit?: number;
}

export interface Hit {
	/** Of the entry in the index. */
	id: number;
	/** What was found: its kind, and its id within that. */
	kind: string;
	ref: string;
	/** BCP 47, of the original. */
	language: string;
	publishedAt: Date;
	/** Higher is better; says nothing across queries. 0 without a text. */
	score: number;
}

export interface Counts {
	/** Documents found, on this page and all others. */
	total: number;
	/**
	 * How many documents would be found with that value chosen: a facet's own choice is ignored, those of all others hold.
	 * Highest first; a chosen value is always among them.
	 */
	facets: Record<Facet, readonly FacetCount[]>;
}

/** A page of what is found, best or newest first. */
export async function findDocuments(db: Db, query: SearchQuery): Promise<Page<Hit>> {
	return (await run(db, query, { hits: true, counts: false })).page;
}

/** How many documents are found, in all and by facet. */
export async function countFacets(db: Db, query: SearchQuery): Promise<Counts> {
	return (await run(db, query, { hits: false, counts: true })).counts;
}

/** Both by one statement: what a page of results needs. */
export function findAndCount(db: Db, query: SearchQuery): Promise<{ page: Page<Hit>; counts: Counts }> {
	return run(db, query, { hits: true, counts: true });
}

interface Row {
	[column: string]: unknown;
	hits: (Omit<Hit, "publishedAt"> & { published_at: string })[] | null;
	counts: FacetCount[] | null;
}

async function run(
	db: Db,
	query: SearchQuery,
	wanted: { hits: boolean; counts: boolean },
): Promise<{ page: Page<Hit>; counts: Counts }> {
	const { selection = {} } = query;
	const chosen = spelled(selection);
	const terms = queryTerms(query.text ?? "", query.language);
	const scored = terms.length > 0;
	const sort = scored ? (query.sort ?? "relevance") : "newest";
	const limit = Math.min(Math.max(Math.trunc(query.limit ?? 20), 1), 100);
	const mark = fingerprint([terms, sort, chosen]);
	const after = cursorKeys(query.cursor, mark, sort);

	const counting = scored ? scoredCounts(chosen) : allCounts(chosen);
	const [row] = await db.execute<Row>(sql`
		with ${scored ? scores(terms) : sql``}
		found as not materialized (${found(chosen, scored)})
		select
			${wanted.hits ? hits(sort, after, limit + 1) : sql`null`} as hits,
			${wanted.counts ? counting : sql`null`} as counts`);

	const items = (row?.hits ?? []).map(({ id, kind, ref, language, published_at, score }) => {
		return { id, kind, ref, language, publishedAt: new Date(published_at), score };
	});
	const counts = row?.counts ?? [];
	return {
		page: toPage(items, limit, (hit) => [mark, sort === "newest" ? hit.publishedAt : hit.score, hit.id]),
		counts: {
			total: counts.find(({ value }) => value === "")?.count ?? 0,
			facets: byFacet(counts, selection),
		},
	};
}

/** A short sign of what a cursor belongs to. */
const fingerprint = (parts: unknown): string =>
	createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 8);

function cursorKeys(cursor: string | null | undefined, mark: string, sort: "relevance" | "newest") {
	const [given, key, id] = decodeCursor(cursor, 3) ?? [];
	if (given !== mark || key === undefined || typeof id !== "number") return null;
	const fits = sort === "newest" ? !Number.isNaN(Date.parse(String(key))) : typeof key === "number";
	return fits ? [key, id] : null;
}
