import { readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { seed } from "@interurban/api/seed";
import { seedDemonstration } from "@interurban/api/seed.demonstration";
import { people } from "@interurban/db/schema/people";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson } from "../kit/factories.ts";
import { runFile, until } from "../kit/processes.ts";
import { root, scratch } from "../kit/scratch.ts";

const patience = 1_200_000;
const { db, url } = await useDatabase();
const lived = await useDatabase();
const { visitor, asMember } = await useApp(db);

/** Rows of every table that the demonstration fills. */
async function counts() {
	const [row] = await db.execute<Record<string, number>>(sql`select
		(select count(*)::int from people) as people,
		(select count(*)::int from practices) as practices,
		(select count(*)::int from practice_revisions) as revisions,
		(select count(*)::int from practice_translations) as translations,
		(select count(*)::int from challenges) as challenges,
		(select count(*)::int from threads) as threads,
		(select count(*)::int from posts) as posts,
		(select count(*)::int from search_documents where kind = 'practice') as found`);
	return row as Record<string, number>;
}

const whole = {
	people: 24,
	practices: 90,
	revisions: 90,
	translations: 450,
	challenges: 12,
	threads: 117,
	posts: 96,
	found: 90,
};

test(
	"a network begins with the whole demonstration, also when its first starts were killed half-way",
	async () => {
		for (const table of ["people", "practices"] as const) {
			const { process: child, ended } = runFile("tests/kit/prepare.ts", [url], {});
			await Promise.race([until(async () => ((await counts())[table] ?? 0) > 0), ended]);
			child.kill("SIGKILL");
			await ended;
		}
		const last = await runFile("tests/kit/prepare.ts", [url], {}).ended;
		expect(last).toMatchObject({ code: 0, stderr: "" });
		expect(await counts()).toEqual(whole);
	},
	patience,
);

test("another start changes nothing", async () => {
	const before = await db.execute(sql`select id, updated_at, revision from practices order by id`);
	await seed(db, { demo: true });
	expect(await db.execute(sql`select id, updated_at, revision from practices order by id`)).toEqual(before);
	expect(await counts()).toEqual(whole);
});

test("practices have authors who write their language, a place, sources, and readers' languages", async () => {
	const { practice } = await visitor.get(
		`{ practice(slug: "kommunale-verpackungssteuer-auf-einweg-to-go") {
			author { name } place { name } organisation { kind } displayTitle titleLanguage thread { postCount }
			conditions { kind } references { url } topics { id } related { practice { slug } sharedTopics { id } }
		} }`,
	);
	expect(practice).toMatchObject({
		author: { name: "Anna Reimann" },
		organisation: { kind: "municipality" },
		displayTitle: "Municipal packaging tax on single-use takeaway",
		titleLanguage: "en",
		thread: { postCount: 1 },
	});
	expect(practice.references).toHaveLength(3);
	expect(practice.conditions[0]).toEqual({ kind: "law" });
	expect(practice.related.length).toBeGreaterThan(0);
	const [strangers] = await db.execute<{ count: number }>(sql`
		select count(*)::int as count from practices p join people a on a.id = p.author_id where a.language <> p.language`);
	expect(strangers?.count).toBe(0);
});

test("the accounts to try it with have something to read, and nobody else reads it", async () => {
	const [anna] = await db.select({ id: people.id }).from(people).where(eq(people.handle, "anna-reimann"));
	const asAnna = await asMember({ id: anna?.id ?? 0 });
	const { viewer, inbox, conversations, requests } = await asAnna.get(`{
		viewer { unreadThreads unreadMessages }
		inbox { items { reason isUnread thread { title } } }
		conversations { items { others unread thread { id } } }
		requests: conversations(requests: true) { items { requestedBy { name } lastPost { language } } }
	}`);
	expect(viewer).toEqual({ unreadThreads: 3, unreadMessages: 3 });
	expect(conversations.items.map(({ others }: { others: string[] }) => others.length)).toEqual([1, 4, 1, 1]);
	expect(requests.items).toEqual([{ requestedBy: { name: "Youssef Benali" }, lastPost: { language: "ar" } }]);
	const [mention] = inbox.items.filter(({ reason }: { reason: string }) => reason === "mention");
	expect(mention).toMatchObject({ isUnread: true, thread: { title: expect.stringContaining("Schulhöfen") } });
	const { thread } = await visitor.get("query ($id: ID!) { thread(id: $id) { id } }", {
		id: conversations.items[0].thread.id,
	});
	expect(thread).toBeNull();
});

test("a network in which somebody lives already is left alone", async () => {
	await makePerson(lived.db);
	await seedDemonstration(lived.db);
	expect(await lived.db.$count(people)).toBe(1);
});

test(
	"the import command finishes what a kill cut off, tells of bad lines and ends with 1",
	async () => {
		const practices = readFileSync(join(root, "db/seed/data/practices.jsonl"), "utf8").trim().split("\n");
		const lines = Array.from({ length: 400 }, (_, index) =>
			JSON.stringify({ ...JSON.parse(practices[index % practices.length] ?? ""), id: `again-${index}` }),
		);
		await mkdir(scratch, { recursive: true });
		const file = join(scratch, `import-${process.pid}.jsonl`);
		await writeFile(file, `${lines.join("\n")}\n{"id": 7}\n`);
		const env = { DATABASE_URL: url };
		const run = (...args: string[]) => runFile("api/import.ts", [file, ...args], env);
		const imported = async () =>
			(await db.execute(sql`select 1 from practices where import_key like 'again-%'`)).length;

		const dry = await run("--dry-run").ended;
		expect(dry, dry.stderr).toMatchObject({
			code: 1,
			stdout: expect.stringContaining("Would be added: 400"),
		});
		expect(await imported()).toBe(0);

		const { process: child, ended } = run();
		await Promise.race([until(async () => (await imported()) > 0), ended]);
		child.kill("SIGKILL");
		await ended;
		const before = await imported();
		const after = await run("--author", "anna-reimann").ended;
		expect(after.code).toBe(1);
		expect(after.stdout).toContain(
			`Practices added: ${400 - before}, changed: 0, unchanged: ${before}; bad lines: 1.`,
		);
		expect(after.stderr).toContain("line 401, field id: must be text, not 7");
		expect(await imported()).toBe(400);
	},
	patience,
);

test(
	"the import command says what is wrong with how it is called",
	async () => {
		const calls = [
			{ args: ["nowhere.jsonl"], said: "There is no file" },
			{ args: ["api"], said: "neither JSON lines" },
			{ args: ["--nonsense"], said: "nonsense" },
			{ args: [], said: "npm run import" },
		];
		for (const { args, said } of calls) {
			const { code, stderr } = await runFile("api/import.ts", args, { DATABASE_URL: url }).ended;
			expect(code).toBe(1);
			expect(stderr).toContain(said);
			expect(stderr).not.toMatch(/^ {4}at .*:\d+:\d+/m);
		}
	},
	patience,
);
