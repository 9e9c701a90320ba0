type Versioned = { version: number };

/** What is needed of the surroundings: the state, the server, and how long to wait for what is late. */
export type SyncOptions<State extends Versioned, Event extends Versioned, Changes> = {
	get(): State;
	set(next: State): void;
	/** The state after the event that follows on it; any other is none of this function's business. */
	applyEvent(state: State, event: Event): State;
	/** The state after all changes since its version, or since an earlier one. */
	applyChanges(state: State, changes: Changes): State;
	/** What changed since a version; null when that is so much that the state is better fetched anew. */
	fetchChanges(version: number): Promise<Changes | null>;
	fetchAnew(): Promise<State>;
	/** Milliseconds to wait for what is missing before it is fetched: it may only have been overtaken. */
	patience(): number;
	/** Milliseconds after a fetch that failed. */
	retryAfter(): number;
};

/**
 * Keeps what a page holds of a stream equal to what the server has: events are applied in their order, what is missing
 * is fetched once, what is known is skipped.
 */
export function makeSync<State extends Versioned, Event extends Versioned, Changes>(
	options: SyncOptions<State, Event, Changes>,
) {
	/** Events ahead of what is held, by version. */
	const waiting = new Map<number, Event>();
	/** The newest version that is known to exist. */
	let newest = 0;
	let fetching = false;
	let stopped = false;
	let timer: ReturnType<typeof setTimeout> | undefined;

	const drain = () => {
		let state = options.get();
		for (let next = waiting.get(state.version + 1); next; next = waiting.get(state.version + 1))
			state = options.applyEvent(state, next);
		if (state !== options.get()) options.set(state);
		newest = Math.max(newest, state.version);
		for (const version of waiting.keys()) if (version <= state.version) waiting.delete(version);
	};

	const fetchAfter = (pause: number) => {
		if (fetching || timer !== undefined) return;
		timer = setTimeout(() => {
			timer = undefined;
			if (isBehind()) void fetch();
		}, pause);
	};

	const isBehind = () => !stopped && options.get().version < newest;

	const fetch = async () => {
		if (stopped || fetching) return;
		fetching = true;
		try {
			const since = options.get().version;
			const changes = await options.fetchChanges(since);
			if (stopped) return;
			if (options.get().version < since) {
				// The state was replaced by an earlier one, which these changes do not follow on.
			} else if (changes) options.set(options.applyChanges(options.get(), changes));
			else {
				const anew = await options.fetchAnew();
				if (stopped) return;
				if (anew.version > options.get().version) options.set(anew);
			}
			drain();
			fetching = false;
			if (isBehind()) fetchAfter(options.patience());
		} catch {
			fetching = false;
			if (isBehind()) fetchAfter(options.retryAfter());
		}
	};

	return {
		/** An event, or what a mutation of this page answered. */
		hear(event: Event): void {
			if (event.version <= options.get().version) return;
			newest = Math.max(newest, event.version);
			waiting.set(event.version, event);
			drain();
			if (isBehind()) fetchAfter(options.patience());
		},
		/**
		 * The stream has come that far, as the server says.
		 * @param pause milliseconds to wait for the events that are perhaps on their way
		 */
		reached(version: number, pause = 0): void {
			newest = Math.max(newest, version);
			if (isBehind()) fetchAfter(pause);
		},
		/** Asks whether there is anything new, where nobody tells. */
		ask(): void {
			void fetch();
		},
		/** The state was replaced by one that was fetched elsewhere, and may be older than what was held. */
		replaced(): void {
			drain();
			if (isBehind()) fetchAfter(0);
		},
		stop(): void {
			stopped = true;
			clearTimeout(timer);
		},
	};
}
