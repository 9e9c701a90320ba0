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

/** A step over all rows of a table by id, a range at a time. */
function overIds(
	table: "search_postings.document" | "search_terms.id",
	atOnce: number,
	work: (tx: Db, range: { after: number; upTo: number }) => Promise<unknown>,
): Step {
	const [name, column] = table.split(".") as [string, string];
	return async (tx, { after }) => {
		const [last] = await tx.execute<{ id: number | null }>(
			sql`select max(${sql.identifier(column)}) as id from ${sql.identifier(name)}`,
		);
		const from = Number(after ?? 0);
		if (!last?.id || from >= last.id) return { after: null };
		const range = { after: from, upTo: from + atOnce };
		if ((await work(tx, range)) === false) return "later";
		return { after: String(range.upTo) };
	};
}

/** Postings of documents that there are not. */
const removeOrphans = overIds("search_postings.document", 2000, (tx, { after, upTo }) =>
	tx.execute(sql`
		delete from search_postings where document in (
			select p.document
			from generate_series(${after}::integer + 1, ${upTo}::integer) as each (id)
			cross join lateral (
				select document from search_postings where document = each.id limit 1
			) p
			where not exists (select from search_documents d where d.id = p.document)
		)`),
);

/** All that a rebuild does, in order. */
export const steps: readonly Step[] = [
	...sources.map(indexAll),
	removeStrays,
	removeOrphans,
	async (tx) => ({ after: (await countChanges(tx)) > 0 ? "more" : null }),
	overIds("search_terms.id", 500, recountTerms),
	overIds("search_terms.id", 5000, forgetTerms),
	async (tx) => {
		await recountFacets(tx);
		return { after: null };
	},
];
