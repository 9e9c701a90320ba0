import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { Failure } from "@interurban/contract/errors";
import { posts } from "@interurban/db/schema/threads";
import { WritePost } from "@interurban/web/generated/operations";
import { asc, inArray } from "drizzle-orm";
import { askAt } from "./ask.ts";
import type { StormNetwork } from "./network.ts";
import { openReader, type StormReader } from "./reader.ts";

/** What goes wrong meanwhile, and how often it did. */
export type Kills = {
	server: number;
	database: number;
	backend: number;
	cut: number;
	dead: number;
	slow: number;
	databaseCut: number;
};

export const none: Kills = { server: 0, database: 0, backend: 0, cut: 0, dead: 0, slow: 0, databaseCut: 0 };

export type Loss = {
	posts: number;
	acknowledged: number;
	/** Acknowledged, and not in the database, or not on the page of one who reads the thread. */
	lost: number;
	/** In the database or on a page more than once. */
	doubled: number;
	/** On a page before what was written before it, or acknowledged against the order in which one person wrote. */
	disordered: number;
	/** Sent again because no answer came. */
	retries: number;
	/** Fetches of what readers had missed. */
	fetches: number;
	kills: Kills;
	seconds: number;
};

type Acknowledged = { threadId: string; number: number; body: string };

/**
 * Lets people write and read while processes are killed and lines break, until all is written; then looks whether
 * everybody holds what is stored, and whether all that was acknowledged is.
 * @param options.every milliseconds between two things that go wrong
 */
export async function storm(
	network: StormNetwork,
	options: { writers: number; readers: number; threads: number; posts: number; every: number },
): Promise<Loss> {
	const began = performance.now();
	const kills = { ...none };
	const threads = await Promise.all(Array.from({ length: options.threads }, () => network.openThread()));
	const threadOf = (n: number) => threads[n % threads.length] ?? "";
	const readers = Array.from({ length: options.readers }, (_, n) =>
		openReader({
			origin: network.origin(n),
			threadId: threadOf(n),
			run: askAt(() => network.origin(n), null, { within: 5000 }),
		}),
	);
	let isWriting = true;
	const trouble = makeTrouble(network, kills, options.every, () => isWriting);
	const written = await Promise.all(
		Array.from({ length: options.writers }, async (_, n) => {
			const { cookie } = await network.member();
			const count =
				Math.floor(options.posts / options.writers) + (n < options.posts % options.writers ? 1 : 0);
			return write(network, { cookie, at: n, threadId: threadOf(n), count });
		}),
	);
	isWriting = false;
	await trouble;

	const acknowledged = written.flatMap((one) => one.acknowledged);
	const stored = await findStored(network, threads);
	await catchUp(readers, (n) => stored.get(threadOf(n))?.length ?? 0);
	const found = compare(acknowledged, stored, readers, threadOf);
	for (const reader of readers) reader.close();
	return {
		...{ posts: options.posts, acknowledged: acknowledged.length, ...found },
		disordered: found.disordered + written.reduce((sum, one) => sum + one.disordered, 0),
		retries: written.reduce((sum, one) => sum + one.retries, 0),
		fetches: readers.reduce((sum, reader) => sum + reader.fetches(), 0),
		kills,
		seconds: Math.round((performance.now() - began) / 1000),
	};
}

/** One person, who writes post after post, each again under the same client id until it is acknowledged. */
async function write(
	network: StormNetwork,
	of: { cookie: string; at: number; threadId: string; count: number },
): Promise<{ acknowledged: Acknowledged[]; retries: number; disordered: number }> {
	const { threadId } = of;
	const run = askAt(() => network.origin(of.at), of.cookie, { within: 5000 });
	const acknowledged: Acknowledged[] = [];
	let retries = 0;
	let disordered = 0;
	for (let n = 0; n < of.count; n++) {
		const sent = { threadId, clientId: randomUUID(), body: `w${of.at}-${n}`, replyToId: null };
		const post = await untilAnswered(
			() => run(WritePost, sent),
			() => retries++,
		);
		const { number } = post.writePost;
		if (number <= (acknowledged.at(-1)?.number ?? 0)) disordered++;
		acknowledged.push({ threadId, number, body: sent.body });
	}
	return { acknowledged, retries, disordered };
}

