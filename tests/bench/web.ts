/**
 * `npm run bench:web [-- --json]`: what pages and operations cost, as ratios to bare Fastify routes that send the same
 * bytes or run the same SQL, in the same interleaved run. See README.md.
 */
import { type ChildProcess, fork, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { buildApp } from "@interurban/api/app";
import { makeLimiter } from "@interurban/api/limiter";
import type { Web } from "@interurban/contract/rendering";
import { createDb } from "@interurban/db/client";
import { startEmbedded } from "@interurban/db/embedded";
import { sql } from "drizzle-orm";
import { descendants, median, type Sample, sample, send, type Target } from "./web.load.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { values: flags } = parseArgs({
	options: {
		json: { type: "boolean" },
		rounds: { type: "string", default: "5" },
		requests: { type: "string", default: "150" },
	},
});
const rounds = Number(flags.rounds);
const requests = Number(flags.requests);

/** A folder with the demonstration data in it, served by the product as an operator runs it. */
async function startProduct(dataDir: string, port: number): Promise<ChildProcess> {
	const product = spawn(process.execPath, ["api/dist/main.js"], {
		cwd: root,
		env: {
			...process.env,
			NODE_ENV: "production",
			PORT: String(port),
			DATA_DIR: dataDir,
			DEMO: "1",
			TRUST_PROXY: "127.0.0.1",
			LOG_LEVEL: "error",
		},
		stdio: ["ignore", "ignore", "inherit"],
	});
	for (let attempt = 0; attempt < 240; attempt++) {
		await new Promise((resolve) => setTimeout(resolve, 500));
		const response = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null);
		if (response?.ok) return product;
		if (product.exitCode !== null) throw new Error("the product ended before it was ready");
	}
	throw new Error("the product was not ready after two minutes");
}

async function startBaseline(connection: object, pages: Record<string, string>) {
	const child = fork(join(root, "tests/bench/web.baseline.ts"), {
		execArgv: ["--import", "tsx", "--conditions=source"],
		stdio: ["ignore", "inherit", "inherit", "ipc"],
	});
	child.send({ connection, pages });
	const address = await new Promise<AddressInfo>((resolve) =>
		child.once("message", (message) => resolve(message as AddressInfo)),
	);
	return { child, port: address.port };
}

const dataDir = await mkdtemp(join(tmpdir(), "interurban-bench-"));
const port = 3190;
const product = await startProduct(dataDir, port);
const embedded = await startEmbedded({ dataDir });
const connection = embedded.connection("interurban");
const db = createDb(connection, { max: 2 });
let baseline: Awaited<ReturnType<typeof startBaseline>> | null = null;
try {
	const [thread] = await db.execute<{ id: number; posts: number }>(
		sql`select id, post_count as posts from threads where not private order by post_count desc, id limit 1`,
	);
	const [practice] = await db.execute<{ slug: string }>(sql`select slug from practices order by id limit 1`);
	if (!thread || !practice) throw new Error("there is no demonstration data to measure with");
	await fillThread(thread.id, 20);

	const manifest = JSON.parse(readFileSync(join(root, "web/dist/client/.vite/manifest.json"), "utf8"));
	const { createWeb } = (await import(join(root, "web/dist/server/entry-server.js"))) as {
		createWeb(manifest: object): Web;
	};
	const web = createWeb(manifest);
	const threadOperation = Object.entries(web.operations).find(([, text]) =>
		text.startsWith("query Thread("),
	)?.[0];
	if (!threadOperation) throw new Error("there is no operation Thread");

	const pages: { name: string; path: string }[] = [
		{ name: "home", path: "/en/" },
		{ name: "practice", path: `/en/practices/${practice.slug}` },
		{ name: "search", path: "/en/search?q=public+water" },
		{ name: "thread", path: `/en/threads/${thread.id}` },
		{ name: "topics", path: "/en/topics" },
	];
	for (const page of pages) page.path = await settle(page.path);
	const bytes: Record<string, string> = {};
	for (const { name, path } of pages) bytes[name] = await send({ name, port, path });
	baseline = await startBaseline(connection, bytes);

	const postgres = () => processesOf("postgres", dataDir);
	const ours = () => [product.pid ?? 0, ...postgres()];
	const bare = () => [baseline?.child.pid ?? 0, ...postgres()];
	type Case = Target & { processes: () => number[]; against?: string };
	const cases: Case[] = [
		...pages.map(({ name, path }) => ({
			name: `page ${name}`,
			...{ port, path, processes: ours, against: `bytes ${name}` },
			isMade: true,
		})),
		...pages.map(({ name, path }) => ({
			name: `kept ${name}`,
			...{ port, path, processes: ours, against: `bytes ${name}` },
		})),
		...pages.map(({ name }) => ({
			name: `bytes ${name}`,
			port: baseline?.port ?? 0,
			path: `/bytes/${name}`,
			processes: bare,
		})),
		{
			name: "operation thread",
			port,
			path: "/graphql",
			body: JSON.stringify({ persisted: true, query: threadOperation, variables: { id: String(thread.id) } }),
			processes: ours,
			against: "sql thread",
		},
		{ name: "sql thread", port: baseline.port, path: `/sql/thread/${thread.id}`, processes: bare },
	];

	for (const each of cases) await sample(each, { count: 60, connections: 8, processes: each.processes });
	const samples = new Map<string, Sample[]>();
	for (let round = 0; round < rounds; round++)
		for (const each of cases) {
			const found = await sample(each, { count: requests, connections: 8, processes: each.processes });
			samples.set(each.name, [...(samples.get(each.name) ?? []), found]);
		}
	const statements = await countStatements(web, pages);
	report(cases, samples, statements, bytes);
} finally {
	baseline?.child.kill();
	product.kill("SIGTERM");
	await new Promise((resolve) => product.once("exit", resolve));
	await db.close();
	await embedded.stop();
	await rm(dataDir, { recursive: true, force: true });
}

