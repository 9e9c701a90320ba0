import { setImmediate } from "node:timers/promises";
import { bandOf, regionOf } from "@interurban/contract/countries";
import type { Db } from "@interurban/db/client";
import type { Place } from "@interurban/db/schema/places";
import { type NewSearchDocument, searchCounts, searchDocuments } from "@interurban/db/schema/search";
import { and, eq, getTableColumns, inArray, sql } from "drizzle-orm";
import { languageValues, type Selection, spelled } from "./facets.ts";
import { type Posting, postingsOf, type SearchText } from "./postings.ts";
import {
	findOrAddTerms,
	type Held,
	removePostings,
	replacePostings,
	tellAlerts,
	termKey,
} from "./search.store.ts";

/** Something to be found, as everybody may read it. */
export interface SearchThing extends SearchText {
	kind: string;
	/** Its id within its kind. */
	ref: string | number;
	publishedAt: Date;
	/** Other languages' versions of (parts of) the text, found as the original is. */
	translations?: readonly SearchText[];
	/** Languages into which people have translated what it comes to, so that it can be read in them. BCP 47. */
	translated?: readonly string[];
	facets?: Omit<Selection, "kind" | "language" | "like">;
	/** The town it comes from: it has that one's country, region, size and traits. */
	place?: Pick<Place, "country" | "population" | "traits"> | null;
}

export interface IndexOptions {
	/** Whether alerts hear of it: not where somebody is only found by what they hear of anyway. */
	isNews?: boolean;
}

/** Documents in one round of statements: enough to make round trips cheap, few enough to keep parameters small. */
const batch = 200;

/**
 * Makes things findable, or findable as they are now. Meant for the transaction that publishes them. What is found
 * afterwards does not depend on the order of calls, nor on how many things come at once.
 */
export async function indexDocuments(
	db: Db,
	things: readonly SearchThing[],
	{ isNews = true }: IndexOptions = {},
): Promise<void> {
	const unique = [...new Map(things.map((thing) => [keyOf(thing), thing])).values()];
	for (let at = 0; at < unique.length; at += batch) {
		const documents = await indexBatch(db, unique.slice(at, at + batch));
		if (isNews) await tellAlerts(db, documents);
	}
}

/** @see indexDocuments */
export const indexDocument = (db: Db, thing: SearchThing): Promise<void> => indexDocuments(db, [thing]);

/** Makes things unfindable; nothing happens to those that were so already. */
export async function removeDocuments(
	db: Db,
	kind: string,
	refs: readonly (string | number)[],
): Promise<void> {
	if (refs.length === 0) return;
	const gone = await db
		.delete(searchDocuments)
		.where(and(eq(searchDocuments.kind, kind), inArray(searchDocuments.ref, refs.map(String))))
		.returning({
			document: searchDocuments.id,
			facets: searchDocuments.facets,
			terms: searchDocuments.terms,
		});
	if (gone.length === 0) return;
	await removePostings(db, gone);
	await addCounts(
		db,
		gone.map(({ facets }) => ({ kind, before: facets, after: null })),
	);
}

/** @see removeDocuments */
export const removeDocument = (db: Db, kind: string, ref: string | number): Promise<void> =>
	removeDocuments(db, kind, [ref]);

/** Makes these things findable, and those of the refs that are not among them unfindable. */
export async function replaceDocuments(
	db: Db,
	kind: string,
	refs: readonly (string | number)[],
	things: readonly SearchThing[],
	options?: IndexOptions,
): Promise<void> {
	const there = new Set(things.map(({ ref }) => String(ref)));
	await removeDocuments(
		db,
		kind,
		refs.filter((ref) => !there.has(String(ref))),
	);
	await indexDocuments(db, things, options);
}

