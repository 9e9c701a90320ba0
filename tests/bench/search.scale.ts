/** `npm run bench:search:scale`: what searching and adding cost in a large network. See README.md. */
import { parseArgs } from "node:util";
import { showProgress } from "@interurban/api/progress";
import { indexDocuments, removeDocuments, type SearchThing } from "@interurban/api/search/search.index";
import { findAndCount, findDocuments } from "@interurban/api/search/search.queries";
import { refreshStatistics } from "@interurban/api/search/search.statistics";
import { languages } from "@interurban/contract/languages";
import { type Connection, createDb, type Pool } from "@interurban/db/client";
import { searchDocuments } from "@interurban/db/schema/search";
import { loadGazetteer } from "@interurban/db/seed/gazetteer";
import { sql } from "drizzle-orm";
import { loadIndex } from "./scale/load.ts";
import { type Cost, load, makeMeter, summary } from "./scale/measure.ts";
import { makeMaterial, practiceAt, queryAt, type ScaleQuery, type Town } from "./scale/practices.ts";
import { fullText, fullTextWithFacets, makeFullText, plainBm25 } from "./scale/rankings.ts";
import { inKeptDatabase, inScratchDatabase } from "./search.database.ts";

const usage = `Usage: npm run bench:search:scale [-- --documents 100000] [--queries 200] [--keep DIR] [--json]`;
/** Practices that are added one by one. */
const additions = 100;

const reader = (query: ScaleQuery) => ({ ...query, reads: languages });
const chosen = { kind: ["practice"], population: ["100k_500k"], stage: ["running", "pilot"] };

/** What is asked with each query, in turn: the first finds nothing in memory that only this query needs. */
const searches: Record<string, (db: Pool, query: ScaleQuery) => Promise<unknown>> = {
	"ours, all facets counted": (db, query) => findAndCount(db, reader(query)),
	"ours, 20 best": (db, query) => findDocuments(db, reader(query)),
	"ours, three facets chosen": (db, query) => findAndCount(db, { ...reader(query), selection: chosen }),
	"full text, 20 best": fullText,
	"full text, facets counted": fullTextWithFacets,
	"plain BM25, 20 best": plainBm25,
};

async function readTowns(db: Pool): Promise<Town[]> {
	await loadGazetteer(db);
	const towns = await db.execute<Town & Record<string, unknown>>(
		sql`select country, population, traits from places order by population desc, id limit 20000`,
	);
	return towns.map((town) => ({ ...town }));
}

/** Loads the index unless it is there; answers what is to be asked of it and added to it, so that the vocabularies need not be kept. */
async function fill(db: Pool, documents: number, queryCount: number) {
	const towns = await readTowns(db);
	if (!(await isLoaded(db, documents))) {
		const bar = showProgress(`Making and indexing ${documents} practices`, documents);
		await loadIndex(db, documents, towns, bar.add);
		bar.stop();
	}
	const material = makeMaterial(towns);
	const some = (count: number, numberOf: (at: number) => number) =>
		Array.from({ length: count }, (_, at) => practiceAt(numberOf(at), material));
	const queries = Array.from({ length: queryCount }, (_, at) => queryAt(at, material));
	await checkLoad(
		db,
		some(20, (at) => (at * 7919) % documents),
	);
	if (await makeFullText(db)) {
		await db.execute(sql`vacuum analyze`);
		await db.execute(sql`checkpoint`);
	}
	return { queries, more: some(additions, (at) => documents + at) };
}

/** Whether an earlier run has loaded so many practices. */
const isLoaded = async (db: Pool, documents: number): Promise<boolean> =>
	(await db.$count(searchDocuments)) === documents;

/** That the index holds what the product would have written: indexing some again must change nothing. */
async function checkLoad(db: Pool, some: readonly SearchThing[]): Promise<void> {
	await refreshStatistics(db); // what a run that was broken off left to be counted
	await indexDocuments(db, some);
	const [row] = await db.execute<{ changed: boolean }>(sql`
		select exists (select from search_term_changes)
			or exists (select from search_counts group by kind, value having count(*) > 1) as changed`);
	if (row?.changed) throw new Error("the index was not loaded as the product makes it");
}

