import { type ErrorCode, Failure } from "@interurban/contract/errors";
import { makeOutbox } from "@interurban/web/outbox/make-outbox";
import type { Outgoing } from "@interurban/web/outbox/outgoing";
import { makeMemoryStore, type OutgoingStore } from "@interurban/web/outbox/outgoing-store";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

/** How the server, or the way to it, is at the moment. */
type Line = "up" | "down" | "answers lost" | "closed" | "signed out" | "busy";

const refusals: Partial<Record<Line, ErrorCode>> = {
	down: "offline",
	closed: "threads.closed",
	"signed out": "auth.required",
	busy: "rate_limited",
};

/** A device with tabs that come and go, and a network that keeps one post for each client id. */
function makeWorld(hasLocks: boolean) {
	const store: OutgoingStore = makeMemoryStore();
	const posts: Pick<Outgoing, "clientId" | "threadId" | "body" | "owner">[] = [];
	const timers = new Set<() => void>();
	let last = Promise.resolve();
	let line: Line = "up";
	let written = 0;

	const openTab = (owner: string) => {
		let isOpen = true;
		const outbox = makeOutbox<number>({
			...{ owner, store },
			async send({ clientId, threadId, body }) {
				await Promise.resolve();
				// A tab that is closed in the middle never hears of the answer.
				if (!isOpen) return new Promise(() => {});
				const code = refusals[line];
				if (code) throw new Failure([{ code }]);
				if (!posts.some((post) => post.clientId === clientId))
					posts.push({ clientId, threadId, body, owner });
				if (line === "answers lost") throw new Failure([{ code: "offline" }]);
				return posts.length;
			},
			inTurn(work) {
				if (!hasLocks) return work();
				last = Promise.race([last.then(work), new Promise<void>((free) => void timers.add(free))]);
				return last;
			},
			onSending: () => {},
			onSent: () => {},
			onChange: () => {},
			wait(_, then) {
				const alarm = () => {
					if (timers.delete(alarm) && isOpen) then();
				};
				timers.add(alarm);
				return () => void timers.delete(alarm);
			},
		});
		const close = () => {
			isOpen = false;
		};
		return { outbox, close };
	};
	const settle = async () => {
		for (let turn = 0; turn < 60; turn++) await Promise.resolve();
	};
	return {
		...{ store, posts, openTab, settle },
		setLine: (next: Line) => {
			line = next;
		},
		/** Time passes: everything that waits goes on. */
		async pass() {
			for (const alarm of [...timers]) alarm();
			await settle();
		},
		entryFor: (threadId: string) => ({
			clientId: `post-${++written}`,
			body: String(written),
			...{ threadId, at: { title: "", path: "" }, replyTo: null, draftVersion: 0 },
		}),
	};
}

const steps = fc.array(
	fc.oneof(
		fc.record({ does: fc.constant("write" as const), thread: fc.constantFrom("1", "2") }),
		fc.record({
			does: fc.constant("line" as const),
			is: fc.constantFrom<Line[]>("up", "down", "answers lost", "closed", "signed out", "busy"),
		}),
		fc.record({
			does: fc.constantFrom("pass" as const, "reopen" as const, "retry" as const, "drop" as const),
		}),
	),
	{ maxLength: 30 },
);

describe.each([true, false])("an outbox of two tabs, with locks: %s", (hasLocks) => {
	test("sends everything once and in its order, however line and tabs fail", async () => {
		await fc.assert(
			fc.asyncProperty(steps, async (history) => {
				const world = makeWorld(hasLocks);
				const tabs = [world.openTab("olena"), world.openTab("olena")];
				const written: string[] = [];
				const dropped = new Set<string>();
				let turn = 0;
				for (const step of history) {
					const at = turn++ % 2;
					const { outbox } = tabs[at] as (typeof tabs)[number];
					const failed = (await world.store.list()).find(({ status }) => status === "failed");
					if (step.does === "write") {
						const entry = world.entryFor(step.thread);
						written.push(entry.clientId);
						await outbox.add(entry);
					} else if (step.does === "line") world.setLine(step.is);
					else if (step.does === "pass") await world.pass();
					else if (step.does === "reopen") {
						tabs[at]?.close();
						tabs[at] = world.openTab("olena");
					} else if (failed && step.does === "retry") await outbox.retry(failed.clientId);
					else if (failed && step.does === "drop") {
						dropped.add(failed.clientId);
						await outbox.drop(failed.clientId);
					}
					await world.settle();
				}
				world.setLine("up");
				for (const tab of tabs) tab.close();
				await world.pass();
				const { outbox } = world.openTab("olena");
				for (const { clientId } of await world.store.list()) await outbox.retry(clientId);
				for (let more = 0; more < 5; more++) {
					void outbox.send();
					await world.pass();
				}

				expect(await world.store.list()).toEqual([]);
				const arrived = world.posts.map(({ clientId }) => clientId);
				expect(new Set(arrived).size).toBe(arrived.length);
				expect(written.filter((id) => !dropped.has(id) && !arrived.includes(id))).toEqual([]);
				for (const thread of ["1", "2"]) {
					const bodies = world.posts
						.filter((post) => post.threadId === thread)
						.map(({ body }) => Number(body));
					expect(bodies).toEqual([...bodies].sort((a, b) => a - b));
				}
			}),
			{ numRuns: 500 },
		);
	});
});

test("nobody sends what another person wrote on the same device", async () => {
	const world = makeWorld(true);
	const olena = world.openTab("olena");
	world.setLine("down");
	await olena.outbox.add(world.entryFor("1"));
	await world.settle();
	olena.close();
	world.setLine("up");
	const amadou = world.openTab("amadou");
	await world.pass();
	await amadou.outbox.send();
	await world.pass();
	expect(world.posts).toEqual([]);
	expect(await amadou.outbox.list()).toEqual([]);
	expect(await olena.outbox.list()).toHaveLength(1);
});

test("a line that says nothing is given up, and the post sent again", async () => {
	const alarms: (() => void)[] = [];
	let attempts = 0;
	const outbox = makeOutbox<string>({
		...{ owner: "olena", store: makeMemoryStore(), inTurn: (work) => work() },
		send: () => (++attempts === 1 ? new Promise(() => {}) : Promise.resolve("stored")),
		...{ onSending: () => {}, onSent: () => {}, onChange: () => {} },
		wait(_, then) {
			alarms.push(then);
			return () => void alarms.splice(alarms.indexOf(then), 1);
		},
	});
	await outbox.add(makeWorld(true).entryFor("1"));
	await expect.poll(() => alarms.length).toBe(1);
	alarms.shift()?.();
	await expect.poll(() => alarms.length).toBe(1);
	expect((await outbox.list())[0]).toMatchObject({ status: "queued", issue: { code: "offline" } });
	alarms.shift()?.();
	await expect.poll(async () => (await outbox.list()).length).toBe(0);
	expect(attempts).toBe(2);
});