/** Follows the redirects of an address, such as from `/threads/1` to `/threads/1-title`. */
async function settle(path: string): Promise<string> {
	const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie: "language=en" } });
	await response.text();
	const url = new URL(response.url);
	return url.pathname + url.search;
}

/** Posts enough in a thread that its first page is full. */
async function fillThread(id: number, count: number): Promise<void> {
	await db.execute(sql`
		with more as (
			select t.id, t.post_count + n as number, t.version + n as version, (select min(author_id) from posts) as author
			from threads t, generate_series(1, greatest(0, ${count} - t.post_count)) n where t.id = ${id}
		), made as (
			insert into posts (thread_id, number, version, author_id, client_id, sent_hash, body, language)
			select id, number, version, author, gen_random_uuid(), '',
				'We did it the other way round, and **would not** do so again: registers first, software second. ' || number, 'en'
			from more returning 1
		)
		update threads set post_count = post_count + (select count(*) from made)::int,
			version = version + (select count(*) from made) where id = ${id}`);
}

/** Processes of one program that work in a folder, with those they started. */
function processesOf(program: string, folder: string): number[] {
	const pids = descendants(1).filter((pid) => {
		try {
			return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(program) && isBelow(pid, folder);
		} catch {
			return false;
		}
	});
	return [...new Set(pids.flatMap((pid) => [pid, ...descendants(pid)]))];
}

function isBelow(pid: number, folder: string): boolean {
	const status = readFileSync(`/proc/${pid}/environ`, "utf8") + readFileSync(`/proc/${pid}/cmdline`, "utf8");
	return status.includes(folder);
}

/** SQL statements that one rendering of each page takes. */
async function countStatements(
	web: Web,
	pages: readonly { name: string; path: string }[],
): Promise<Record<string, number>> {
	let count = 0;
	const counted = createDb({ ...connection, debug: () => count++ } as never, { max: 1 });
	const app = await buildApp({
		db: counted,
		web: () => web,
		assets: null,
		origin: "http://localhost",
		dataDir,
		limiter: makeLimiter(1e6),
	});
	const found: Record<string, number> = {};
	for (const { name, path } of pages) {
		await app.inject(path);
		count = 0;
		await app.inject(path);
		found[name] = count;
	}
	await app.close();
	await counted.close();
	return found;
}

function report(
	cases: readonly { name: string; against?: string }[],
	samples: Map<string, Sample[]>,
	statements: Record<string, number>,
	bytes: Record<string, string>,
): void {
	const results: Record<string, object> = {};
	console.log("                     req/s   CPU ms   p50 ms   p99 ms   × bare CPU   SQL   KB");
	for (const { name, against } of cases) {
		const own = median(samples.get(name) ?? []);
		const base = against ? median(samples.get(against) ?? []) : null;
		const key = name.replace(/^\w+ /, "");
		const isPage = name.startsWith("page ");
		const ratio = base ? own.cpuMs / base.cpuMs : null;
		console.log(
			[
				name.padEnd(18),
				own.perSecond.toFixed(0).padStart(7),
				own.cpuMs.toFixed(2).padStart(8),
				own.p50.toFixed(1).padStart(8),
				own.p99.toFixed(1).padStart(8),
				(ratio ? ratio.toFixed(1) : "").padStart(12),
				(isPage ? String(statements[key]) : "").padStart(5),
				(isPage ? ((bytes[key]?.length ?? 0) / 1024).toFixed(0) : "").padStart(4),
			].join(" "),
		);
		results[name] = { ...own, ratio, ...(isPage ? { statements: statements[key] } : {}) };
	}
	if (flags.json) console.log(JSON.stringify({ bench: "web", rounds, requests, results }));
}