/** Tries again as the outbox of a browser does; only what passes by itself is tried again. */
export async function untilAnswered<T>(ask: () => Promise<T>, onRetry: () => void): Promise<T> {
	for (;;) {
		try {
			return await ask();
		} catch (error) {
			const code = error instanceof Failure ? error.code : null;
			if (code !== "offline" && code !== "unavailable") throw error;
			onRetry();
			await sleep(100 + 200 * Math.random());
		}
	}
}

/** Lets something else go wrong every so often, and counts it. */
export async function makeTrouble(
	network: StormNetwork,
	kills: Kills,
	every: number,
	goesOn: () => boolean,
): Promise<void> {
	const { servers, lines, databaseLine } = network;
	const any = <T>(of: readonly T[]) => of[Math.floor(Math.random() * of.length)] as T;
	const troubles: { [Kind in keyof Kills]: () => unknown } = {
		server: () => any(servers).kill(),
		cut: () => any(lines).cut(),
		backend: () => network.killBackend(),
		dead: () => any(lines).deaden(),
		database: () => network.killDatabase(),
		slow: async () => {
			const line = any(lines);
			line.slow(200);
			await sleep(every / 2);
			line.slow(0);
		},
		databaseCut: () => databaseLine.cut(),
	};
	const kinds = Object.keys(troubles) as (keyof Kills)[];
	for (let n = 0; goesOn(); n++) {
		await sleep(every);
		const kind = kinds[n % kinds.length] as keyof Kills;
		if (!goesOn()) return;
		if ((await troubles[kind]()) !== false) kills[kind]++;
	}
}

/** What is stored of each thread, by number; first of all once the database answers again. */
async function findStored(network: StormNetwork, threads: readonly string[]): Promise<Map<string, string[]>> {
	for (;;) {
		try {
			const rows = await network.db
				.select({ threadId: posts.threadId, body: posts.body })
				.from(posts)
				.where(inArray(posts.threadId, threads.map(Number)))
				.orderBy(asc(posts.threadId), asc(posts.number));
			const stored = new Map<string, string[]>(threads.map((id) => [id, []]));
			for (const { threadId, body } of rows) stored.get(String(threadId))?.push(body);
			return stored;
		} catch {
			await sleep(200);
		}
	}
}

/** Waits until everybody holds as many posts as there are; who does not within five minutes has lost them. */
async function catchUp(readers: readonly StormReader[], countOf: (n: number) => number): Promise<void> {
	const isThere = () => readers.every((reader, n) => reader.held().numbers.length >= countOf(n));
	const since = performance.now();
	while (!isThere() && performance.now() - since < 300_000) await sleep(50);
}

function compare(
	acknowledged: readonly Acknowledged[],
	stored: ReadonlyMap<string, string[]>,
	readers: readonly StormReader[],
	threadOf: (n: number) => string,
): { lost: number; doubled: number; disordered: number } {
	let lost = 0;
	let doubled = 0;
	let disordered = 0;
	for (const { threadId, number, body } of acknowledged)
		if (stored.get(threadId)?.[number - 1] !== body) lost++;
	for (const bodies of stored.values()) doubled += bodies.length - new Set(bodies).size;
	for (const [n, reader] of readers.entries()) {
		const { numbers, texts } = reader.held();
		for (const [at, body] of (stored.get(threadOf(n)) ?? []).entries())
			if (texts.get(at + 1) !== `<p>${body}</p>`) lost++;
		doubled += numbers.length - new Set(numbers).size;
		disordered += numbers.filter((number, at) => at > 0 && number <= (numbers[at - 1] ?? 0)).length;
	}
	return { lost, doubled, disordered };
}
