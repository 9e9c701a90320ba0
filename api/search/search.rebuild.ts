import { setTimeout as sleep } from "node:timers/promises";
import type { Db, Pool } from "@interurban/db/client";
import { searchRebuild } from "@interurban/db/schema/search";
import { sqlState } from "@interurban/db/transact";
import { sql } from "drizzle-orm";
import { sources } from "./search.kinds.ts";
import { steps } from "./search.steps.ts";
import { indexVersion } from "./search.version.ts";

export interface Progress {
	/** Things that were indexed again, of how many. */
	done: number;
	total: number;
	finished: boolean;
}

/** A writer who holds a thing keeps a rebuild waiting no longer than this: it lets go of everything and tries again. */
const patience = "300ms";
/** SQLSTATE of a lock that was not to be had, and of a deadlock. */
const mustYield = new Set(["55P03", "40P01"]);

/**
 * Begins a rebuild of the index, or goes on with the one that was cut off.
 * @param again whether to begin anew when the last one made the index as we would
 * @returns null when there is nothing to do
 */
export async function beginRebuild(
	db: Pool,
	{ again }: { again: boolean },
): Promise<(Progress & { resumed: boolean }) | null> {
	const version = indexVersion();
	return db.transaction(async (tx) => {
		const [known] = await tx.select().from(searchRebuild).for("update");
		if (known?.version === version) {
			if (!known.finishedAt) return { ...progressOf(known), resumed: true };
			if (!again) return null;
		}
		const counts = await Promise.all(sources.map((source) => source.count(tx)));
		const fresh = {
			version,
			...{ startedAt: sql`now()`, finishedAt: null, step: 0, after: null, done: 0 },
			total: counts.reduce((sum, count) => sum + count, 0),
		};
		const [begun] = await tx
			.insert(searchRebuild)
			.values({ id: true, ...fresh })
			.onConflictDoUpdate({ target: searchRebuild.id, set: fresh })
			.returning();
		if (!begun) throw new Error("a rebuild could not begin");
		return { ...progressOf(begun), resumed: false };
	});
}

/** Notes of an index in which there is nothing yet that what comes will be indexed as we do it. */
export async function noteEmptyIndex(db: Db): Promise<void> {
	const [state] = await db.execute<{ empty: boolean }>(sql`
		select not exists (select from search_rebuild) and not exists (select from search_documents)
			and not exists (select from people) as empty`);
	if (!state?.empty) return;
	await db
		.insert(searchRebuild)
		.values({ version: indexVersion(), finishedAt: new Date(), total: 0 })
		.onConflictDoNothing();
}

/**
 * Carries a rebuild on until it is finished or told to stop. Several processes may do so at once: they take turns.
 * @param options.rest after each piece, in multiples of the time that it took
 */
export async function rebuild(
	db: Pool,
	options: {
		rest?: number;
		isStopping?: () => boolean;
		onProgress?: (progress: Progress) => void;
	} = {},
): Promise<Progress> {
	for (;;) {
		const began = performance.now();
		const progress = await carryOn(db);
		options.onProgress?.(progress);
		if (progress.finished || options.isStopping?.()) return progress;
		await sleep((performance.now() - began) * (options.rest ?? 0));
	}
}

/** One piece of the rebuild in one transaction, with the note of how far it has come. */
async function carryOn(db: Pool): Promise<Progress> {
	for (;;) {
		try {
			const progress = await db.transaction(carryOnIn);
			if (progress) return progress;
		} catch (error) {
			if (!mustYield.has(sqlState(error))) throw error;
		}
		await sleep(100 + Math.random() * 200);
	}
}

/** @returns null when somebody else is at it */
async function carryOnIn(tx: Db): Promise<Progress | null> {
	await tx.execute(sql`set local statement_timeout = 0`);
	await tx.execute(sql.raw(`set local lock_timeout = '${patience}'`));
	const [state] = await tx.select().from(searchRebuild).for("update", { skipLocked: true });
	if (!state) return null;
	if (state.finishedAt) return progressOf(state);
	const step = steps[state.step];
	const piece = await step?.(tx, { after: state.after, startedAt: state.startedAt });
	if (piece === "later") return null;
	const done = state.done + (piece?.things ?? 0);
	const [now] = await tx
		.update(searchRebuild)
		.set({
			...(piece?.after == null ? { step: state.step + 1, after: null } : { after: piece.after }),
			...(state.step + 1 >= steps.length && piece?.after == null ? { finishedAt: sql`now()` } : {}),
			done,
			total: Math.max(state.total, done),
		})
		.returning();
	return now ? progressOf(now) : null;
}

const progressOf = ({ done, total, finishedAt }: typeof searchRebuild.$inferSelect): Progress => ({
	...{ done, total },
	finished: finishedAt !== null,
});
