import type { Db, Pool } from "@interurban/db/client";
import { locks } from "@interurban/db/locks";
import { places } from "@interurban/db/schema/places";
import { practices } from "@interurban/db/schema/practices";
import { transact } from "@interurban/db/transact";
import { inArray, sql } from "drizzle-orm";
import {
	indexPractices,
	insertPractices,
	replacePractices,
	resolvePractices,
	storeTranslations,
} from "../practices/practices.ts";
import { refreshStatistics } from "../search/search.ts";
import { readCsv } from "./csv.ts";
import { type Entry, readJsonLines } from "./entries.ts";
import { readLines } from "./lines.ts";
import { type PracticeEntry, problemsOf, readEntry } from "./practice-entry.ts";
import { type Problem, readRecord, unknownNames, type Values } from "./record.ts";

export { cellHelp, Unreadable } from "./csv.ts";
export { fields } from "./fields.ts";
export type { Problem } from "./record.ts";

/** What became of the records of a file. */
export type ImportCounts = {
	added: number;
	changed: number;
	unchanged: number;
	withdrawn: number;
	bad: number;
};

export type ImportOptions = {
	format: "jsonl" | "csv";
	/** Whose practices they become, by what the line says. */
	authorOf: (values: Values) => number;
	/** Reads and checks everything, and writes nothing. */
	dryRun?: boolean;
	/** Told of everything that is wrong with bad lines, in the order of the file. */
	onProblem?: (line: number, problem: Problem) => void;
	/** Told of what was left out of good lines: unknown topics, and once each unknown name of a field. */
	onNotice?: (line: number, notice: Problem) => void;
	/** Told after every piece of the file how many bytes were read. */
	onProgress?: (bytes: number) => void;
};

/** Records in one transaction: what a kill in the middle loses, and the next run does again. */
const batchSize = 100;

/**
 * Publishes the practices of a file. Good lines go in, bad ones are told of. A practice is recognised by its id in the
 * file: an unchanged line changes nothing, a changed one makes a revision; so a run that was cut off is simply repeated.
 * @param source the file's bytes: UTF-8, JSON lines or CSV
 * @throws Unreadable when the header of a CSV file is not one
 */
export async function importPractices(
	db: Pool,
	source: AsyncIterable<Uint8Array>,
	options: ImportOptions,
): Promise<ImportCounts> {
	const counts: ImportCounts = { added: 0, changed: 0, unchanged: 0, withdrawn: 0, bad: 0 };
	const lines = readLines(counting(source, options.onProgress));
	const entries = options.format === "csv" ? readCsv(lines) : readJsonLines(lines);
	const firstLines = new Map<string, number>();
	const unknown = new Set<string>();
	for await (const batch of inBatches(entries, batchSize)) {
		const problems = new Map<number, Problem[]>();
		const good: Pending[] = [];
		for (const entry of batch) {
			tellUnknown(entry, unknown, options);
			const read = readOne(entry, firstLines);
			if (!("reading" in read)) problems.set(entry.line, read.problems);
			else good.push(read);
		}
		await resolvePractices(
			db,
			good.map(({ reading }) => reading),
			{ ownerId: 0 },
		);
		await checkCountries(db, good);
		const sound = good.filter((entry) => {
			const found = problemsOf(entry, entry.values);
			if (found.length) problems.set(entry.line, found);
			return !found.length;
		});
		const done = await transact(db, (tx) => store(tx, sound, options));
		for (const name of ["added", "changed", "unchanged", "withdrawn"] as const) counts[name] += done[name];
		counts.bad += problems.size;
		for (const [line, found] of [...problems].sort(([a], [b]) => a - b))
			for (const problem of found) options.onProblem?.(line, problem);
		for (const { line, notices } of sound) for (const notice of notices) options.onNotice?.(line, notice);
	}
	if (!options.dryRun && counts.added + counts.changed) await refreshStatistics(db);
	return counts;
}

type Pending = PracticeEntry & { values: Values };

function readOne(entry: Entry, firstLines: Map<string, number>): Pending | { problems: Problem[] } {
	if ("problem" in entry) return { problems: [entry.problem] };
	const { values, problems } = readRecord(entry.json);
	const key = values.id === undefined ? null : String(values.id);
	const before = key === null ? undefined : firstLines.get(key);
	if (before !== undefined)
		problems.push({ field: "id", reason: `is the same as in line ${before}: “${key}”` });
	else if (key !== null) firstLines.set(key, entry.line);
	return problems.length ? { problems } : { ...readEntry(entry.line, values), values };
}

