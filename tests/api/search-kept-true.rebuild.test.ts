import { fileURLToPath } from "node:url";
import { indexPeopleOf } from "@interurban/api/people/people";
import { practiceSource } from "@interurban/api/practices/practices";
import { indexDocuments } from "@interurban/api/search/search";
import { findDocuments } from "@interurban/api/search/search.queries";
import { beginRebuild, rebuild } from "@interurban/api/search/search.rebuild";
import { keepIndex } from "@interurban/api/search/search.rebuild.job";
import { createDb } from "@interurban/db/client";
import { practices } from "@interurban/db/schema/practices";
import { searchDocuments, searchRebuild } from "@interurban/db/schema/search";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { useDatabase } from "../kit/database.ts";
import { useNetwork } from "../kit/network.ts";
import { pause } from "../kit/pause.ts";
import { runFile, until } from "../kit/processes.ts";
import { readIndex } from "../kit/search-index.ts";

const { db, connection, url } = await useDatabase();
const { perform, acts, practices: published } = await useNetwork(db);
const elsewhere = createDb(connection, { max: 2 });
afterAll(() => elsewhere.close());

const act = (name: string, what: number, words = what) =>
	perform({ act: acts.indexOf(name), who: 0, what, words });

async function rebuildAll() {
	await beginRebuild(db, { again: true });
	return rebuild(db);
}

/** Without what differs from one count to the next: rankings that are a little behind. */
async function contents() {
	const { documents, postings } = await readIndex(db);
	return { documents, postings };
}

const refs = async (kind = "practice") =>
	(
		await db
			.select({ ref: searchDocuments.ref })
			.from(searchDocuments)
			.where(eq(searchDocuments.kind, kind))
			.orderBy(sql`ref::bigint`)
	).map(({ ref }) => ref);

const state = async () => (await db.select().from(searchRebuild))[0];

beforeAll(async () => {
	for (let n = 3; n < 30; n++) await act("publish", n, n);
});

test("adds what is missing, takes out what should not be there, and mends what is wrong", async () => {
	await rebuildAll();
	const right = await readIndex(db);
	await db.execute(sql`delete from search_documents where ref in ('3', '4')`);
	await db.execute(sql`update search_postings set weight = 9 where document % 3 = 0`);
	await db.execute(sql`update search_documents set facets = '{country:XX}' where id % 4 = 0`);
	await db.execute(sql`update search_terms set df = 77 where id % 5 = 0`);
	await db.execute(sql`insert into search_terms (kind, lexeme) values ('stem', 'secret')`);
	await db.execute(sql`insert into search_counts (kind, value, documents) values ('practice', 'stage:x', 3)`);
	const gone = { language: "en", title: "Long gone", publishedAt: new Date() };
	await indexDocuments(db, [
		{ ...gone, kind: "practice", ref: 999_999 },
		{ ...gone, kind: "place", ref: "nowhere" },
		{ ...gone, kind: "topic", ref: "left-the-scheme" },
		{ ...gone, kind: "something-else", ref: 1 },
	]);
	await rebuildAll();
	expect(await readIndex(db)).toEqual(right);
});

test("everything is found at every moment of it", async () => {
	const all = await refs();
	expect(all.length).toBeGreaterThan(20);
	await db.execute(sql`update search_postings set weight = weight / 2`);
	const [last, { held, finish }, locked] = [Number(published.at(-1)?.id), pause(), pause()];
	const holding = elsewhere.transaction(async (tx) => {
		await tx.select().from(practices).where(eq(practices.id, last)).for("update");
		locked.finish();
		await held;
	});
	await locked.held;
	let isRunning = true;
	const rebuilding = rebuildAll().finally(() => {
		isRunning = false;
	});
	let looks = 0;
	do {
		const found = await findDocuments(elsewhere, {
			...{ text: "done better", language: "en", limit: 100 },
			selection: { kind: ["practice"] },
		});
		expect(found.items.map(({ ref }) => ref).sort()).toEqual([...all].sort());
		if (++looks === 5) finish();
	} while (isRunning);
	await Promise.all([holding, rebuilding]);
	expect(looks, "the rebuild waits for who holds a practice").toBeGreaterThanOrEqual(5);
});

test("what is withdrawn or changed meanwhile stays so, and who does it does not wait for the end", async () => {
	const before = await refs();
	const [first] = published;
	const { held, finish } = pause();
	// Somebody has withdrawn a practice, and their transaction takes its time.
	const withdrawing = elsewhere.transaction(async (tx) => {
		await tx
			.update(practices)
			.set({ status: "withdrawn", withdrawnAt: new Date() })
			.where(eq(practices.id, Number(first?.id)));
		await practiceSource.index(tx, [Number(first?.id)]);
		await held;
		await indexPeopleOf(tx, [Number(first?.id)]);
	});
	const rebuilding = rebuildAll();
	await act("edit", 7);
	await act("withdraw", 9);
	finish();
	await withdrawing;
	await rebuilding;
	const gone = [first?.id, published[9]?.id];
	expect(await refs()).toEqual(before.filter((ref) => !gone.includes(ref)));
	const right = await contents();
	await rebuildAll();
	expect(await contents()).toEqual(right);
});

test("a service that finds the index made by another version says so once and makes it again", async () => {
	const right = await contents();
	await db.update(searchRebuild).set({ version: "another" });
	await db.delete(searchDocuments).where(and(eq(searchDocuments.kind, "practice"), sql`id % 2 = 0`));
	const told: string[] = [];
	const log = { info: () => {}, warn: (error: unknown) => told.push(String(error)) };
	const start = () => {
		const index = keepIndex(db, log, (sentence) => told.push(sentence));
		index.start();
		return index;
	};
	const index = start();
	await until(async () => {
		const now = await state();
		return now?.version !== "another" && now?.finishedAt != null;
	});
	await index.stop();
	expect(told).toEqual([expect.stringContaining("another version")]);
	expect(await contents()).toEqual(right);
	await start().stop();
	expect(told.length).toBe(1);
});

const command = fileURLToPath(new URL("../../api/reindex.ts", import.meta.url));
const reindex = (args: string[] = []) => runFile(command, args, { DATABASE_URL: url });

test("the command goes on where it was killed", async () => {
	const right = await contents();
	await db.execute(sql`update search_postings set weight = weight / 2`);
	const last = Number(published.at(-1)?.id);
	const { held, finish } = pause();
	const holding = elsewhere.transaction(async (tx) => {
		await tx.select().from(practices).where(eq(practices.id, last)).for("update");
		await held;
	});
	const first = reindex();
	const doneBefore = (await state())?.done ?? 0;
	await until(async () => {
		const now = await state();
		return now !== undefined && !now.finishedAt && now.done > 20 && now.done < doneBefore;
	});
	first.process.kill("SIGKILL");
	await first.ended;
	const cut = await state();
	finish();
	await holding;
	const second = await reindex().ended;
	expect(second).toMatchObject({ code: 0, stderr: "" });
	expect(second.stdout).toContain("Going on where the last one was cut off.");
	expect((await state())?.startedAt).toEqual(cut?.startedAt);
	expect(await contents()).toEqual(right);
});

test("the command says how it is used", async () => {
	expect(await reindex(["--help"]).ended).toMatchObject({ code: 0 });
	const wrong = await reindex(["--everything"]).ended;
	expect(wrong.code).toBe(1);
	expect(wrong.stderr).toContain("npm run reindex");
});
