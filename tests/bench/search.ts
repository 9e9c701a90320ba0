/** `npm run bench:search -- DIR [--json]`: how well and how fast a collection is searched. See README.md. */
import { parseArgs } from "node:util";
import { indexDocuments } from "@interurban/api/search/search.index";
import { findDocuments } from "@interurban/api/search/search.queries";
import { refreshStatistics } from "@interurban/api/search/search.statistics";
import type { Pool } from "@interurban/db/client";
import { sql } from "drizzle-orm";
import { makeBaseline } from "./search.baseline.ts";
import { type Collection, type Query, readCollection } from "./search.collection.ts";
import { inScratchDatabase } from "./search.database.ts";
import { type Answer, type Figures, figures } from "./search.measures.ts";

type Ranking = (query: Query, limit: number) => Promise<readonly string[]>;

async function makeOurs(db: Pool, { documents }: Collection): Promise<Ranking> {
	await indexDocuments(
		db,
		documents.map(({ id, lang, title, text }) => ({
			kind: "practice",
			ref: id,
			language: lang,
			title,
			body: text,
			publishedAt: new Date(0),
		})),
	);
	await refreshStatistics(db);
	return async ({ text, lang }, limit) =>
		(await findDocuments(db, { text, language: lang, limit })).items.map((hit) => hit.ref);
}

async function answer(rank: Ranking, query: Query): Promise<Answer> {
	const start = performance.now();
	const ranked = await rank(query, 20);
	return { query, ranked, ms: performance.now() - start };
}

/** Both rankings in turn, query by query, so that they share the machine's weather. */
async function compare(collection: Collection): Promise<{ ours: Answer[]; baseline: Answer[] }> {
	return inScratchDatabase(async (db) => {
		const ours = await makeOurs(db, collection);
		const baseline = await makeBaseline(db, collection.documents);
		await db.execute(sql`vacuum analyze`);
		for (const query of collection.queries.slice(0, 20))
			await Promise.all([ours(query, 20), baseline(query, 20)]);
		const answers = { ours: [] as Answer[], baseline: [] as Answer[] };
		for (const query of collection.queries) {
			answers.ours.push(await answer(ours, query));
			answers.baseline.push(await answer(baseline, query));
		}
		return answers;
	});
}

function line(label: string, of: Figures): string {
	const scores = [of.ndcg10, of.recall20, of.mrr10].map((value) => value.toFixed(3).padStart(9));
	const times = [of.p50_ms, of.p95_ms].map((value) => value.toFixed(1).padStart(8));
	return [label.padEnd(20), String(of.queries).padStart(7), ...scores, ...times].join(" ");
}

const { values, positionals } = parseArgs({ options: { json: { type: "boolean" } }, allowPositionals: true });
const [folder] = positionals;
if (!folder || positionals.length > 1) {
	console.error("Usage: npm run bench:search -- DIR [--json]");
	process.exit(2);
}

const collection = await readCollection(folder).catch((error: Error) => {
	console.error(error.message);
	process.exit(1);
});
const { ours, baseline } = await compare(collection);
const languages = [...new Set(collection.queries.map((query) => query.lang))].sort();
const inLanguage = (answers: Answer[], lang: string): Figures =>
	figures(answers.filter((each) => each.query.lang === lang));

console.log(`${collection.name}: ${collection.documents.length} documents`);
console.log("                     queries   nDCG@10 recall@20    MRR@10   p50 ms   p95 ms");
for (const lang of languages) {
	console.log(line(lang, inLanguage(ours, lang)));
	console.log(line(`${lang}, plain BM25`, inLanguage(baseline, lang)));
}
if (languages.length > 1) {
	console.log(line("all", figures(ours)));
	console.log(line("all, plain BM25", figures(baseline)));
}
if (values.json) {
	const byLanguage = Object.fromEntries(
		languages.map((lang) => [lang, { ...inLanguage(ours, lang), baseline: inLanguage(baseline, lang) }]),
	);
	console.log(
		JSON.stringify({
			collection: collection.name,
			...figures(ours),
			baseline: figures(baseline),
			byLanguage,
		}),
	);
}
