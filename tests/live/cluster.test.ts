import { makePostgresCluster } from "@interurban/api/realtime.cluster";
import { createDb } from "@interurban/db/client";
import { afterAll, expect, test } from "vitest";
import { useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makeTopics } from "../kit/factories.ts";
import { useDatabaseProxy } from "../kit/proxy.ts";
import { listenTo } from "../kit/sockets.ts";
import { openThread, post } from "../kit/threads.ts";

const { db, connection } = await useDatabase();
await makeTopics(db, "waste");

test("a connection that is lost just when it begins to listen leaves nothing in the way of the next one", async () => {
	let listens = 0;
	const proxy = await useDatabaseProxy(connection, (sent) => sent.includes('LISTEN "') && ++listens === 1);
	await proxy.open();
	const behind = createDb(proxy.url);
	afterAll(() => behind.close());
	const here = await useApp(db, { cluster: makePostgresCluster(db) });
	const there = await useApp(db, { cluster: makePostgresCluster(behind) });
	await expect.poll(() => listens).toBeGreaterThanOrEqual(2); // again, after the loss
	const asker = await there.asMember(await makePerson(db));
	const id = await openThread(asker);
	const listeners = [await listenTo(here.origin), await listenTo(there.origin)];
	for (const { join } of listeners) expect(await join(`thread:${id}`)).toMatchObject({ ok: true });
	const last = ({ heard }: (typeof listeners)[number]) => heard.at(-1)?.post.excerpt;
	for (const [n, from] of [asker, await here.asMember(await makePerson(db))].entries())
		await expect
			.poll(async () => {
				await post(from, id, `Post of ${n}`);
				return listeners.map(last);
			})
			.toEqual([`Post of ${n}`, `Post of ${n}`]);
	for (const { heard } of listeners)
		expect(new Set(heard.map(({ version }) => version)).size, "each is heard once").toBe(heard.length);
});
