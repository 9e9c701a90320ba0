import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { useDatabase } from "../kit/database.ts";
import { useProduct } from "../kit/product.ts";
import { useDatabaseProxy } from "../kit/proxy.ts";

const { connection } = await useDatabase({ migrated: false });

test("a start goes on through a database that says nothing and is killed again and again", async () => {
	const proxy = await useDatabaseProxy(connection);
	await proxy.open();
	proxy.stall();
	const { origin, printed } = await useProduct({ DATABASE_URL: proxy.url, DEMO: "0" }, { ready: false });
	const health = async (kind: string) => (await fetch(`${origin}/health/${kind}`).catch(() => null))?.status;
	await expect.poll(() => health("live")).toBe(200);
	// Longer than a part of the service is commonly given to come up.
	for (const began = Date.now(); Date.now() - began < 12_000; await sleep(150)) {
		await proxy.cut();
		proxy.resume();
		await proxy.open();
	}
	await expect.poll(() => health("ready")).toBe(200);
	expect(printed()).not.toContain("Error");
});
