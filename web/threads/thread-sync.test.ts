import type { PostCard, PostChanged, ThreadCard } from "@interurban/contract/events";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ThreadState } from "./thread-state.ts";
import { makeThreadSync } from "./thread-sync.ts";

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

const card: ThreadCard = {
	...{ title: "Waste", slug: "waste", language: "en", topic: null, place: null },
	...{ closedAt: null, closedBy: null, summaryHtml: "", summaryBy: null, summaryAt: null, solutions: [] },
};

/** A thread as a server has it, on which every event is about a new post. */
function thread(version: number) {
	const post = (number: number): PostCard => ({
		...{ id: String(number), number, version: number, html: `<p>${number}</p>`, excerpt: "", language: "en" },
		author: { handle: "olena", name: "Olena", organisation: null, place: null },
		...{ replyTo: null, createdAt: "2026-11-03T10:00:00.000Z", editedAt: null, deleted: false },
		...{ solution: false, reactions: [] },
	});
	const held = (number: number) => {
		const { excerpt: _, ...rest } = post(number);
		return { ...rest, viewerReactions: null, viewerCanEdit: false, viewerCanDelete: false };
	};
	const upTo = (last: number): ThreadState => ({
		...{ id: "1", version: last, postCount: last, after: 0 },
		posts: Array.from({ length: last }, (_, n) => held(n + 1)),
		...{ viewer: null, viewerCanPost: false, viewerCanModerate: false },
		...{ viewerCanManage: false, viewerCanSummarise: false, card },
	});
	const event = (number: number): PostChanged => ({
		stream: "thread:1",
		version: number,
		post: post(number),
	});
	let state = upTo(version);
	let fetches = 0;
	let isDown = false;
	let latest = version;
	const sync = makeThreadSync({
		get: () => state,
		set: (next) => {
			state = next;
		},
		async fetchChanges(since) {
			fetches++;
			if (isDown) throw new Error("offline");
			if (latest - since > 100) return null;
			const posts = Array.from({ length: latest - since }, (_, n) => ({
				...held(since + n + 1),
				excerpt: "",
			}));
			return { version: latest, postCount: latest, card, posts };
		},
		fetchAnew: async () => upTo(latest),
		patience: () => 200,
		retryAfter: () => 1000,
	});
	return {
		sync,
		hear: (...versions: number[]) => {
			for (const number of versions) {
				latest = Math.max(latest, number);
				sync.hear(event(number));
			}
		},
		upTo,
		state: () => state,
		/** Something else puts in what it has fetched. */
		replace(version: number) {
			state = upTo(version);
			sync.replaced();
		},
		fetches: () => fetches,
		goDown: (down: boolean) => {
			isDown = down;
		},
		reach: (number: number) => {
			latest = number;
			sync.reached(number);
		},
	};
}

test("events in their order are applied at once, without a fetch; doubled and old ones are skipped", async () => {
	const { hear, state, upTo, fetches } = thread(3);
	hear(4, 4, 2, 5, 3, 5, 6);
	await vi.runAllTimersAsync();
	expect(state()).toEqual(upTo(6));
	expect(fetches()).toBe(0);
});

test("what was only overtaken is waited for, not fetched", async () => {
	const { hear, state, upTo, fetches } = thread(3);
	hear(6, 5);
	await vi.advanceTimersByTimeAsync(150);
	hear(4);
	expect(state()).toEqual(upTo(6));
	await vi.runAllTimersAsync();
	expect(fetches()).toBe(0);
});

test("what is missing is fetched once, however many events tell of it", async () => {
	const { hear, state, upTo, fetches } = thread(3);
	hear(5, 6, 7, 8);
	await vi.runAllTimersAsync();
	expect(state()).toEqual(upTo(8));
	expect(fetches()).toBe(1);
});

test("after a reconnect nothing is fetched when nothing happened, else once", async () => {
	const { reach, state, upTo, fetches } = thread(3);
	reach(3);
	await vi.runAllTimersAsync();
	expect(fetches()).toBe(0);
	reach(9);
	await vi.runAllTimersAsync();
	expect(state()).toEqual(upTo(9));
	expect(fetches()).toBe(1);
});

test("after a long absence the page is fetched anew", async () => {
	const { reach, state, upTo } = thread(3);
	reach(500);
	await vi.runAllTimersAsync();
	expect(state()).toEqual(upTo(500));
});

test("a fetch that fails is tried again, and events that came meanwhile are not lost", async () => {
	const { hear, state, upTo, goDown, fetches } = thread(3);
	goDown(true);
	hear(5);
	await vi.advanceTimersByTimeAsync(500);
	hear(7);
	goDown(false);
	await vi.runAllTimersAsync();
	expect(state()).toEqual(upTo(7));
	expect(fetches()).toBe(2);
});

test("after it was stopped it asks no more", async () => {
	const { hear, fetches, sync } = thread(3);
	hear(9);
	sync.stop();
	await vi.runAllTimersAsync();
	expect(fetches()).toBe(0);
});

test("a state that was fetched elsewhere and is older than what was held is caught up with", async () => {
	const { hear, state, replace } = thread(3);
	hear(4, 5);
	replace(3);
	await vi.advanceTimersByTimeAsync(1000);
	expect(state()).toMatchObject({ version: 5, postCount: 5 });
	expect(state().posts).toHaveLength(5);
});

test("changes that are under way when an older state comes in do not leap over what is between", async () => {
	const { sync, hear, state, replace } = thread(3);
	hear(5);
	sync.ask();
	replace(2);
	await vi.advanceTimersByTimeAsync(1000);
	expect(state().posts.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
});
