import { languages } from "@interurban/contract/languages";
import { createDb } from "@interurban/db/client";
import { searchDocuments } from "@interurban/db/schema/search";
import { wordsIn } from "@interurban/words/server";
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { builtPages } from "../kit/pages.ts";
import { pause } from "../kit/pause.ts";
import { useDatabaseProxy } from "../kit/proxy.ts";

const { db, connection } = await useDatabase();
const web = await builtPages();

test("a search that takes too long is ended, and the page says so in the reader’s language", async () => {
	const hasty = createDb(connection, { max: 3, statementTimeout: 200 });
	afterAll(() => hasty.close());
	const { app, visitor } = await useApp(hasty, { web });
	const page = (language: string) => app.inject(`/${language}/search?q=water`);
	const answers = () => expect.poll(async () => (await page("en")).statusCode).toBe(200);
	await answers();
	const { held, finish } = pause();
	const locked = pause();
	const locking = db.transaction(async (tx) => {
		await tx.execute(sql`lock table ${searchDocuments} in access exclusive mode`);
		locked.finish();
		await held;
	});
	await locked.held;
	for (const language of languages) {
		const response = await page(language);
		expect(response.statusCode).toBe(503);
		expect(response.headers["retry-after"]).toBeTruthy();
		expect(response.body).toContain(wordsIn(language)("errors.too_slow_title"));
		expect(response.body).toContain(wordsIn(language)("errors.too_slow"));
	}
	const feed = await app.inject("/en/search.atom?q=water");
	expect([feed.statusCode, feed.body]).toEqual([503, `${wordsIn("en")("errors.too_slow")}\n`]);
	const { issues } = await visitor.ask(`{ search(text: "water") { total } }`);
	expect(issues).toEqual([{ code: "too_slow" }]);
	finish();
	await locking;
	await answers();
});

test("nobody waits for ever for a database that has stalled, and all goes on when it does", async () => {
	const proxy = await useDatabaseProxy(connection);
	await proxy.open();
	const behind = createDb(proxy.url, { max: 3 });
	afterAll(() => behind.close());
	const { app } = await useApp(behind, { web, deadline: 1500 });
	const answers = () =>
		Promise.all([
			app.inject("/en/search?q=water"),
			app.inject("/en/search.atom?q=water"),
			app.inject({
				...{ method: "POST", url: "/graphql", payload: { query: `{ search(text: "water") { total } }` } },
			}),
		]);
	const statuses = async () => (await answers()).map(({ statusCode }) => statusCode);
	await expect.poll(statuses).toEqual([200, 200, 200]);
	proxy.stall();
	const [page, feed, operation] = await answers();
	for (const { statusCode } of [page, feed]) expect(statusCode).toBe(503);
	expect(page.body).toContain(wordsIn("en")("errors.unavailable_title"));
	expect(operation.json().errors).toMatchObject([{ extensions: { code: "unavailable" } }]);
	proxy.resume();
	await expect.poll(statuses).toEqual([200, 200, 200]);
});
