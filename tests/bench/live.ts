/**
 * `npm run bench:live [-- --json]`: whether live posts are lost, doubled or out of order while everything is killed, and
 * how fast they reach everybody, as ratios to a bare insert and socket.io broadcast in the same interleaved run. The
 * database, the servers and the lines to them are its own. See README.md.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { hasRedis, startRedis } from "../kit/redis.ts";
import { type Kills, storm } from "../kit/storm/loss.ts";
import { type StormNetwork, startNetwork } from "../kit/storm/network.ts";
import { stormOfRetries } from "../kit/storm/retries.ts";
import { revoke } from "../kit/storm/revocation.ts";
import { startServer } from "../kit/storm/servers.ts";
import { stall } from "../kit/storm/slow.ts";
import { type Latency, measureFanout, measureSustained } from "./live.fanout.ts";
import { bareSide, measureWriting, ourSide } from "./live.speed.ts";

const { values: flags } = parseArgs({
	options: {
		json: { type: "boolean" },
		/** One part alone. */
		only: { type: "string" },
		posts: { type: "string", default: "20000" },
		ids: { type: "string", default: "2000" },
		rounds: { type: "string", default: "6" },
		/** Milliseconds between two things that go wrong. */
		every: { type: "string", default: "3000" },
	},
});
const rounds = Number(flags.rounds);
const every = Number(flags.every);
const folder = await mkdtemp(join(tmpdir(), "live-"));
const result: Record<string, unknown> = { bench: "live" };

const parts: Record<string, () => Promise<void>> = {
	speed: () => inNetwork(1, speed),
	cluster,
	slow: () => inNetwork(1, slow),
	revocation: () => inNetwork(2, revocation),
	loss: () => inNetwork(2, loss),
	retries: () => inNetwork(2, retries),
};
try {
	for (const [name, run] of Object.entries(parts)) if (!flags.only || flags.only === name) await run();
} finally {
	await rm(folder, { recursive: true, force: true });
}
if (flags.json) console.log(JSON.stringify(result));
process.exit();

async function inNetwork(
	processes: number,
	run: (network: StormNetwork) => Promise<void>,
	env: Record<string, string> = {},
): Promise<void> {
	const network = await startNetwork({ folder: join(folder, "db"), processes, env });
	try {
		await run(network);
	} finally {
		await network.close();
	}
}

async function speed(network: StormNetwork): Promise<void> {
	const bareServer = await startServer({ DATABASE_URL: network.url }, "tests/bench/live.baseline.ts");
	try {
		const sides = {
			ours: await ourSide(network),
			bare: bareSide(bareServer, { html: "x".repeat(900) }),
		};
		const { ours, bare } = await measureWriting(network, sides, bareServer, { rounds, posts: 300 });
		const ratio = round(ours.cpuMs / bare.cpuMs);
		console.log(`post: ${round(ours.cpuMs)} ms CPU, bare insert ${round(bare.cpuMs)}: × ${ratio}`);
		result.write = { ours, bare, ratio };

		const fanout: Record<string, object> = {};
		console.log("clients    p50 ms    bare     ×    p99 ms    bare     ×");
		for (const clients of [100, 500, 1000]) {
			const found = await measureFanout(sides, { clients, rounds, posts: 20 });
			const of = (key: keyof Latency) => round(found.ours[key] / found.bare[key]);
			const columns = (key: keyof Latency) => [found.ours[key], found.bare[key], of(key)].map(pad).join("");
			console.log(`${String(clients).padStart(7)} ${columns("p50")} ${columns("p99")}`);
			fanout[clients] = { ...found.ours, bare: found.bare, ratio: { p50: of("p50"), p99: of("p99") } };
		}
		result.fanout = fanout;

		const rates = [25, 50, 75, 100, 150, 200, 300];
		const most = {
			ours: await measureSustained([sides.ours], { clients: 500, seconds: 5, rates }),
			bare: await measureSustained([sides.bare], { clients: 500, seconds: 5, rates }),
		};
		console.log(`posts a second, 500 readers: ${most.ours.perSecond}, bare ${most.bare.perSecond}`);
		result.sustained = most;
	} finally {
		await bareServer.stop();
	}
}

/** Posts in eight threads go to one process; their readers are connected to another one. */
async function cluster(): Promise<void> {
	const found: Record<string, object> = {};
	const measure = (way: string) => async (network: StormNetwork) => {
		const sides = await Promise.all(Array.from({ length: 8 }, () => ourSide(network)));
		const far = sides.map((side) => ({ ...side, port: () => network.servers[1]?.port() ?? 0 }));
		const rates = [25, 50, 100, 150, 200, 300, 400, 600];
		found[way] = await measureSustained(far, { clients: 10, seconds: 5, rates });
		console.log(`posts a second from one process to another by way of ${way}:`, found[way]);
	};
	await inNetwork(2, measure("PostgreSQL"));
	if (hasRedis()) {
		const redis = await startRedis();
		try {
			await inNetwork(2, measure("Redis"), { REDIS_URL: redis.url });
		} finally {
			await redis.kill();
		}
	}
	result.cluster = found;
}

async function slow(network: StormNetwork): Promise<void> {
	const found = await stall(network, { clients: 500, stalled: 50, posts: 120 });
	console.log("slow clients", found);
	result.slow = found;
}

async function revocation(network: StormNetwork): Promise<void> {
	const found = await revoke(network, { people: 200, within: 1000 });
	console.log("revocation", found);
	result.revocation = found;
}

async function loss(network: StormNetwork): Promise<void> {
	const posts = Number(flags.posts);
	const { kills, ...found } = await storm(network, { writers: 20, readers: 200, threads: 4, posts, every });
	console.log("loss", found, kills);
	Object.assign(result, found, { kills: killed(kills), troubles: kills });
}

async function retries(network: StormNetwork): Promise<void> {
	const found = await stormOfRetries(network, { ids: Number(flags.ids), every });
	console.log("retries", found);
	result.retries = { ...found, kills: killed(found.kills) };
}

/** Processes that were killed; the rest is lines. */
function killed({ server, database, backend }: Kills): number {
	return server + database + backend;
}

function round(value: number): number {
	return Math.round(value * 100) / 100;
}

function pad(value: number): string {
	return value.toFixed(2).padStart(9);
}