/** A name that no field has is mostly a slip: it is told of where it stands first. */
function tellUnknown(entry: Entry, known: Set<string>, { onNotice }: ImportOptions): void {
	for (const name of "json" in entry ? unknownNames(entry.json) : [])
		if (!known.has(name)) {
			known.add(name);
			onNotice?.(entry.line, { field: name, reason: "is not the name of a field and was left out" });
		}
}

/** A town's number and its country must belong together: one of them may be a slip. */
async function checkCountries(db: Db, entries: readonly Pending[]): Promise<void> {
	const given = entries.filter(
		({ values }) => values.geonameId !== undefined && values.country !== undefined,
	);
	const ids = [...new Set(given.map(({ reading }) => reading.content.placeId))];
	if (!ids.length) return;
	const rows = await db
		.select({ id: places.id, country: places.country })
		.from(places)
		.where(inArray(places.id, ids));
	const countries = new Map(rows.map(({ id, country }) => [id, country]));
	for (const { reading, values, problems } of given) {
		const country = countries.get(reading.content.placeId);
		if (!country || country === String(values.country).toUpperCase()) continue;
		if (problems.some(({ field }) => field === "country")) continue;
		problems.push({
			field: "country",
			reason: `is ${values.country}, but geonameId ${values.geonameId} lies in ${country}`,
		});
	}
}

async function store(tx: Db, entries: readonly Pending[], { authorOf, dryRun }: ImportOptions) {
	await tx.execute(sql`select pg_advisory_xact_lock(${locks.imports})`);
	const found = entries.length
		? await tx
				.select({
					id: practices.id,
					key: practices.importKey,
					hash: practices.importHash,
					revision: practices.revision,
					status: practices.status,
					placeId: practices.placeId,
				})
				.from(practices)
				.where(
					inArray(
						practices.importKey,
						entries.map(({ key }) => key),
					),
				)
				.orderBy(practices.id)
				.for("update")
		: [];
	const known = new Map(found.map((row) => [row.key, row]));
	const added = entries.filter(({ key }) => !known.has(key));
	const kept = entries.flatMap((entry) => {
		const row = known.get(entry.key);
		return row ? [{ entry, row }] : [];
	});
	// A practice that was withdrawn here is not brought back by an old file.
	const withdrawn = kept.filter(({ row }) => row.status === "withdrawn");
	const changed = kept.filter(({ entry, row }) => row.status !== "withdrawn" && row.hash !== entry.hash);
	if (!dryRun) {
		const ids = await insertPractices(
			tx,
			added.map(({ reading, values, key, hash, checkedOn, publishedAt }) => ({
				content: reading.content,
				authorId: authorOf(values),
				checkedOn,
				...(publishedAt ? { publishedAt } : {}),
				origin: { importKey: key, importHash: hash },
			})),
		);
		await replacePractices(
			tx,
			changed.map(({ entry, row }) => ({
				id: row.id,
				content: entry.reading.content,
				editorId: authorOf(entry.values),
				revision: row.revision + 1,
				summary: "",
				importHash: entry.hash,
				...(entry.checkedOn ? { checkedOn: entry.checkedOn } : {}),
			})),
		);
		const written = [
			...added.map((entry, at) => ({ entry, id: ids[at] as number, revision: 1 })),
			...changed.map(({ entry, row }) => ({ entry, id: row.id, revision: row.revision + 1 })),
		];
		await storeTranslations(
			tx,
			written.flatMap(({ entry, id, revision }) =>
				entry.translations.map((translation) => ({
					...translation,
					practiceId: id,
					revision,
					translatorId: null,
				})),
			),
		);
		await indexPractices(
			tx,
			written.map(({ id }) => id),
			[
				...written.map(({ entry }) => entry.reading.content.placeId),
				...changed.map(({ row }) => row.placeId),
			],
		);
	}
	return {
		added: added.length,
		changed: changed.length,
		withdrawn: withdrawn.length,
		unchanged: kept.length - changed.length - withdrawn.length,
	};
}

async function* counting(
	source: AsyncIterable<Uint8Array>,
	onProgress: ((bytes: number) => void) | undefined,
): AsyncGenerator<Uint8Array> {
	for await (const chunk of source) {
		yield chunk;
		onProgress?.(chunk.length);
	}
}

async function* inBatches<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
	let batch: T[] = [];
	for await (const item of items) {
		batch.push(item);
		if (batch.length < size) continue;
		yield batch;
		batch = [];
	}
	if (batch.length) yield batch;
}
