import { execute, sendLast } from "../execute.ts";
import { MarkRead } from "../generated/operations.ts";
import { follow, patience } from "../live.ts";
import type { Reading } from "./reading-state.ts";
import { readingOf } from "./reading-state.ts";
import { makeReadingSync } from "./reading-sync.ts";

/** Milliseconds: until what was seen is told, at the latest, and after a failure. */
const pauses = { tell: 1000, atLatest: 3000, retry: 10_000 };

/** How much of a post has to come into view before it is looked at again, so that long ones are, too. */
const steps = Array.from({ length: 21 }, (_, step) => step / 20);

/**
 * Notes what has been on the screen as read, and hears of what the reader reads elsewhere. In the browser only.
 * @param of.recall the number of a post read before that is to be looked at again, or null
 * @param of.after the number before the first post on the page: what was leapt over is not read
 * @returns a function that ends it
 */
export function trackReading(of: {
	viewerId: string;
	list: HTMLElement;
	after: () => number;
	recall: () => number | null;
	get: () => Reading;
	set: (next: Reading) => void;
}): () => void {
	const sync = makeReadingSync({
		...{ get: of.get, set: of.set, patience },
		retryAfter: () => 3000 + 4000 * Math.random(),
	});
	const unfollow = follow(`person:${of.viewerId}`, {
		...{ reached: sync.reached, ask: sync.ask },
		hear: { "reading.changed": sync.hear },
	});
	const { threadId } = of.get();
	let seen = 0;
	let told = 0;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let since = 0;
	/** The post that was to be looked at again has been. */
	let recalled: number | null = null;
	let lookedAt: number | null = null;

	const isNew = () => (seen > (of.get().readNumber ?? 0) && seen !== told) || recalled !== null;
	const tell = async () => {
		timer = undefined;
		if (!isNew()) return;
		const upTo = Math.max(seen, recalled ?? 0);
		told = upTo;
		recalled = null;
		try {
			const following = (await execute(MarkRead, { threadId, upTo })).markRead.viewerFollowing;
			if (following && following.version >= of.get().version) of.set(readingOf(threadId, following));
		} catch {
			told = 0;
			timer ??= setTimeout(tell, pauses.retry);
		}
	};
	const soon = () => {
		if (!isNew()) return;
		if (timer === undefined) since = performance.now();
		clearTimeout(timer);
		timer = setTimeout(tell, Math.min(pauses.tell, Math.max(0, since + pauses.atLatest - performance.now())));
	};

	const look = (entries: readonly IntersectionObserverEntry[]) => {
		if (document.hidden || of.after() > (of.get().readNumber ?? 0)) return;
		for (const { target, isIntersecting, boundingClientRect, rootBounds } of entries) {
			const bottom = rootBounds?.bottom ?? window.innerHeight;
			if (!isIntersecting || boundingClientRect.bottom > bottom + 8) continue;
			const number = Number(target.id.slice("post-".length)) || 0;
			seen = Math.max(seen, number);
			if (number === of.recall() && number !== lookedAt) recalled = lookedAt = number;
		}
		soon();
	};
	const observer = new IntersectionObserver(look, { threshold: steps });
	const observe = () => {
		for (const post of of.list.querySelectorAll("[id^='post-'].post")) observer.observe(post);
	};
	observe();
	const changes = new MutationObserver(observe);
	changes.observe(of.list, { childList: true, subtree: true });

	const leave = () => {
		clearTimeout(timer);
		timer = undefined;
		if (!isNew()) return;
		const upTo = Math.max(seen, recalled ?? 0);
		if (sendLast(MarkRead, { threadId, upTo })) told = upTo;
	};
	/** What came while nobody looked is seen once somebody does. */
	const turn = () => {
		if (document.hidden) return leave();
		observer.disconnect();
		observe();
	};
	document.addEventListener("visibilitychange", turn);
	window.addEventListener("pagehide", leave);
	return () => {
		leave();
		unfollow();
		sync.stop();
		observer.disconnect();
		changes.disconnect();
		document.removeEventListener("visibilitychange", turn);
		window.removeEventListener("pagehide", leave);
	};
}
