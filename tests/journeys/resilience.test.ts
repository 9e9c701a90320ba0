import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { makeSessions } from "@interurban/api/sessions";
import { directionOf, languages } from "@interurban/contract/languages";
import { threads } from "@interurban/db/schema/threads";
import { Viewer, WritePost } from "@interurban/web/generated/operations";
import { wordsIn } from "@interurban/words/server";
import { describe, expect, test } from "vitest";
import { signIn, useBrowser } from "../kit/browser.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makePractice } from "../kit/factories.ts";
import { freePort } from "../kit/ports.ts";
import { runProduct, useProduct } from "../kit/product.ts";
import { useDatabaseProxy } from "../kit/proxy.ts";
import { scratch } from "../kit/scratch.ts";

describe("a database that comes and goes", async () => {
	const { db, connection } = await useDatabase({ migrated: false });
	const proxy = await useDatabaseProxy(connection);
	const browser = await useBrowser();
	const { origin, printed } = await useProduct({ DATABASE_URL: proxy.url, DEMO: "0" }, { ready: false });
	const health = async (kind: string) => (await fetch(`${origin}/health/${kind}`).catch(() => null))?.status;
	const ask = async (operation: { id: string }, variables: object, cookie = "") => {
		const response = await fetch(`${origin}/graphql`, {
			method: "POST",
			headers: { "content-type": "application/json", ...(cookie ? { cookie } : {}) },
			body: JSON.stringify({ persisted: true, query: operation.id, variables }),
		});
		return { status: response.status, text: await response.text() };
	};
	const sessionOf = async (person: { id: number }) =>
		(await makeSessions(db, false).create(person.id, "test")).cookie.split(";", 1)[0] ?? "";

	/** Every page says so in the reader's language, to visitors and members; it is kept nowhere. */
	async function expectClearPages() {
		// What a visitor was shown a moment ago may be shown once more.
		const first = () => fetch(`${origin}/de/practices`).then(({ status }) => status);
		await expect.poll(first).toBe(503);
		for (const language of languages) {
			const t = wordsIn(language);
			for (const cookie of ["", "session=of-somebody"]) {
				const response = await fetch(`${origin}/${language}/practices`, { headers: { cookie } });
				const html = await response.text();
				expect(response.status).toBe(503);
				expect(html).toContain(`<html lang="${language}" dir="${directionOf(language)}"`);
				expect(html).toContain(t("errors.unavailable_title"));
				expect(html).toContain(t("errors.unavailable"));
				expect(response.headers.get("cache-control")).toContain("no-store");
				expect(response.headers.get("retry-after")).toBeTruthy();
			}
		}
		for (const cookie of ["", "session=of-somebody"]) {
			const { status, text } = await ask(Viewer, {}, cookie);
			if (status !== 200) expect(status).toBe(503);
			else if (cookie) expect(text).toContain('"unavailable"');
		}
		expect([await health("live"), await health("ready")]).toEqual([200, 503]);
	}

	test("is waited for, with one sentence that names the setting and a clear page", async () => {
		await expect.poll(() => health("live")).toBe(200);
		await expect.poll(printed).toContain("DATABASE_URL");
		await expectClearPages();
		expect(printed().trim().split("\n")).toHaveLength(1);
		await proxy.open();
		await expect.poll(() => health("ready")).toBe(200);
		expect((await fetch(`${origin}/de/practices`)).status).toBe(200);
	});

	test("may leave while people read, and all goes on when it is back", async () => {
		const practice = await makePractice(db);
		const [thread] = await db.insert(threads).values({ practiceId: practice.id }).returning();
		const author = await sessionOf(await makePerson(db));
		const context = await browser.newContext({ locale: "en" });
		await signIn(context, origin, author);
		const page = await context.newPage();
		const t = wordsIn("en");
		const send = async (text: string) => {
			await page.locator('#discussion textarea[name="body"]').fill(text);
			await page.getByRole("button", { name: t("threads.send") }).click();
		};
		await page.goto(`${origin}/en/practices/${practice.slug}`);
		await page.waitForLoadState("networkidle");
		await page.locator("#discussion").scrollIntoViewIfNeeded();
		await page.getByText(t("threads.live")).waitFor();
		await send("Before the cut");
		await page.getByText("Before the cut").waitFor();

		await proxy.cut();
		await expect.poll(() => health("ready")).toBe(503);
		await expectClearPages();
		const refused = await ask(Viewer, {}, author);
		expect(refused.text).toContain('"unavailable"');
		await send("During the cut");

		await proxy.open();
		await expect.poll(() => health("ready")).toBe(200);
		expect((await fetch(`${origin}/en/practices/${practice.slug}`)).status).toBe(200);
		// What was sent meanwhile waits in the page until it gets through.
		await expect
			.poll(async () => (await fetch(`${origin}/en/practices/${practice.slug}`)).text())
			.toContain("During the cut");
		// Another's post arrives over the same socket, or the one that took its place.
		const peer = await sessionOf(await makePerson(db));
		const post = { threadId: String(thread?.id), clientId: randomUUID(), body: "After the cut" };
		await expect.poll(async () => (await ask(WritePost, post, peer)).text).toContain('"number"');
		// Below what is being read, it is announced instead of pushed in.
		const announced = page.getByRole("button", { name: t("ui.newItems", { count: 1 }) });
		const arrived = page.getByText("After the cut");
		await announced.or(arrived).first().waitFor();
		if (await announced.isVisible()) await announced.click();
		await arrived.waitFor();
		for (const text of ["Before the cut", "During the cut", "After the cut"])
			expect(await page.locator("article").getByText(text, { exact: true }).count()).toBe(1);
		await context.close();
	});
});

