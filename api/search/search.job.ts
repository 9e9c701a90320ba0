import type { Pool } from "@interurban/db/client";
import { sql } from "drizzle-orm";
import { refreshStatistics } from "./search.index.ts";

const soonest = 60_000;
/** Rest after a refresh, in multiples of the time that it took: a large index is counted less often. */
const rest = 50;
/** Texts change without their facets, too: after so many milliseconds all is counted in any case. */
const latest = 3_600_000;
/** Any number will do, as long as every process of the product takes the same. */
const refreshLock = 4_150_992;

/** Refreshes the statistics of the index while the network runs, soon after changes; one process at a time does. */
export function keepStatistics(db: Pool, log: { warn(error: unknown, message: string): void }) {
	let timer: NodeJS.Timeout | undefined;
	let stopped = false;
	let refreshing: Promise<void> = Promise.resolve();
	let counted = -1;
	let lastAt = 0;

	async function refresh(): Promise<void> {
		if ((await changes(db)) === counted && Date.now() - lastAt < latest) return;
		await db.transaction(async (tx) => {
			const [lock] = await tx.execute<{ mine: boolean }>(
				sql`select pg_try_advisory_xact_lock(${refreshLock}) as mine`,
			);
			if (lock?.mine) await refreshStatistics(tx);
		});
		counted = await changes(db);
		lastAt = Date.now();
	}

	async function run(): Promise<void> {
		const began = Date.now();
		try {
			await refresh();
		} catch (error) {
			if (!stopped) log.warn(error, "the statistics of the search could not be refreshed");
		}
		schedule(Math.max(soonest, (Date.now() - began) * rest));
	}

	function schedule(wait: number): void {
		if (stopped) return;
		timer = setTimeout(() => {
			refreshing = run();
		}, wait).unref();
	}

	return {
		start: () => schedule(0),
		/** Resolves when nothing of it runs any more. */
		async stop() {
			stopped = true;
			clearTimeout(timer);
			await refreshing;
		},
	};
}

/** Every change of a document's facets leaves rows behind until the next refresh. */
async function changes(db: Pool): Promise<number> {
	const [row] = await db.execute<{ rows: number }>(sql`select count(*)::integer as rows from search_counts`);
	return row?.rows ?? 0;
}
