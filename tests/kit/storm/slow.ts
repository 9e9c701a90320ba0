import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { WritePost } from "@interurban/web/generated/operations";
import { askAt } from "./ask.ts";
import { listenLightly } from "./light-client.ts";
import type { StormNetwork } from "./network.ts";

export type Slow = {
	clients: number;
	stalled: number;
	/** Of the stalled ones, those that the server let go. */
	cutOff: number;
	/** Deliveries that healthy clients did not get. */
	missing: number;
	/** Megabytes of the server's memory, before and at most. */
	memory: { before: number; most: number };
	/** Milliseconds from a post to the healthy clients, before some stall and then: the 99th percentile of either. */
	p99: { before: number; stalled: number };
};

/** Milliseconds after which what has not come counts as missing, on the slowest machine. */
const mostLate = 60_000;

/** Long posts to many clients of which some stop reading. */
export async function stall(
	network: StormNetwork,
	options: { clients: number; stalled: number; posts: number },
): Promise<Slow> {
	const server = network.servers[0];
	if (!server) throw new Error("there is no server");
	const threadId = await network.openThread();
	const run = askAt(() => network.origin(0), (await network.member()).cookie);
	const heard = new Map<number, number[]>();
	const clients = await Promise.all(
		Array.from({ length: options.clients }, (_, n) =>
			listenLightly({
				port: server.port(),
				stream: `thread:${threadId}`,
				onEvent: (version) => {
					if (n >= options.stalled) heard.set(version, [...(heard.get(version) ?? []), performance.now()]);
				},
			}),
		),
	);
	const healthy = options.clients - options.stalled;
	const before = memoryOf(server.pid());
	let most = before;
	const body = "&".repeat(18_000); // 90 KB as HTML: more than the kernel keeps for a client before long
	const send = async (count: number): Promise<number[]> => {
		const times: number[] = [];
		for (let n = 0; n < count; n++) {
			const start = performance.now();
			const post = { threadId, clientId: randomUUID(), body, replyToId: null };
			const { version } = (await run(WritePost, post)).writePost;
			while ((heard.get(version)?.length ?? 0) < healthy && performance.now() - start < mostLate)
				await sleep(5);
			times.push(...(heard.get(version) ?? []).map((time) => time - start));
			most = Math.max(most, memoryOf(server.pid()));
		}
		return times;
	};
	const calm = await send(20);
	for (const client of clients.slice(0, options.stalled)) client.pause();
	const disturbed = await send(options.posts);
	for (const client of clients.slice(0, options.stalled)) client.resume();
	const countClosed = () => clients.slice(0, options.stalled).filter((client) => client.isClosed()).length;
	// They get to know only once they have read what had been sent before.
	const since = performance.now();
	while (countClosed() < options.stalled && performance.now() - since < mostLate) await sleep(50);
	const cutOff = countClosed();
	for (const client of clients) client.close();
	return {
		...{ clients: options.clients, stalled: options.stalled, cutOff },
		missing: (20 + options.posts) * healthy - calm.length - disturbed.length,
		memory: { before, most },
		p99: { before: p99(calm), stalled: p99(disturbed) },
	};
}

const p99 = (times: number[]) =>
	Math.round(times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0);

function memoryOf(pid: number): number {
	const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
	return Math.round(Number(kilobytes) / 1024);
}
