import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Web } from "@interurban/contract/rendering";
import { type Connection, createDb } from "@interurban/db/client";
import { type EmbeddedServer, startEmbedded } from "@interurban/db/embedded";
import type { FastifyInstance } from "fastify";
import { keepAlerts } from "./alerts/alerts.ts";
import { buildApp } from "./app.ts";
import { giveUp, loadEnv, root } from "./command.ts";
import { deadlineFor } from "./deadline.ts";
import type { Env } from "./env.ts";
import { makeFileStore } from "./files/files.store.ts";
import { keepFilesTidy } from "./files/files.ts";
import { pageLifetime } from "./pages.ts";
import { isAdministered } from "./people/people.ts";
import { type Cluster, connectRedisCluster, makePostgresCluster } from "./realtime.cluster.ts";
import { keepIndex } from "./search/search.rebuild.job.ts";
import { keepStatistics } from "./search/search.ts";
import { demonstrationAccounts, hasDemonstration } from "./seed.demonstration.ts";
import { prepareDatabase, RefusedDatabase } from "./startup.ts";
import { makeTranslator } from "./translation/libretranslate.ts";

/** Finds out about a busy port before anything else is started. */
function probePort(env: Env): Promise<void> {
	return new Promise((resolve) => {
		const probe = createServer();
		probe.once("error", (error: NodeJS.ErrnoException) => {
			if (error.code === "EADDRINUSE")
				giveUp(`PORT ${env.PORT} is used by another program: stop that one, or set PORT to a free port.`);
			if (error.code === "EACCES")
				giveUp(`PORT ${env.PORT} is not allowed for this account: set PORT to one above 1023.`);
			giveUp(
				`HOST ${env.HOST} cannot be listened on (${error.message}): set HOST to an address of this machine.`,
			);
		});
		probe.listen(env.PORT, env.HOST, () => probe.close(() => resolve()));
	});
}

async function openDatabase(env: Env): Promise<{ connection: Connection; embedded: EmbeddedServer | null }> {
	if (env.DATABASE_URL) return { connection: env.DATABASE_URL, embedded: null };
	const embedded = await startEmbedded({ dataDir: env.DATA_DIR }).catch((error: Error) =>
		giveUp(error.message),
	);
	if (!(await embedded.claim())) {
		await embedded.stop();
		giveUp(
			`DATA_DIR ${env.DATA_DIR} is used by another running Interurban: stop that one, or set DATA_DIR to another folder.`,
		);
	}
	await embedded.createDatabase("interurban");
	return { connection: embedded.connection("interurban"), embedded };
}

type Pages = { web: () => Web; assets: string | null; middleware: ((app: FastifyInstance) => void) | null };

/** The built pages; in development Vite makes them from the sources with each request. */
async function loadPages(env: Env): Promise<Pages> {
	if (env.development) {
		const { createDevelopmentWeb } = await import(pathToFileURL(join(root, "web/development.ts")).href);
		return createDevelopmentWeb();
	}
	const built = join(root, "web/dist/server/entry-server.js");
	if (!existsSync(built)) giveUp("The pages are not built yet: `npm start` builds them.");
	const { createWeb } = await import(pathToFileURL(built).href);
	const assets = join(root, "web/dist/client");
	const web: Web = createWeb(JSON.parse(readFileSync(join(assets, ".vite/manifest.json"), "utf8")));
	return { web: () => web, assets, middleware: null };
}

const env = loadEnv();
/** Ends what has been started, the last first. */
const endings: (() => Promise<void>)[] = [];
let ready = false;
let stopping = false;

async function stop(exitCode: number): Promise<void> {
	if (stopping) return;
	stopping = true;
	await opening; // a server that is only just starting is stopped too
	for (const end of endings.reverse()) await end();
	process.exit(exitCode);
}

await probePort(env);
const opening = openDatabase(env);
process.on("SIGINT", () => stop(0));
process.on("SIGTERM", () => stop(0));
const { connection, embedded } = await opening;
if (embedded) endings.push(embedded.stop);
const statementTimeout = env.STATEMENT_TIMEOUT * 1000;
const db = createDb(connection, { statementTimeout });
endings.push(db.close);
/** For what takes its time and no request waits for. */
const backstage = createDb(connection, { max: 3 });
endings.push(backstage.close);
const { web, assets, middleware } = await loadPages(env);

const app = await buildApp({
	db,
	web,
	assets,
	middleware,
	origin: env.BASE_URL,
	anyHost: !process.env.BASE_URL,
	dataDir: env.DATA_DIR,
	development: env.development,
	isReady: () => ready,
	cluster: await openCluster(),
	translator: env.TRANSLATE_URL ? makeTranslator({ url: env.TRANSLATE_URL, key: env.TRANSLATE_KEY }) : null,
	trustProxy: env.TRUST_PROXY,
	deadline: deadlineFor(statementTimeout),
	pageLifetime: env.development ? 0 : pageLifetime * 1000,
	logger: { level: env.LOG_LEVEL },
});
endings.push(() => app.close());

const statistics = keepStatistics(backstage, app.log);
const index = keepIndex(backstage, app.log, (sentence) => console.log(sentence));
const alerts = keepAlerts(backstage, app.log);
const tidying = keepFilesTidy(backstage, makeFileStore(join(env.DATA_DIR, "files")), app.log);
endings.push(async () => {
	void statistics.stop(); // closing the database ends it
	void alerts.stop();
	void tidying.stop();
	void index.stop();
});

if (!stopping) await app.listen({ port: env.PORT, host: env.HOST });
try {
	await prepareDatabase(backstage, {
		demo: env.DEMO,
		where: env.DATABASE_URL ? "DATABASE_URL" : "DATA_DIR",
		isStopping: () => stopping,
	});
	if (!stopping) await announce();
} catch (error) {
	if (!stopping) console.error(error instanceof RefusedDatabase ? error.message : error);
	await stop(1);
}

/** An embedded database has one process only. */
async function openCluster(): Promise<Cluster | null> {
	if (embedded) return null;
	if (!env.REDIS_URL) return makePostgresCluster(db);
	return connectRedisCluster(env.REDIS_URL).catch((error: Error) =>
		giveUp(`REDIS_URL does not answer as it should (${error.message}): check it, or unset it.`),
	);
}

async function announce(): Promise<void> {
	ready = true;
	statistics.start();
	index.start();
	alerts.start();
	tidying.start();
	console.log(`\nInterurban is ready: ${env.BASE_URL}`);
	if (env.DEMO && (await hasDemonstration(db))) console.log(demonstrationAccounts);
	console.log("Ctrl-C stops it.");
	if (!(await isAdministered(db)))
		console.log("Nobody administers this network yet: `npm run create-admin` makes an account that does.");
}
