import type { PostChanged } from "@interurban/contract/events";
import { applyChanges, applyEvent, type ThreadChanges, type ThreadState } from "./thread-state.ts";

/** What is needed of the surroundings: the state, the server, and how long to wait for what is late. */
export type SyncOptions = {
	get(): ThreadState;
	set(next: ThreadState): void;
	/** What changed since a version; null when that is so much that the run is better fetched anew. */
	fetchChanges(version: number): Promise<ThreadChanges | null>;
	/** The run anew, from the same number on. */
	fetchAnew(): Promise<ThreadState>;
	/** Milliseconds to wait for what is missing before it is fetched: it may only have been overtaken. */
	patience(): number;
	/** Milliseconds after a fetch that failed. */
	retryAfter(): number;
};

/**
 * Keeps a page's state of a thread equal to the server's: events are applied in their order, what is missing is
 * fetched once, what is known is skipped.
 */
export function makeThreadSync(options: SyncOptions) {
	/** Events ahead of what is held, by version. */
	const waiting = new Map<number, PostChanged>();
	/** The newest version that is known to exist. */
	let newest = 0;
	let fetching = false;
	let stopped = false;
	let timer: ReturnType<typeof setTimeout> | undefined;

	const drain = () => {
		let state = options.get();
		for (let next = waiting.get(state.version + 1); next; next = waiting.get(state.version + 1))
			state = applyEvent(state, next);
		if (state !== options.get()) options.set(state);
		for (const version of waiting.keys()) if (version <= state.version) waiting.delete(version);
	};

	const fetchAfter = (pause: number) => {
		if (stopped || fetching || timer !== undefined) return;
		timer = setTimeout(() => {
			timer = undefined;
			void fetch();
		}, pause);
	};

	const fetch = async () => {
		if (stopped || fetching || options.get().version >= newest) return;
		fetching = true;
		try {
			const changes = await options.fetchChanges(options.get().version);
			if (stopped) return;
			if (changes) options.set(applyChanges(options.get(), changes));
			else {
				const anew = await options.fetchAnew();
				if (stopped) return;
				if (anew.version > options.get().version) options.set(anew);
			}
			drain();
			fetching = false;
			if (options.get().version < newest) fetchAfter(options.patience());
		} catch {
			fetching = false;
			fetchAfter(options.retryAfter());
		}
	};

	return {
		/** An event, or what a mutation of this page answered. */
		hear(event: PostChanged): void {
			if (event.version <= options.get().version) return;
			newest = Math.max(newest, event.version);
			waiting.set(event.version, event);
			drain();
			if (options.get().version < newest) fetchAfter(options.patience());
		},
		/** The thread has come that far, as the server says when its room is joined, for the first time or again. */
		reached(version: number): void {
			newest = Math.max(newest, version);
			if (options.get().version < newest) fetchAfter(0);
		},
		/** The state was replaced by a fresh one from elsewhere. */
		replaced(): void {
			drain();
		},
		stop(): void {
			stopped = true;
			clearTimeout(timer);
		},
	};
}
