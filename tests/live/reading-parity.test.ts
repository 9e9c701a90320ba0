import type { ReadingChanged } from "@interurban/contract/events";
import { type Reading, readingOf } from "@interurban/web/following/reading-state";
import { makeReadingSync } from "@interurban/web/following/reading-sync";
import { Following, MarkRead, MarkUnread, SetThreadLevel } from "@interurban/web/generated/operations";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Asker, useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makeTopics } from "../kit/factories.ts";
import { runAs } from "../kit/reader.ts";
import { type Listener, listenTo, until } from "../kit/sockets.ts";
import { openThread, post } from "../kit/threads.ts";

/** Histories to try; `HISTORIES=20000` for a long run. */
const histories = Number(process.env.HISTORIES ?? (process.env.CI ? 500 : 50));

const { db } = await useDatabase();
const app = await useApp(db);
const counts = { histories: 0, acts: 0, events: 0, lost: 0, doubled: 0, reconnects: 0 };
let author: Asker;

beforeAll(async () => {
	await makeTopics(db, "waste");
	author = await app.asMember(await makePerson(db));
});
afterAll(() => {
	console.log(`reading parity: ${JSON.stringify(counts)}`);
});

const act = fc.record({
	kind: fc.constantFrom("read", "read", "unread", "level", "other", "all", "cut", "back"),
	on: fc.nat(2),
	target: fc.integer({ min: 0, max: 7 }),
});
/** What becomes of one event after another: lost, delivered late, delivered twice. */
const fates = fc.array(fc.constantFrom<readonly number[]>([0], [0], [], [0, 2], [4], [8, 0]), {
	minLength: 1,
	maxLength: 8,
});

/** A page of a person that shows a thread, as a browser does, over a connection that may be bad. */
async function openDevice(
	asker: Asker,
	personId: number,
	threadId: string,
	fate: readonly (readonly number[])[],
) {
	const run = runAs(asker);
	const fetch = async (): Promise<Reading> => {
		const following = (await run(Following, { threadId })).thread?.viewerFollowing;
		if (!following) throw new Error("there is no thread");
		return readingOf(threadId, following);
	};
	let held = await fetch();
	let next = 0;
	let inFlight = 0;
	let listener: Listener | undefined;
	const sync = makeReadingSync(
		{ get: () => held, set: (to) => (held = to), patience: () => 3, retryAfter: () => 5 },
		run,
	);
	const deliver = (work: () => void) => {
		const delays = fate[next++ % fate.length] ?? [0];
		counts.events++;
		if (!delays.length) counts.lost++;
		if (delays.length > 1) counts.doubled++;
		for (const delay of delays) {
			inFlight++;
			setTimeout(() => {
				inFlight--;
				work();
			}, delay);
		}
	};
	const connect = async () => {
		listener = await listenTo(app.origin, { cookie: asker.cookie });
		listener.socket.on("reading.changed", (event: ReadingChanged) => deliver(() => sync.hear(event)));
		listener.socket.on("stream.reached", ({ version }) => deliver(() => sync.reached(version)));
		const answer = await listener.join(`person:${personId}`);
		if (answer.ok) sync.reached(answer.version);
		return answer.ok ? answer.version : 0;
	};
	return {
		run,
		fetch,
		connect,
		disconnect: () => listener?.socket.disconnect(),
		held: () => held,
		settled: (version: number) =>
			until(`version ${version} is held`, () => inFlight === 0 && held.version >= version),
	};
}

test(
	"after any history, what each device holds of what was read is what it would fetch",
	async () => {
		const history = fc.record({
			acts: fc.array(act, { minLength: 3, maxLength: 12 }),
			fates: fc.array(fates, { minLength: 3, maxLength: 3 }),
		});
		// Where the machine is slow, fewer are tried.
		const plugins = [fc.interruptAfterTimeLimit(600 * histories)];
		await fc.assert(fc.asyncProperty(history, play), { numRuns: histories, endOnFailure: true, plugins });
	},
	600_000 + 1200 * histories,
);

async function play(of: {
	acts: readonly { kind: string; on: number; target: number }[];
	fates: readonly (readonly (readonly number[])[])[];
}): Promise<void> {
	const person = await makePerson(db);
	const asker = await app.asMember(person);
	const [id, other] = [await openThread(author), await openThread(author)];
	for (let n = 0; n < 5; n++) await post(author, id, `${n}`);
	const devices = await Promise.all(of.fates.map((fate) => openDevice(asker, person.id, id, fate)));
	for (const device of devices) await device.connect();
	for (const { kind, on, target } of of.acts) {
		counts.acts++;
		const device = devices[on % devices.length];
		if (!device) continue;
		if (kind === "read") await device.run(MarkRead, { threadId: id, upTo: target });
		if (kind === "unread") await device.run(MarkUnread, { threadId: id, from: target });
		if (kind === "other") await device.run(MarkRead, { threadId: other, upTo: 1 });
		if (kind === "level") {
			const level = (["watching", "tracking", "normal", "muted", null] as const)[target % 5] ?? null;
			await device.run(SetThreadLevel, { threadId: id, level });
		}
		if (kind === "all")
			await asker.get(`mutation ($until: DateTime!) { markAllRead(until: $until) }`, {
				until: new Date().toISOString(),
			});
		if (kind === "cut") device.disconnect();
		if (kind === "back") {
			counts.reconnects++;
			device.disconnect();
			await device.connect();
		}
	}
	for (const device of devices) {
		device.disconnect();
		const version = await device.connect();
		await device.settled(version);
		expect(device.held()).toEqual(await device.fetch());
		device.disconnect();
	}
	counts.histories++;
}
