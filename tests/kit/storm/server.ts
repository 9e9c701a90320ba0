/**
 * The service as a process of its own, for tests that kill it: only the pages' operations are answered, as in production,
 * and rate limits are out of the way. Settings come in the environment; `{ port }` is sent to whoever started it.
 */
import "../clock.ts";
import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { buildApp } from "@interurban/api/app";
import { makeLimiter } from "@interurban/api/limiter";
import { connectRedisCluster, makePostgresCluster } from "@interurban/api/realtime.cluster";
import { createDb } from "@interurban/db/client";
import { root } from "../scratch.ts";

const { DATABASE_URL = "", REDIS_URL, ALONE } = process.env;
const db = createDb(DATABASE_URL);
const page = async () => ({ status: 200, html: "" });
const operations = JSON.parse(readFileSync(join(root, "web/generated/texts.json"), "utf8"));
const app = await buildApp({
	db,
	web: () => ({ render: page, submit: page, feed: async () => ({ xml: "" }), operations }),
	assets: null,
	origin: "http://interurban.test",
	anyHost: true,
	dataDir: "",
	limiter: makeLimiter(1e6),
	cluster: REDIS_URL ? await connectRedisCluster(REDIS_URL) : ALONE ? null : makePostgresCluster(db),
	logger: { level: process.env.LOG_LEVEL ?? "error" },
});
await app.listen({ port: 0, host: "127.0.0.1" });
process.send?.({ port: (app.server.address() as AddressInfo).port });
process.once("disconnect", () => process.exit()); // nobody is there any more who would end it
process.once("SIGTERM", async () => {
	await app.close();
	await db.close();
	process.exit();
});
