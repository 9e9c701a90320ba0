import type { Db, Pool } from "@interurban/db/client";
import type { FastifyBaseLogger } from "fastify";
import { findAmong } from "../finding.ts";
import type { AlertTerm } from "./alerts.queries.ts";
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
	listTerms,
	readCandidates,
	replaceTerms,
	updateRivals,
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
 * find it. What is interrupted is done again. Of all alerts only those are asked that may find what is new; whether they do is
 * the search's own answer. One process at a time does.
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
	const ids = await listCandidates(tx, documents);
	for (let at = 0; at < ids.length; at += batch.alerts)
		for (const alert of await readCandidates(tx, ids.slice(at, at + batch.alerts), documents))
			await noteHits(tx, alert, documents);
	await deleteChanges(
		tx,
		changes.map(({ id }) => id),
	);
	return changes.length === batch.documents;
}

async function noteHits(db: Db, alert: Candidate, documents: readonly number[]): Promise<void> {
	const { found, rivals } = await findAmong(db, queryOf(alert, alert.spoken), documents);
	if (found.length) await addHits(db, alert.id, found);
	if (rivals.best !== alert.best || rivals.thousandth !== alert.thousandth)
		await updateRivals(db, alert.id, rivals);
}

/** What alerts look up may have changed with the version of the product. */
async function renewTerms(db: Db): Promise<void> {
	for (let after = 0; ; ) {
		const rows = await listAllAfter(db, after, batch.alerts);
		const ids = rows.map(({ id }) => id);
		const known = await listTerms(db, ids);
		for (const row of rows) {
			const terms = termsOf(row);
			if (spell(terms) !== spell(known.filter(({ alertId }) => alertId === row.id)))
				await db.transaction((tx) => replaceTerms(tx, row.id, terms));
		}
		after = ids.at(-1) ?? 0;
		if (rows.length < batch.alerts) return;
	}
}

const spell = (terms: readonly AlertTerm[]): string =>
	terms
		.map(({ kind, lexeme, weight, word, unless }) => JSON.stringify([kind, lexeme, weight, word, unless]))
		.sort()
		.join();

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