async function searchAll(db: Pool, queries: readonly ScaleQuery[]) {
	const meter = await makeMeter(db);
	const costs = Object.fromEntries(Object.keys(searches).map((name) => [name, [] as Cost[]]));
	for (const query of queries.slice(0, 20))
		for (const search of Object.values(searches)) await search(db, query);
	for (const query of queries)
		for (const [name, search] of Object.entries(searches))
			costs[name]?.push(await meter(() => search(db, query)));
	return Object.fromEntries(Object.entries(costs).map(([name, each]) => [name, summary(each)]));
}

/** Adding practices one by one, each in a transaction of its own; and counting them. They do not stay. */
async function addAll(db: Pool, more: readonly SearchThing[]) {
	const meter = await makeMeter(db);
	const costs: Cost[] = [];
	for (const thing of more)
		costs.push(await meter(() => db.transaction((tx) => indexDocuments(tx, [thing]))));
	const counting = await meter(() => refreshStatistics(db));
	await removeDocuments(
		db,
		"practice",
		more.map(({ ref }) => ref),
	);
	await refreshStatistics(db);
	return { one: summary(costs), counting };
}

async function sizes(db: Pool) {
	const rows = await db.execute<{ name: string; bytes: number; indexes: number; rows: number }>(sql`
		select relname as name, pg_total_relation_size(oid)::float8 as bytes, pg_indexes_size(oid)::float8 as indexes,
			reltuples::float8 as rows
		from pg_class where relname in ('search_documents', 'search_terms', 'search_postings', 'full_texts')
		order by bytes desc`);
	return [...rows];
}

async function measure({ documents, queries: queryCount, keep }: ReturnType<typeof readArguments>) {
	const work = async (db: Pool, connection: Connection) => {
		const began = performance.now();
		const { queries, more } = await fill(db, documents, queryCount);
		const loading = (performance.now() - began) / 1000;
		console.log(`… took ${loading.toFixed(0)} s. Asking ${queryCount} queries …`);
		const size = await sizes(db);
		const one = createDb(connection, { max: 1 }); // the connection that is measured
		const searching = await searchAll(one, queries);
		const adding = await addAll(one, more);
		await one.close();
		return { documents, loading, load: load(), searching, adding, size };
	};
	return keep ? inKeptDatabase(keep, work) : inScratchDatabase(work, { durable: true });
}

function readArguments() {
	try {
		const { values } = parseArgs({
			options: {
				documents: { type: "string", default: "100000" },
				queries: { type: "string", default: "200" },
				keep: { type: "string" },
				json: { type: "boolean", default: false },
			},
		});
		const [documents, queries] = [Number(values.documents), Number(values.queries)];
		if (!(documents >= 100 && queries >= 1)) throw new Error("at least 100 documents and one query");
		return { documents, queries, keep: values.keep, json: values.json };
	} catch (error) {
		console.error(`${(error as Error).message}\n${usage}`);
		process.exit(2);
	}
}

function print(result: Awaited<ReturnType<typeof measure>>): void {
	const figure = (value: number | undefined) => (value === undefined ? "–" : value.toFixed(1)).padStart(9);
	const line = (name: string, { wall, cpu }: ReturnType<typeof summary>) =>
		console.log([name.padEnd(28), ...[wall.p50, wall.p95, cpu?.p50, cpu?.p95].map(figure)].join(" "));
	console.log(`\n${result.documents} practices; processes that want to run: ${result.load} processors\n`);
	console.log("milliseconds                   p50       p95   CPU p50   CPU p95");
	for (const [name, costs] of Object.entries(result.searching)) line(name, costs);
	line("adding one practice", result.adding.one);
	console.log(`counting ${additions} of them`.padEnd(28), figure(result.adding.counting.ms));
	console.log("\n                                    rows     MB   of which indexes");
	for (const { name, rows, bytes, indexes } of result.size)
		console.log(
			...[name.padEnd(28), String(Math.round(rows)).padStart(11), (bytes / 1e6).toFixed(0).padStart(6)],
			(indexes / 1e6).toFixed(0).padStart(18),
		);
}

const asked = readArguments();
const result = await measure(asked);
print(result);
if (asked.json) console.log(JSON.stringify(result));
