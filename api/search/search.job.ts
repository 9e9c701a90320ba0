import type { Pool } from "@interurban/db/client";
import { refreshStatistics } from "./search.statistics.ts";

const soonest = 60_000;
/** Rest after a refresh, in multiples of the time that it took. */
const rest = 50;

/** Refreshes the statistics of the index while the network runs, soon after changes. */
export function keepStatistics(db: Pool, log: { warn(error: unknown, message: string): void }) {
	let timer: NodeJS.Timeout | undefined;
	let stopped = false;
	let refreshing: Promise<void> = Promise.resolve();

	async function run(): Promise<void> {
		const began = Date.now();
		try {
			await refreshStatistics(db);
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
