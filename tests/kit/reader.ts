import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Failure } from "@interurban/contract/errors";
import type { execute } from "@interurban/web/execute";
import { Thread } from "@interurban/web/generated/operations";
import { asChange, asEvent, fetchAnew, fetchChanges, stateOf } from "@interurban/web/threads/fetch-thread";
import type { ThreadEvent, ThreadState } from "@interurban/web/threads/thread-state";
import { makeThreadSync } from "@interurban/web/threads/thread-sync";
import type { Asker, TestApp } from "./app.ts";
import { type Listener, listenTo, until } from "./sockets.ts";

const web = dirname(createRequire(import.meta.url).resolve("@interurban/web/package.json"));
const texts: Record<string, string> = JSON.parse(readFileSync(join(web, "generated/texts.json"), "utf8"));

/** The door of the pages' operations, as somebody. */
export function runAs(asker: Asker): typeof execute {
	return async (operation, variables) => {
		const { data, issues } = await asker.ask(texts[operation.id] ?? "", variables);
		const [first, ...rest] = issues;
		if (first) throw new Failure([first, ...rest]);
		return data;
	};
}

/** What the network does to an event on its way: how often it arrives, and after how many milliseconds. */
export type Fate = readonly number[];

/** A page that shows a thread, as a browser does, over a connection that may be bad. */
export async function openReader(
	app: TestApp,
	asker: Asker,
	options: { threadId: string; after?: number; first?: number; fate?: (event: ThreadEvent) => Fate },
) {
	const { threadId, after = 0, first = 20, fate = () => [0] } = options;
	const run = runAs(asker);
	const fetchWindow = async (start: number, length: number): Promise<ThreadState> => {
		const window = { after: start, around: null };
		const state = stateOf(await run(Thread, { id: threadId, ...window, first: length }), window);
		if (!state) throw new Error("there is no thread");
		return state;
	};
	let state = await fetchWindow(after, first);
	let fetches = 0;
	const sync = makeThreadSync({
		get: () => state,
		set: (next) => {
			state = next;
		},
		fetchChanges: (version) => {
			fetches++;
			return fetchChanges(threadId, version, run);
		},
		fetchAnew: () => fetchAnew(threadId, state.after, run),
		patience: () => 3,
		retryAfter: () => 5,
	});
	let listener: Listener | undefined;
	let inFlight = 0;
	const deliver = (event: ThreadEvent) => {
		for (const delay of fate(event)) {
			inFlight++;
			setTimeout(() => {
				inFlight--;
				sync.hear(event);
			}, delay);
		}
	};
	const connect = async () => {
		listener = await listenTo(app.origin, { cookie: asker.cookie });
		listener.socket.on("post.changed", deliver);
		listener.socket.on("thread.changed", deliver);
		const answer = await listener.join(`thread:${threadId}`);
		if (answer.ok) sync.reached(answer.version);
		return answer;
	};
	return {
		run,
		sync,
		state: () => state,
		fetches: () => fetches,
		connect,
		disconnect: () => listener?.socket.disconnect(),
		/** What the answer to a mutation of this page does to it. */
		answered: (post: Parameters<typeof asEvent>[0]) => sync.hear(asEvent(post)),
		/** The same of one that may have changed what stands above the posts too. */
		changed: (answer: Parameters<typeof asChange>[0]) => sync.hear(asChange(answer)),
		/** Waits until the page holds what the thread has come to. */
		async settled(version: number) {
			await until(`version ${version} is held`, () => inFlight === 0 && state.version >= version);
		},
		/** The same page as it would be fetched now. */
		fresh: () => {
			const isAtEnd = (state.posts.at(-1)?.number ?? state.after) >= state.postCount;
			return fetchWindow(state.after, isAtEnd ? 50 : Math.max(state.posts.length, 1));
		},
	};
}

export type Reader = Awaited<ReturnType<typeof openReader>>;