/** @returns the ids of their documents */
async function indexBatch(db: Db, things: readonly SearchThing[]): Promise<number[]> {
	const found: Posting[][] = [];
	for (const thing of things) {
		found.push(postingsOf([thing, ...(thing.translations ?? [])]));
		if (things.length > 1) await setImmediate(); // whoever else waits for this process comes in between
	}
	const ids = await findOrAddTerms(db, found.flat());
	const postings = found.map((each) =>
		each.map((posting) => ({ term: ids.get(termKey(posting)) as number, weight: posting.weight })),
	);
	const documents = await putDocuments(
		db,
		things.map((thing, at) => ({ ...rowOf(thing), terms: postings[at]?.map(({ term }) => term) ?? [] })),
	);
	const rows = documents.flatMap(
		({ document }, at) => postings[at]?.map((posting) => ({ document, ...posting })) ?? [],
	);
	await replacePostings(
		db,
		documents.filter(({ terms }) => terms.length > 0),
		rows,
	);
	return documents.map(({ document }) => document);
}

const keyOf = ({ kind, ref }: { kind: string; ref: string | number }): string => `${kind}/${ref}`;

/** What the index says of a thing beside its postings. */
export function rowOf(thing: SearchThing): Omit<NewSearchDocument, "terms"> {
	const { kind, ref, language, publishedAt, facets, place } = thing;
	const chosen = spelled({
		...{ ...facets, ...(place && facetsOf(place)) },
		...{ kind: [kind], language: languageValues(language, thing.translated ?? []) },
	});
	return {
		...{ kind, ref: String(ref), language, publishedAt },
		facets: chosen.flatMap(({ values }) => values),
		traits: place?.traits ?? null,
	};
}

function facetsOf({ country, population }: NonNullable<SearchThing["place"]>): Selection {
	const [region, band] = [regionOf(country), bandOf(population)];
	return { country: [country], region: region ? [region] : [], population: band ? [band] : [] };
}

/**
 * Writes the documents and counts their facets. Whoever comes second to a document waits until the first has committed.
 * @returns them in the same order, with what they held before
 */
async function putDocuments(db: Db, rows: readonly NewSearchDocument[]): Promise<Held[]> {
	const inOrder = [...rows].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
	const stored = new Map<string, Held>();
	const changes: CountChange[] = [];
	const { id: document, kind, ref, facets, terms } = getTableColumns(searchDocuments);
	for (;;) {
		const left = inOrder.filter((row) => !stored.has(keyOf(row)));
		if (left.length === 0) break;
		const added = await db
			.insert(searchDocuments)
			.values(left)
			.onConflictDoNothing()
			.returning({ document, kind, ref, facets });
		for (const { document, kind, ref, facets } of added) {
			stored.set(keyOf({ kind, ref }), { document, terms: [] });
			changes.push({ kind, before: null, after: facets });
		}
		for (const row of left.filter((row) => !stored.has(keyOf(row)))) {
			const [known] = await db
				.select({ document, facets, terms })
				.from(searchDocuments)
				.where(isThing(row))
				.for("update");
			if (!known) continue; // withdrawn in this moment: add it
			await db
				.update(searchDocuments)
				.set({ ...row, indexedAt: sql`now()` })
				.where(eq(searchDocuments.id, known.document));
			stored.set(keyOf(row), known);
			changes.push({ kind: row.kind, before: known.facets, after: row.facets });
		}
	}
	await addCounts(db, changes);
	return rows.map((row) => stored.get(keyOf(row)) as Held);
}

const isThing = ({ kind, ref }: { kind: string; ref: string }) =>
	and(eq(searchDocuments.kind, kind), eq(searchDocuments.ref, ref));

/** The facet values of one document before and after a change; null when there was or is no document. */
interface CountChange {
	kind: string;
	before: readonly string[] | null;
	after: readonly string[] | null;
}

async function addCounts(db: Db, changes: readonly CountChange[]): Promise<void> {
	const sums = new Map<string, { kind: string; value: string; documents: number }>();
	for (const { kind, before, after } of changes)
		for (const [values, step] of [
			[before, -1],
			[after, 1],
		] as const)
			for (const value of values ? ["", ...values] : []) {
				const key = `${kind}/${value}`;
				const sum = sums.get(key) ?? { kind, value, documents: 0 };
				sums.set(key, { ...sum, documents: sum.documents + step });
			}
	const rows = [...sums.values()].filter(({ documents }) => documents !== 0);
	if (rows.length > 0) await db.insert(searchCounts).values(rows);
}
