import type { ThreadCard } from "@interurban/contract/events";
import { createComputed, createMemo, createSignal, on, onCleanup, onMount } from "solid-js";
import { createStore, reconcile } from "solid-js/store";
import { isServer } from "solid-js/web";
import { follow, liveState, patience } from "../live.ts";
import { fetchAnew, fetchChanges } from "./fetch-thread.ts";
import { isAtEnd, lastNumber, type ThreadEvent, type ThreadState, withoutOldest } from "./thread-state.ts";
import { makeThreadSync } from "./thread-sync.ts";

/**
 * A thread on a page, kept up to date while it is in view.
 * @param of.fetched what the page got; another page of the thread replaces what is held
 * @param of.element around the posts: it is followed from when it comes into view
 * @param of.isReadingEnd whether new posts may be shown at once, because they move nothing that is being read
 */
export function createThread(of: {
	fetched: () => ThreadState;
	element: () => HTMLElement | undefined;
	isReadingEnd: () => boolean;
	onShown: (name: string) => void;
	onCard: (card: ThreadCard) => void;
}) {
	let current = of.fetched();
	const [state, setStore] = createStore<{ held: ThreadState }>({ held: current });
	const [shownUpTo, setShownUpTo] = createSignal(lastNumber(current));
	const set = (changed: ThreadState) => {
		// Nothing above may go while somebody reads there.
		const next = of.isReadingEnd() ? withoutOldest(changed) : changed;
		const before = lastNumber(current);
		if (next.card !== current.card) of.onCard(next.card);
		current = next;
		setStore("held", reconcile(next, { key: "id" }));
		const newest = next.posts.at(-1);
		if (!newest || newest.number <= before) return;
		const isOwn = newest.author.handle === next.viewer;
		const hasPending = shownUpTo() < before;
		if (!isOwn && (hasPending || !of.isReadingEnd())) return;
		setShownUpTo(newest.number);
		if (!isOwn) of.onShown(newest.author.name);
	};
	const sync = makeThreadSync({
		get: () => current,
		set,
		fetchChanges: (version) => fetchChanges(current.id, version),
		fetchAnew: () => fetchAnew(current.id, current.after),
		patience: () => (liveState() === "online" ? patience() : 0),
		retryAfter: () => 3000 + 4000 * Math.random(),
	});
	createComputed(
		on(
			of.fetched,
			(next) => {
				current = next;
				setStore("held", reconcile(next, { key: "id" }));
				setShownUpTo(lastNumber(next));
				sync.replaced();
			},
			{ defer: true },
		),
	);

	if (!isServer) {
		onMount(() => {
			const element = of.element();
			if (!element) return;
			let unfollow: (() => void) | undefined;
			const observer = new IntersectionObserver(([entry]) => {
				if (!entry?.isIntersecting) return;
				observer.disconnect();
				unfollow = follow(`thread:${current.id}`, {
					...{ reached: sync.reached, ask: sync.ask },
					hear: {
						...{ "post.changed": sync.hear, "thread.changed": sync.hear },
						// What it tells is not among the posts; it counts all the same.
						"conversation.changed": ({ version }) => sync.reached(version),
					},
				});
			});
			observer.observe(element);
			onCleanup(() => {
				observer.disconnect();
				unfollow?.();
			});
		});
		onCleanup(sync.stop);
	}

	const posts = createMemo(() => state.held.posts.filter(({ number }) => number <= shownUpTo()));
	return {
		state: () => state.held,
		/** The posts that are shown. */
		posts,
		/** How many came in since, and wait to be asked for. */
		pending: () => state.held.posts.length - posts().length,
		/** Shows them; answers the number of the first. */
		showPending(): number {
			const first = shownUpTo() + 1;
			setShownUpTo(lastNumber(current));
			return first;
		},
		isAtEnd: () => isAtEnd(state.held),
		hear: (event: ThreadEvent) => sync.hear(event),
	};
}
