import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type LightClient, listenLightly } from "../kit/storm/light-client.ts";

/** One of the two that are compared: where its clients connect, and how to post there; answers the version of the post. */
export type Side = { port: () => number; stream: string; post: (clientId: string) => Promise<number> };

export type Latency = { p50: number; p99: number };

/** The clients of one side, and when each of them heard what. */
class Audience {
	private readonly side: Side;
	private readonly clients: LightClient[] = [];
	private readonly heard = new Map<number, number[]>();

	constructor(side: Side) {
		this.side = side;
	}

	async gather(count: number): Promise<void> {
		while (this.clients.length < count) {
			const batch = Math.min(50, count - this.clients.length);
			const { port, stream } = this.side;
			const onEvent = (version: number) => this.at(version).push(performance.now());
			this.clients.push(
				...(await Promise.all(
					Array.from({ length: batch }, () => listenLightly({ port: port(), stream, onEvent })),
				)),
			);
		}
	}

	/** Milliseconds from a post until each client had it. */
	async post(): Promise<number[]> {
		const start = performance.now();
		const version = await this.side.post(randomUUID());
		const times = this.at(version);
		for (let waited = 0; times.length < this.clients.length; waited++) {
			if (waited > 5000)
				throw new Error(`only ${times.length} of ${this.clients.length} clients heard a post`);
			await sleep(2);
		}
		this.heard.delete(version);
		return times.map((time) => time - start);
	}

	at(version: number): number[] {
		const times = this.heard.get(version) ?? [];
		this.heard.set(version, times);
		return times;
	}

	leave(): void {
		for (const client of this.clients) client.close();
	}
}

/**
 * Times from a post to every one of so many clients, ours and those of the bare server in turns.
 * @param options.posts of each side in each round
 */
export async function measureFanout(
	sides: { ours: Side; bare: Side },
	options: { clients: number; rounds: number; posts: number },
): Promise<{ ours: Latency; bare: Latency }> {
	const audiences = { ours: new Audience(sides.ours), bare: new Audience(sides.bare) };
	const times: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
	for (const audience of Object.values(audiences)) {
		await audience.gather(options.clients);
		for (let n = 0; n < 10; n++) await audience.post();
	}
	for (let round = 0; round < options.rounds; round++)
		for (const name of round % 2 ? (["ours", "bare"] as const) : (["bare", "ours"] as const))
			for (let n = 0; n < options.posts; n++) {
				times[name].push(...(await audiences[name].post()));
				await sleep(10);
			}
	for (const audience of Object.values(audiences)) audience.leave();
	return { ours: latency(times.ours), bare: latency(times.bare) };
}

function latency(times: number[]): Latency {
	const sorted = Float64Array.from(times).sort();
	const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
	return { p50: at(0.5), p99: at(0.99) };
}

/**
 * The highest of the rates at which posts are taken with so many readers and no queue grows: what is due in a few seconds
 * is answered in time, and every reader has the last post within a second.
 * @param sides take turns
 * @param options.clients of each side
 * @param options.rates posts a second, ascending
 */
export async function measureSustained(
	sides: readonly Side[],
	options: { clients: number; seconds: number; rates: readonly number[] },
): Promise<{ perSecond: number; p99: number }> {
	const audiences = sides.map((side) => new Audience(side));
	for (const audience of audiences) await audience.gather(options.clients);
	let best = { perSecond: 0, p99: 0 };
	for (const rate of options.rates) {
		const count = rate * options.seconds;
		const times: Promise<number[]>[] = [];
		const start = performance.now();
		for (let n = 0; n < count; n++) {
			const early = start + (n * 1000) / rate - performance.now();
			if (early > 1) await sleep(early);
			times.push(audiences[n % audiences.length]?.post() ?? Promise.resolve([]));
		}
		const all = (await Promise.all(times)).flat();
		const { p99 } = latency(all);
		const took = (performance.now() - start) / 1000;
		if (p99 > 1000 || took > options.seconds + 1) break;
		best = { perSecond: rate, p99 };
	}
	for (const audience of audiences) audience.leave();
	return best;
}
