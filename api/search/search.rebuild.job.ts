import { setTimeout as sleep } from "node:timers/promises";
import type { Pool } from "@interurban/db/client";
import { beginRebuild, rebuild } from "./search.rebuild.ts";

/** Rest after each piece, in multiples of the time that it took: requests come first. */
const rest = 1;
/** After something went wrong, such as a database that went away. */
const pause = 60_000;

type Log = { info(message: string): void; warn(error: unknown, message: string): void };

/**
 * Brings the index up to date in the background when another version of the product made it, or when a rebuild of it was cut
 * off.
 * @param tell says so to the operator
 */
export function keepIndex(db: Pool, log: Log, tell: (sentence: string) => void) {
	const stopping = new AbortController();
	const { signal } = stopping;
	let running: Promise<void> = Promise.resolve();

	async function run(): Promise<void> {
		while (!signal.aborted)
			try {
				const begun = await beginRebuild(db, { again: false });
				if (!begun) return;
				tell(
					begun.resumed
						? "Indexing goes on in the background where it was cut off; everything can be found meanwhile."
						: "What can be found was indexed by another version of Interurban. It is indexed again in the background; everything can be found meanwhile.",
				);
				const { finished } = await rebuild(db, { rest, isStopping: () => signal.aborted });
				if (finished) log.info("everything is indexed again");
				return;
			} catch (error) {
				if (signal.aborted) return;
				log.warn(error, "the index could not be brought up to date; trying again in a minute");
				await sleep(pause, undefined, { signal, ref: false }).catch(() => {});
			}
	}

	return {
		start() {
			running = run();
		},
		/** Resolves when nothing of it runs any more. */
		async stop() {
			stopping.abort();
			await running;
		},
	};
}
