import { createHash } from "node:crypto";
import type { Db } from "@interurban/db/client";
import { decodeCursor, type Page, toPage } from "@interurban/db/keyset";
import { sql } from "drizzle-orm";
import { byFacet, expanded, type Facet, type FacetCount, type Selection, spelled } from "./facets.ts";
import { queryTerms } from "./query-terms.ts";
import { type Demands, demanded } from "./search.demands.ts";
import { allCounts, type Chosen, found, hits, listed, listedCounts, type Order } from "./search.found.ts";
import { alikeFor, likeTowns, type Town } from "./search.like.ts";
import { rivals, scores } from "./search.scores.ts";

export interface SearchQuery {
	/** As typed. Where it holds no word to look for, everything is found. */
	text?: string;
	/** What of the text must, or must not, be in a document. */
	demands?: Demands;
	/** The reader's language, BCP 47. */
	language: string;
	/** All languages that they read; that one alone unless said otherwise. */
	reads?: readonly string[];
	selection?: Selection;
	/** Towns of which to count what comes from towns like them, apart from those of `selection.like`. */
	towns?: readonly Town[];
	/** Relevance unless said otherwise; newest without a text, and relevance without a town. */
	sort?: "relevance" | "newest" | "similar";
	/** The town for `similar`: what comes from the towns most like it is first. */
	similarTo?: Town | null;
	/** What is in the reader's language, or has none, comes first; then what is translated into it or in others that they read. */
	ownFirst?: boolean;
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
	/** How alike its town is to the one by which hits are sorted, in percent; 0 below the half, and in other orders. */
	alike: number;
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

/** Documents that a search found at these places, counted by its rarer words alone; null where it found fewer. */
export interface Rivals {
	best: number | null;
	thousandth: number | null;
}

/** Which of some documents are found, and what they have to compete with. */
export async function findAmong(
	db: Db,
	query: SearchQuery,
	documents: readonly number[],
): Promise<{ found: number[]; rivals: Rivals }> {
	const { page, rivals } = await run(
		db,
		{ ...query, among: documents, limit: documents.length },
		{ hits: true, counts: false },
	);
	return { found: page.items.map(({ id }) => id), rivals };
}

/** Both by one statement: what a page of results needs. */
export function findAndCount(db: Db, query: SearchQuery): Promise<{ page: Page<Hit>; counts: Counts }> {
	return run(db, query, { hits: true, counts: true });
}

interface Row {
	[column: string]: unknown;
	hits: (Omit<Hit, "publishedAt"> & { published_at: string; keys: (string | number)[] })[] | null;
	counts: FacetCount[] | null;
	best?: number | null;
	thousandth?: number | null;
}

/** @param query.among the only documents that are wanted; they are found as among all others. */
async function run(
	db: Db,
	query: SearchQuery & { among?: readonly number[] },
	wanted: { hits: boolean; counts: boolean },
): Promise<{ page: Page<Hit>; counts: Counts; rivals: Rivals }> {
	const { selection = {}, reads = [query.language] } = query;
	const towns = await likeTowns(db, { like: selection.like ?? [], towns: query.towns ?? [] });
	const chosen: Chosen = spelled(expanded(selection, reads)).map((choice) =>
		choice.facet === "like"
			? {
					...choice,
					traits: towns.filter(({ value }) => choice.values.includes(value)).flatMap(({ traits }) => traits),
				}
			: choice,
	);
	const terms = queryTerms(query.text ?? "", query.language);
	const scored = terms.length > 0;
	const limit = Math.min(Math.max(Math.trunc(query.limit ?? 20), 1), 100);
	const alike = await alikeFor(db, query);
	const order: Order = {
		by: [...(alike ? ["alike" as const] : []), scored && query.sort !== "newest" ? "score" : "published"],
		alike: alike ?? [],
		languages: query.ownFirst ? { own: query.language, reads } : null,
	};
	const isDemanding =
		scored && query.demands && (query.demands.quoted.length || query.demands.excluded.length);
	const mark = fingerprint([terms, query.demands, order, chosen]);
	const after = cursorKeys(query.cursor, mark, order);

	const fitting = isDemanding ? sql`demanded` : sql`scores`;
	const counting = scored ? listedCounts(chosen, towns) : allCounts(chosen, towns);
	const [row] = await db.execute<Row>(sql`
		with ${scored ? scores(terms) : sql``}
		${isDemanding ? demanded(query.demands as Demands, query.language) : sql``}
		${scored ? listed(fitting, query.among) : sql``}
		found as not materialized (${found(scored, chosen, query.among)})
		select
			${wanted.hits ? hits(order, after, limit + 1) : sql`null`} as hits,
			${wanted.counts ? counting : sql`null`} as counts
			${scored && query.among ? rivals : sql``}`);

	const rows = toPage(row?.hits ?? [], limit, ({ keys }) => [mark, ...keys]);
	const items = rows.items.map(({ id, kind, ref, language, published_at, score, alike }) => {
		return { id, kind, ref, language, publishedAt: new Date(published_at), score, alike };
	});
	const counts = row?.counts ?? [];
	return {
		page: { ...rows, items },
		rivals: { best: row?.best ?? null, thousandth: row?.thousandth ?? null },
		counts: {
			total: counts.find(({ value }) => value === "")?.count ?? 0,
			facets: byFacet(counts, selection, reads),
		},
	};
}

/** A short sign of what a cursor belongs to. */
const fingerprint = (parts: unknown): string =>
	createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 8);

function cursorKeys(cursor: string | null | undefined, mark: string, { by, languages }: Order) {
	const kinds = [...(languages ? ["tier"] : []), ...by, "id"];
	const [given, ...keys] = decodeCursor(cursor, kinds.length + 1) ?? [];
	if (given !== mark) return null;
	const fits = kinds.every((kind, at) =>
		kind === "published" ? !Number.isNaN(Date.parse(String(keys[at]))) : typeof keys[at] === "number",
	);
	return fits ? keys : null;
}
