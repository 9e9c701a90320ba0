import type { JoinAnswer, PostChanged, ServerEvents } from "@interurban/contract/events";
import type { execute } from "@interurban/web/execute";
import { ThreadChanges } from "@interurban/web/generated/operations";
import { makeSync } from "@interurban/web/live.sync";
import { io } from "socket.io-client";

/** A page that shows a whole thread, as far as delivery goes: in the order in which it came to show them. */
type Held = { version: number; numbers: number[]; texts: Map<number, string> };

export interface StormReader {
	/** The thread as it is held: the HTML of its posts by number, in the order of their appearance. */
	held(): Held;
	/** How often it had to fetch what it missed. */
	fetches(): number;
	close(): void;
}

type Posts = readonly { number: number; html: string }[];

/**
 * Opens a page that follows a thread over a line that may break, and comes back as often as it takes.
 * @param options.origin where it connects
 */
export function openReader(options: {
	origin: string;
	cookie?: string | null;
	threadId: string;
	run: typeof execute;
	onEvent?: (event: PostChanged) => void;
}): StormReader {
	const { origin, threadId, run, cookie } = options;
	let state: Held = { version: 0, numbers: [], texts: new Map() };
	let fetches = 0;
	const apply = (before: Held, version: number, posts: Posts): Held => {
		const { numbers, texts } = before;
		for (const { number, html } of posts) {
			if (!texts.has(number)) numbers.push(number);
			texts.set(number, html);
		}
		return { version, numbers, texts };
	};
	const sync = makeSync<Held, PostChanged, { version: number; posts: Posts }>({
		get: () => state,
		set: (next) => {
			state = next;
		},
		applyEvent: (before, { version, post }) => apply(before, version, [post]),
		applyChanges: (before, { version, posts }) =>
			version > before.version ? apply(before, version, posts) : before,
		fetchChanges: async (since) => {
			fetches++;
			const { thread } = await run(ThreadChanges, { id: threadId, version: since });
			if (!thread) throw new Error("the thread is gone");
			const { version, posts } = thread.changesSince;
			return { version, posts: [...posts].sort((a, b) => a.number - b.number) };
		},
		fetchAnew: () => Promise.reject(new Error("nothing is fetched anew")),
		patience: () => 150 + 250 * Math.random(),
		retryAfter: () => 300 + 400 * Math.random(),
	});
	const socket = io(origin, {
		...{ transports: ["websocket"], forceNew: true, extraHeaders: { origin, ...(cookie ? { cookie } : {}) } },
		...{ reconnectionDelay: 100, reconnectionDelayMax: 1000, timeout: 5000 },
	});
	const join = () => {
		const again = () => setTimeout(() => socket.connected && join(), 500 * Math.random());
		socket.timeout(3000).emit("join", `thread:${threadId}`, (error: Error | null, answer: JoinAnswer) => {
			if (!error && answer.ok) sync.reached(answer.version);
			else again();
		});
	};
	socket.on("connect", join);
	socket.on("disconnect", () => {
		if (!socket.active) setTimeout(() => socket.connect(), 200);
	});
	socket.on("post.changed" satisfies keyof ServerEvents, (event: PostChanged) => {
		options.onEvent?.(event);
		sync.hear(event);
	});
	socket.on("stream.reached" satisfies keyof ServerEvents, ({ version }) => sync.reached(version, 400));
	return {
		held: () => state,
		fetches: () => fetches,
		close() {
			sync.stop();
			socket.off("disconnect");
			socket.disconnect();
		},
	};
}
