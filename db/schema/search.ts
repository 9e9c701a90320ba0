import { type SQL, sql } from "drizzle-orm";
import {
	bigint,
	boolean,
	check,
	index,
	integer,
	pgTable,
	real,
	text,
	uniqueIndex,
} from "drizzle-orm/pg-core";
import { createdAt, instant } from "../columns.ts";
import { inAscii } from "../in-ascii.ts";

/** What can be found. Only what everybody may read has a row: withdrawing a thing deletes it here. */
export const searchDocuments = pgTable(
	"search_documents",
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		/** The kind of thing ("practice", "person", …) and its id there. */
		kind: text().notNull(),
		ref: text().notNull(),
		/** BCP 47, of the original text. */
		language: text().notNull(),
		publishedAt: instant().notNull(),
		/** Since when it can be found, whenever it was published. */
		addedAt: createdAt(),
		/** When its thing was last read: a rebuild has seen what is not older than its own beginning. */
		indexedAt: createdAt(),
		/** `facet:value` pairs, kind and language among them: `{kind:practice,language:de,country:DE}`. */
		facets: text().array().notNull(),
		/** Those of the town it comes from, as in `places`; null when it comes from none. */
		traits: integer(),
		/** Ids of the terms that it holds: where its postings are. */
		terms: integer().array().notNull(),
	},
	(t) => [
		uniqueIndex("search_documents_thing").on(t.kind, t.ref),
		index("search_documents_traits").on(t.traits),
		index("search_documents_newest").on(t.publishedAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
		index("search_documents_facets").using("gin", t.facets),
	],
);

/** The vocabulary of all documents. */
export const searchTerms = pgTable(
	"search_terms",
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		/** What the lexeme is: a word's stem, four characters of a word, …; one lexeme may be several. */
		kind: text().notNull(),
		lexeme: text().notNull(),
		/** A stem as its trigrams are taken. */
		spelled: text().generatedAlwaysAs(
			(): SQL => sql`case when ${searchTerms.kind} = 'stem' then ${inAscii(searchTerms.lexeme)} end`,
		),
		/** Documents that hold it, as last counted by `refreshStatistics`; never touched when a document changes. */
		df: integer().notNull().default(0),
	},
	(t) => [
		uniqueIndex("search_terms_lexeme").on(t.lexeme, t.kind),
		index("search_terms_similar").using("gin", t.spelled.op("gin_trgm_ops")).where(sql`${t.kind} = 'stem'`),
	],
);

/**
 * Which document holds which term, and how much that says: its saturated BM25 weight, without idf. No foreign keys and no
 * key: they would double the cost of writing. What refers to a deleted document is never seen, and whoever writes the
 * postings of a document holds its row.
 */
export const searchPostings = pgTable(
	"search_postings",
	{
		document: integer().notNull(),
		term: integer().notNull(),
		weight: real().notNull(),
	},
	(t) => [
		/** Holds all three columns, so that the index alone is read. */
		index("search_postings_term").on(t.term, t.document, t.weight),
	],
);

/**
 * How many documents of a kind hold a facet value: the sum over its rows; the value "" is held by all. A change adds rows,
 * so that no writer waits for another; `refreshStatistics` folds them into one.
 */
export const searchCounts = pgTable(
	"search_counts",
	{
		kind: text().notNull(),
		value: text().notNull(),
		documents: integer().notNull(),
	},
	(t) => [index("search_counts_value").on(t.value)],
);

/**
 * Documents that were added or have changed since the alerts were last looked through; a row is taken away once they were.
 * Rows rather than a time: what a slow transaction adds late is not missed.
 */
export const searchChanges = pgTable("search_changes", {
	id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
	document: integer().notNull(),
});

/**
 * Terms that documents have gained and lost and that `search_terms.df` does not count yet: a row for each change, so that no
 * writer waits for another; `refreshStatistics` takes them away.
 */
export const searchTermChanges = pgTable("search_term_changes", {
	id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
	/** Ids of terms, once for each document. */
	gained: integer().array().notNull(),
	lost: integer().array().notNull(),
});

/** The rebuild of the index that is under way, or the last one: a single row. */
export const searchRebuild = pgTable(
	"search_rebuild",
	{
		id: boolean().primaryKey().default(true),
		/** Of the index that it makes: what is found by the same texts, see `indexVersion`. */
		version: text().notNull(),
		startedAt: createdAt(),
		finishedAt: instant(),
		/** The step it is at, and up to where that has come. */
		step: integer().notNull().default(0),
		after: text(),
		/** Things that were indexed, and how many there were to be indexed when it began. */
		done: integer().notNull().default(0),
		total: integer().notNull(),
	},
	(t) => [check("search_rebuild_single", sql`${t.id}`)],
);

export type NewSearchDocument = typeof searchDocuments.$inferInsert;
