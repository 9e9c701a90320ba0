import type { Db } from "@interurban/db/client";
import { searchDocuments } from "@interurban/db/schema/search";
import { and, asc, gt, lt, sql } from "drizzle-orm";
import { removeDocuments } from "./search.index.ts";
import { sources } from "./search.kinds.ts";
import type { SearchSource } from "./search.source.ts";
import { countChanges, recountFacets, recountTerms } from "./search.statistics.ts";
import { forgetTerms } from "./search.store.ts";

/**
 * A step of a rebuild does one piece of its work after what was done before.
 * @returns up to where it has come, null when nothing of it is left; "later" when it cannot go on in this moment
 */
type Step = (
	tx: Db,
	from: { after: string | null; startedAt: Date },
) => Promise<{ after: string | null; things?: number } | "later">;

/** Things in one transaction: whoever writes one of them waits no longer than these take. */
const things = 20;

/** Indexes again what is to be found, as its tables say in this moment. */
const indexAll =
	(source: SearchSource): Step =>
	async (tx, { after }) => {
		const ids = await source.list(tx, after, things);
		await source.index(tx, ids);
		return { after: ids.at(-1) ?? null, things: ids.length };
	};

/** Looks again at what was not met on the way: it went away without leaving the index. */
const removeStrays: Step = async (tx, { after, startedAt }) => {
	const strays = await tx
		.select({ id: searchDocuments.id, kind: searchDocuments.kind, ref: searchDocuments.ref })
		.from(searchDocuments)
		.where(and(gt(searchDocuments.id, Number(after ?? 0)), lt(searchDocuments.indexedAt, startedAt)))
		.orderBy(asc(searchDocuments.id))
		.limit(things);
	for (const kind of new Set(strays.map((stray) => stray.kind))) {
		const refs = strays.filter((stray) => stray.kind === kind).map(({ ref }) => ref);
		const source = sources.find((source) => source.kind === kind);
		if (source) await source.index(tx, refs);
		else await removeDocuments(tx, kind, refs);
	}
	return { after: strays.length ? String(strays.at(-1)?.id) : null };
};

/** A step over all terms, some at a time. */
const overTerms =
	(atOnce: number, work: (tx: Db, terms: { after: number; upTo: number }) => Promise<unknown>): Step =>
	async (tx, { after: last }) => {
		const after = Number(last ?? 0);
		const [piece] = await tx.execute<{ upTo: number | null }>(sql`
			select max(id) as "upTo" from (
				select id from search_terms where id > ${after}::integer order by id limit ${atOnce}::integer
			) next`);
		if (!piece?.upTo) return { after: null };
		const isDone = await work(tx, { after, upTo: piece.upTo });
		return isDone === false ? "later" : { after: String(piece.upTo) };
	};

/** Takes away the postings of documents that there are not. */
const removeOrphans = (tx: Db, terms: { after: number; upTo: number }) =>
	tx.execute(sql`
		delete from search_postings p
		where term > ${terms.after}::integer and term <= ${terms.upTo}::integer
			and not exists (select from search_documents d where d.id = p.document)`);

/** All that a rebuild does, in order. */
export const steps: readonly Step[] = [
	...sources.map(indexAll),
	removeStrays,
	overTerms(500, removeOrphans),
	async (tx) => ({ after: (await countChanges(tx)) > 0 ? "more" : null }),
	overTerms(500, recountTerms),
	overTerms(5000, forgetTerms),
	async (tx) => {
		await recountFacets(tx);
		return { after: null };
	},
];
