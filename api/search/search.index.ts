import type { Db } from "@interurban/db/client";
import { searchDocuments, searchPostings } from "@interurban/db/schema/search";
import { and, eq, type SQL, sql } from "drizzle-orm";
import { type Selection, spelled } from "./facets.ts";
import { type Posting, postingsOf, type SearchText } from "./postings.ts";

/** Something to be found, as everybody may read it. */
export interface SearchThing extends SearchText {
	kind: string;
	/** Its id within its kind. */
	ref: string | number;
	publishedAt: Date;
	/** Other languages' versions of (parts of) the text, found as the original is. */
	translations?: readonly SearchText[];
	facets?: Omit<Selection, "kind" | "language">;
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
	const gone = await db
		.delete(searchDocuments)
		.where(and(eq(searchDocuments.kind, kind), eq(searchDocuments.ref, String(ref))))
		.returning({ id: searchDocuments.id });
	for (const { id } of gone) await db.delete(searchPostings).where(eq(searchPostings.document, id));
}

/**
 * Counts documents, and in how many of them each term is. A job for every now and then: rankings shift a little, nothing
 * else depends on it.
 */
export async function refreshStatistics(db: Db): Promise<void> {
	await db.execute(sql`
		insert into search_statistics (name, value) select 'documents', count(*) from search_documents
		on conflict (name) do update set value = excluded.value`);
	await db.execute(sql`
		update search_terms t set df = coalesce(counted.df, 0)
		from search_terms every
		left join (select term, count(*) as df from search_postings group by term) counted on counted.term = every.id
		where t.id = every.id and t.df <> coalesce(counted.df, 0)`);
}

async function indexBatch(db: Db, things: readonly SearchThing[]): Promise<void> {
	const documents = await upsertDocuments(db, things);
	const postings = things.map((thing) => postingsOf([thing, ...(thing.translations ?? [])]));
	const terms = await findOrAddTerms(db, postings.flat());
	const rows = postings.flatMap((found, at) =>
		found.map((posting) => ({
			document: documents[at] as number,
			term: terms.get(termKey(posting)) as number,
			weight: posting.weight,
		})),
	);
	await replacePostings(db, documents, rows);
}

/** @returns their ids, in the same order */
async function upsertDocuments(db: Db, things: readonly SearchThing[]): Promise<number[]> {
	const rows = things.map((thing) => ({
		kind: thing.kind,
		ref: String(thing.ref),
		language: thing.language,
		publishedAt: thing.publishedAt,
		facets: spelled({ ...thing.facets, kind: [thing.kind], language: [thing.language] }).flatMap(
			({ values }) => values,
		),
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

type Term = Pick<Posting, "kind" | "lexeme">;
const termKey = ({ kind, lexeme }: Term): string => `${lexeme} ${kind}`;

/**
 * The ids of terms by `termKey`. New ones are written in one order by all, so that two writers who meet the same ones wait
 * for one another and do not deadlock.
 */
async function findOrAddTerms(db: Db, wanted: readonly Term[]): Promise<Map<string, number>> {
	const unique = [...new Map(wanted.map((term) => [termKey(term), term])).values()];
	const ids = await findTerms(db, unique);
	const missing = unique
		.filter((term) => !ids.has(termKey(term)))
		.sort((one, other) => (termKey(one) < termKey(other) ? -1 : 1));
	if (missing.length === 0) return ids;
	await db.execute(sql`
		insert into search_terms (kind, lexeme)
		select kind, lexeme from ${unnest({ kind: "text", lexeme: "text" }, missing)} as missing (kind, lexeme)
		on conflict do nothing`);
	return new Map([...ids, ...(await findTerms(db, missing))]);
}

async function findTerms(db: Db, wanted: readonly Term[]): Promise<Map<string, number>> {
	const found = await db.execute<Term & { id: number }>(sql`
		select wanted.kind, wanted.lexeme, t.id
		from ${unnest({ kind: "text", lexeme: "text" }, wanted)} as wanted (kind, lexeme)
		cross join lateral (
			select id from search_terms where (lexeme, kind) = (wanted.lexeme, wanted.kind) offset 0
		) t`);
	return new Map(found.map((term) => [termKey(term), term.id]));
}

/** Brings the postings of documents to exactly these rows, touching only what differs. */
async function replacePostings(
	db: Db,
	documents: readonly number[],
	rows: readonly { document: number; term: number; weight: number }[],
): Promise<void> {
	const wanted = sql`wanted (document, term, weight) as materialized (
		select * from ${unnest({ document: "integer", term: "integer", weight: "real" }, rows)}
	)`;
	await db.execute(sql`
		with ${wanted}
		delete from search_postings p
		where p.document = any(${sql.param(documents)}::integer[])
			and (p.document, p.term, p.weight) not in (select document, term, weight from wanted)`);
	await db.execute(sql`
		with ${wanted}
		insert into search_postings (document, term, weight)
		select document, term, weight from wanted
		where not exists (
			select from search_postings p where (p.document, p.term) = (wanted.document, wanted.term)
		)`);
}

/** Rows as one array a column, so that a statement's text is the same for any number of them. */
function unnest<K extends string>(
	columns: Record<K, string>,
	rows: readonly { [name in K]: unknown }[],
): SQL {
	const names = Object.keys(columns) as K[];
	const arrays = names.map(
		(name) => sql`${sql.param(rows.map((row) => row[name]))}::${sql.raw(columns[name])}[]`,
	);
	return sql`unnest(${sql.join(arrays, sql`, `)})`;
}
