import { indexPractices, insertPractices } from "@interurban/api/practices/practices";
import { indexDocuments } from "@interurban/api/search/search.index";
import { findDocuments } from "@interurban/api/search/search.queries";
import { beginRebuild, rebuild } from "@interurban/api/search/search.rebuild";
import { createDb, type Db } from "@interurban/db/client";
import { places } from "@interurban/db/schema/places";
import { practices } from "@interurban/db/schema/practices";
import { transact } from "@interurban/db/transact";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { useDatabase } from "../kit/database.ts";
import { pause } from "../kit/pause.ts";
import { publish, update, usePractices } from "../kit/practices.ts";
import { until } from "../kit/processes.ts";
import { readIndex } from "../kit/search-index.ts";

const { db, asAuthor, asModerator, author, town, snapshot, published } = await usePractices();
const { connection } = await useDatabase({ migrated: false });
const elsewhere = createDb({ ...(connection as object), database: await nameOf(db) }, { max: 3 });
afterAll(() => elsewhere.close());

async function nameOf(on: Db): Promise<string> {
	const [row] = await on.execute<{ name: string }>(sql`select current_database() as name`);
	return String(row?.name);
}

const find = async (text: string, on: Db = elsewhere) =>
	(await findDocuments(on, { text, language: "en", selection: { kind: ["practice"] } })).items.map(
		({ ref }) => ref,
	);

const withdraw = "mutation ($id: ID!) { withdrawPractice(id: $id) }";

async function contents() {
	const { documents, postings } = await readIndex(db);
	return { documents, postings };
}

async function rebuilt() {
	await beginRebuild(db, { again: true });
	await rebuild(db);
	return contents();
}

/** Holds the town's row, so that whoever publishes or withdraws there stops half-way, and ends that one’s connection. */
async function killHalfWay(work: () => Promise<unknown>): Promise<void> {
	await elsewhere.transaction(async (tx) => {
		await tx.select().from(places).where(eq(places.id, town.id)).for("update");
		const refused = work();
		await until(async () => {
			const [row] = await tx.execute<{ killed: boolean }>(sql`
				select bool_or(pg_terminate_backend(pid)) as killed from pg_stat_activity
				where datname = current_database() and wait_event_type = 'Lock'`);
			return row?.killed === true;
		});
		await refused;
	});
}

beforeAll(async () => {
	await published({ title: "Something that is always there" });
	await rebuilt();
});

test("a practice is found in the transaction that publishes it, and by nobody else until that is done", async () => {
	const { practice: input } = { practice: snapshot({ title: "Windmills on silos" }) };
	const { id: model } = await published();
	const [row] = await db.execute<{ content: object }>(
		sql`select content from practice_revisions where practice_id = ${model}`,
	);
	const content = { ...row?.content, title: input.title } as Parameters<
		typeof insertPractices
	>[1][0]["content"];
	await expect(
		db.transaction(async (tx) => {
			const [id] = await insertPractices(tx, [{ content, authorId: author.id, checkedOn: null }]);
			expect(await find("windmills", tx)).toEqual([]);
			await indexPractices(tx, [Number(id)]);
			expect(await find("windmills", tx)).toEqual([String(id)]);
			expect(await find("windmills")).toEqual([]);
			await tx
				.update(practices)
				.set({ status: "withdrawn", withdrawnAt: new Date() })
				.where(eq(practices.id, Number(id)));
			await indexPractices(tx, [Number(id)]);
			expect(await find("windmills", tx)).toEqual([]);
			throw new Error("changed my mind");
		}),
	).rejects.toThrow("changed my mind");
	expect(await find("windmills")).toEqual([]);
});

test("a practice is found as soon as its author has the answer, and not any more once it is withdrawn", async () => {
	const { id } = await published({ title: "Quarry becomes lido" });
	expect(await find("quarry lido")).toEqual([id]);
	await asAuthor.get(withdraw, { id });
	expect(await find("quarry lido")).toEqual([]);
});

test("of edits and a withdrawal at the same time, the index says what the tables say", async () => {
	const made = await Promise.all([1, 2, 3].map((n) => published({ title: `Dykes of clay ${n}` })));
	await Promise.all(
		made.flatMap(({ id, input }, at) => [
			asAuthor.ask(update, { id, revision: 1, input: { ...input, title: `Dykes of sand ${at}` } }),
			asModerator.ask(update, { id, revision: 1, input: { ...input, title: `Dykes of peat ${at}` } }),
			...(at === 0 ? [asAuthor.ask(withdraw, { id }), asModerator.ask(withdraw, { id })] : []),
		]),
	);
	const [gone, ...there] = made.map(({ id }) => id);
	expect((await find("dykes")).sort()).toEqual([...there].sort());
	expect(await find("dykes")).not.toContain(gone);
	const kept = await contents();
	expect(await rebuilt()).toEqual(kept);
});

test("publishing that is killed half-way leaves nothing, neither to read nor to find", async () => {
	const input = snapshot({ title: "Ferries without captains" });
	await killHalfWay(async () => {
		expect((await asAuthor.ask(publish, { input })).issues).not.toEqual([]);
	});
	expect(await db.$count(practices, eq(practices.title, input.title))).toBe(0);
	expect(await find("ferries captains")).toEqual([]);
	const { publishPractice } = await asAuthor.get(publish, { input });
	expect(await find("ferries captains")).toEqual([publishPractice.id]);
});

test("a withdrawal that is killed half-way leaves the practice to be read and found", async () => {
	const { id, slug } = await published({ title: "Cable cars to hospitals" });
	await killHalfWay(async () => {
		expect((await asAuthor.ask(withdraw, { id })).issues).not.toEqual([]);
	});
	expect(await db.$count(practices, eq(practices.slug, slug))).toBe(1);
	expect(await find("cable cars hospitals")).toEqual([id]);
	const kept = await contents();
	expect(await rebuilt()).toEqual(kept);
});

test("writers who wait for one another's new words do not fail", async () => {
	const thing = (title: string) => ({
		...{ kind: "practice", ref: title, language: "en", title, publishedAt: new Date() },
	});
	const met = pause();
	let waiting = 0;
	/** Each adds a word, waits until the other one has done so too, and adds the other one's word. */
	const meet = (own: string, others: string) =>
		transact(db, async (tx) => {
			await indexDocuments(tx, [thing(own)]);
			if (++waiting === 2) met.finish();
			await met.held;
			await indexDocuments(tx, [{ ...thing(others), ref: `${others} of ${own}` }]);
		});
	await Promise.all([meet("zucchetto", "quixotry"), meet("quixotry", "zucchetto")]);
	expect((await find("zucchetto")).sort()).toEqual(["zucchetto", "zucchetto of quixotry"]);
});
