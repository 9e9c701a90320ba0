import type { Db, Pool } from "@interurban/db/client";
import type { FastifyBaseLogger } from "fastify";
import { findDocuments } from "../finding.ts";
import { queryOf, termsOf } from "./alerts.search.ts";
import {
	addHits,
	type Candidate,
	deleteChanges,
	deleteOldHits,
	isAlone,
	listAllAfter,
	listCandidates,
	listChanges,
	updateTerms,
} from "./matching.queries.ts";

const second = 1000;
const day = 86_400_000;
/** Whoever waits for something hears of it within this time. */
const pause = 10 * second;
/** For how long what was found is kept. */
const keptFor = 180 * day;
/** Documents, and alerts, that are looked at in one go. */
const batch = { documents: 100, alerts: 200 };

/**
 * Looks at everything that was added to the index or changed there since the last time, and notes it for the alerts that
 * find it. What is interrupted is done again. Of all alerts only those are asked that have a term in common with what is
 * new; whether they find it is the search's own answer. One process at a time does.
 */
export async function lookThrough(db: Pool): Promise<void> {
	while (await db.transaction(lookAtSome)) {
		// Until nothing is left.
	}
}

/** Whether there may be more to look at. */
async function lookAtSome(tx: Db): Promise<boolean> {
	if (!(await isAlone(tx))) return false;
	const changes = await listChanges(tx, batch.documents);
	if (changes.length === 0) return false;
	const documents = [...new Set(changes.map(({ document }) => document))];
	for (let after = 0; ; ) {
		const candidates = await listCandidates(tx, documents, after, batch.alerts);
		for (const alert of candidates) await noteHits(tx, alert, documents);
		after = candidates.at(-1)?.id ?? 0;
		if (candidates.length < batch.alerts) break;
	}
	await deleteChanges(
		tx,
		changes.map(({ id }) => id),
	);
	return changes.length === batch.documents;
}

async function noteHits(db: Db, alert: Candidate, documents: readonly number[]): Promise<void> {
	const { items } = await findDocuments(db, {
		...queryOf(alert, alert.spoken),
		among: documents,
		limit: documents.length,
	});
	const found = items.map(({ id }) => id);
	if (found.length) await addHits(db, alert.id, found);
}

/** What alerts look up may have changed with the version of the product. */
async function renewTerms(db: Db): Promise<void> {
	let after = 0;
	for (;;) {
		const rows = await listAllAfter(db, after, batch.alerts);
		for (const row of rows) {
			const terms = termsOf(row);
			if (terms.join() !== row.terms.join()) await updateTerms(db, row.id, terms);
		}
		after = rows.at(-1)?.id ?? 0;
		if (rows.length < batch.alerts) return;
	}
}

/** Keeps the alerts up to date while the network runs. */
export function keepAlerts(db: Pool, log: Pick<FastifyBaseLogger, "warn">) {
	let timer: NodeJS.Timeout | undefined;
	let stopped = false;
	let running: Promise<void> = Promise.resolve();
	let tidiedAt = 0;
	let isRenewed = false;

	async function run(): Promise<void> {
		try {
			if (!isRenewed) await renewTerms(db);
			isRenewed = true;
			await lookThrough(db);
			if (Date.now() - tidiedAt > day) {
				await deleteOldHits(db, new Date(Date.now() - keptFor));
				tidiedAt = Date.now();
			}
		} catch (error) {
			if (!stopped) log.warn(error, "the alerts could not be looked through");
		}
		schedule(pause);
	}

	function schedule(wait: number): void {
		if (stopped) return;
		timer = setTimeout(() => {
			running = run();
		}, wait).unref();
	}

	return {
		start: () => schedule(0),
		/** Resolves when nothing of it runs any more. */
		async stop(): Promise<void> {
			stopped = true;
			clearTimeout(timer);
			await running;
		},
	};
}
