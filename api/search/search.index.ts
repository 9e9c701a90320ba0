import type { Db } from "@interurban/db/client";
import { searchDocuments } from "@interurban/db/schema/search";
import { type SQL, sql } from "drizzle-orm";
import { type Posting, postingsOf, type SearchText } from "./postings.ts";

/** The facets that a list of results can be narrowed by; kind and language are added by themselves. */
export const facets = [
	"kind",
	"language",
	"topic",
	"sdg",
	"country",
	"region",
	"population",
	"stage",
	"evidence",
] as const;
export type Facet = (typeof facets)[number];

/** Something to be found, as everybody may read it. */
export interface SearchThing extends SearchText {
	kind: string;
	/** Its id within its kind. */
	ref: string | number;
	publishedAt: Date;
	/** Other languages' versions of (parts of) the text, found as the original is. */
	translations?: readonly SearchText[];
	facets?: Partial<Record<Exclude<Facet, "kind" | "language">, readonly (string | number)[]>>;
}

/** How `search_documents.facets` spells a value. */
export const facetValue = (facet: Facet, value: string | number): string => `${facet}:${value}`;

function facetValues(thing: SearchThing): string[] {
	const all = { kind: [thing.kind], language: [thing.language], ...thing.facets };
	const values = facets.flatMap((facet) => all[facet]?.map((value) => facetValue(facet, value)) ?? []);
	return [...new Set(values)];
}

/** Documents in one round of statements: enough to make round trips cheap, few enough to keep parameters small. */
const batch = 200;

/**
 * Makes things findable, or findable as they are now. Meant for the transaction that publishes them. What is found
 * afterwards does not depend on the order of calls, nor on how many things come at once.
 */
export async function indexDocuments(db: Db, things: readonly SearchThing[]): Promise<void> {
	const unique = [...new Map(things.map((thing) => [`${thing.kind}/${thing.ref}`, thing])).values()];
	for (let at = 0; at < unique.length; at += batch) await indexBatch(db, unique.slice(at, at + batch));
}

/** @see indexDocuments */
export const indexDocument = (db: Db, thing: SearchThing): Promise<void> => indexDocuments(db, [thing]);

/** Makes a thing unfindable; nothing happens when it was so already. */
export async function removeDocument(db: Db, kind: string, ref: string | number): Promise<void> {
	await db.execute(sql`delete from search_documents where kind = ${kind} and ref = ${String(ref)}`);
}

async function indexBatch(db: Db, things: readonly SearchThing[]): Promise<void> {
	const ids = await upsertDocuments(db, things);
	const found = things.flatMap((thing, at) =>
		postingsOf([thing, ...(thing.translations ?? [])]).map((posting) => ({ document: ids[at], ...posting })),
	);
	await addTerms(db, found);
	await replacePostings(db, ids, found);
}

/** @returns their ids, in the same order */
async function upsertDocuments(db: Db, things: readonly SearchThing[]): Promise<number[]> {
	const rows = things.map((thing) => ({
		kind: thing.kind,
		ref: String(thing.ref),
		language: thing.language,
		publishedAt: thing.publishedAt,
		facets: facetValues(thing),
	}));
	const stored = await db
		.insert(searchDocuments)
		.values(rows)
		.onConflictDoUpdate({
			target: [searchDocuments.kind, searchDocuments.ref],
			set: {
				language: sql`excluded.language`,
				publishedAt: sql`excluded.published_at`,
				facets: sql`excluded.facets`,
			},
		})
		.returning({ id: searchDocuments.id, kind: searchDocuments.kind, ref: searchDocuments.ref });
	const ids = new Map(stored.map(({ id, kind, ref }) => [`${kind}/${ref}`, id]));
	return rows.map(({ kind, ref }) => ids.get(`${kind}/${ref}`) as number);
}

type Found = Posting & { document: number };

/** In order, so that two writers who meet the same new terms wait for one another and do not deadlock. */
async function addTerms(db: Db, found: readonly Found[]): Promise<void> {
	const wanted = [...new Map(found.map((each) => [`${each.lexeme} ${each.kind}`, each])).entries()]
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([, each]) => each);
	await db.execute(sql`
		insert into search_terms (kind, lexeme)
		select kind, lexeme
		from ${unnest({ kind: "text", lexeme: "text" }, wanted)} with ordinality as wanted (kind, lexeme, at)
		where not exists (select from search_terms t where (t.lexeme, t.kind) = (wanted.lexeme, wanted.kind))
		order by at
		on conflict do nothing`);
}

async function replacePostings(db: Db, documents: readonly number[], found: readonly Found[]): Promise<void> {
	const columns = { document: "integer", kind: "text", lexeme: "text", weight: "real" } as const;
	await db.execute(sql`
		with wanted as materialized (
			select given.document, t.id as term, given.weight
			from ${unnest(columns, found)} as given (document, kind, lexeme, weight)
			join search_terms t on (t.lexeme, t.kind) = (given.lexeme, given.kind)
		), stale as (
			delete from search_postings p
			where p.document = any(${sql.param(documents)}::integer[])
				and not exists (select from wanted w where (w.document, w.term) = (p.document, p.term))
		)
		insert into search_postings (document, term, weight)
		select document, term, weight from wanted
		on conflict (document, term) do update set weight = excluded.weight
		where search_postings.weight <> excluded.weight`);
}

/** Rows as one array a column, so that the statement's text is the same for any number of them. */
function unnest<K extends string>(columns: Record<K, string>, rows: readonly Record<K, unknown>[]): SQL {
	const arrays = (Object.keys(columns) as K[]).map(
		(name) => sql`${sql.param(rows.map((row) => row[name]))}::${sql.raw(columns[name])}[]`,
	);
	return sql`unnest(${sql.join(arrays, sql`, `)})`;
}