describe("a start that cannot be", async () => {
	const { connection } = await useDatabase({ migrated: false });
	const proxy = await useDatabaseProxy(connection);

	test.each([
		["PORT", { PORT: "abc" }],
		["PORT", { PORT: "70000" }],
		["BASE_URL", { BASE_URL: "nonsense" }],
		["DATABASE_URL", { DATABASE_URL: "nonsense" }],
		["DEMO", { DEMO: "2" }],
		["LOG_LEVEL", { LOG_LEVEL: "loud" }],
	])("for a wrong %s ends with one sentence that names it", async (name, env) => {
		const { code, printed } = await runProduct(env as Record<string, string>).ended;
		expect(printed.trim().split("\n")).toHaveLength(1);
		expect(printed).toMatch(new RegExp(`^${name} must be .*\\n$`));
		expect(code).toBe(1);
	});

	test("for several wrong settings names each on a line of its own", async () => {
		const { code, printed } = await runProduct({ PORT: "x", DEMO: "x" }).ended;
		expect(
			printed
				.trim()
				.split("\n")
				.map((line) => line.split(" ", 1)[0]),
		).toEqual(["PORT", "DEMO"]);
		expect(code).toBe(1);
	});

	test("on a busy port ends with one sentence that names it", async () => {
		const other = createServer().listen(0, "localhost");
		await once(other, "listening");
		const { port } = other.address() as { port: number };
		const { code, printed } = await runProduct({ PORT: String(port) }).ended;
		other.close();
		expect(printed).toMatch(new RegExp(`^PORT ${port} is used by another program.*\\n$`));
		expect(code).toBe(1);
	});

	test("with a database that refuses us ends with one sentence that names it", async () => {
		await proxy.open();
		const url = proxy.url.replace(/[^/]+$/, "no_such_database");
		const { code, printed } = await runProduct({ DATABASE_URL: url }).ended;
		expect(printed).toMatch(/^The database refuses us: .*no_such_database.*DATABASE_URL.*\n$/);
		expect(code).toBe(1);
	});
});

describe("a data folder", () => {
	const postmaster = (dataDir: string) => join(dataDir, "pg18", "postmaster.pid");

	test("has one network: a second one is refused, and Ctrl-C leaves nothing running", async () => {
		const dataDir = await mkdtemp(join(scratch, "resilience-"));
		const env = { DATA_DIR: dataDir, DEMO: "0" };
		const first = runProduct({ ...env, PORT: String(await freePort()) });
		await expect.poll(first.printed).toContain("Ctrl-C stops it.");
		const second = await runProduct({ ...env, PORT: String(await freePort()) }).ended;
		expect(second.printed).toMatch(/^DATA_DIR .* is used by another running Interurban.*\n$/);
		expect(second.code).toBe(1);
		expect(existsSync(postmaster(dataDir))).toBe(true);
		first.process.kill("SIGINT");
		expect((await first.ended).code).toBe(0);
		expect(existsSync(postmaster(dataDir))).toBe(false);
	});

	test("is left in order by a Ctrl-C in the middle of the first start", async () => {
		const dataDir = await mkdtemp(join(scratch, "resilience-"));
		const started = runProduct({ DATA_DIR: dataDir, DEMO: "0", PORT: String(await freePort()) });
		await expect.poll(() => existsSync(postmaster(dataDir)), { interval: 5 }).toBe(true);
		started.process.kill("SIGINT");
		const { code, printed } = await started.ended;
		expect(code).toBe(0);
		// On a busy machine it may have come through before the key was pressed.
		expect(printed.replace(/\nInterurban is ready[\s\S]*/, "")).toBe("");
		expect(existsSync(postmaster(dataDir))).toBe(false);
	});
});

test("Ctrl-C ends a network that waits for its database", async () => {
	const waiting = runProduct({
		DATABASE_URL: `postgres://somebody@127.0.0.1:${await freePort()}/network`,
		PORT: String(await freePort()),
	});
	await expect.poll(waiting.printed).toContain("DATABASE_URL");
	waiting.process.kill("SIGINT");
	expect((await waiting.ended).code).toBe(0);
});
