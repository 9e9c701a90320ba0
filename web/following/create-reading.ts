import { createComputed, createMemo, createSignal, on, onCleanup, onMount } from "solid-js";
import { isServer } from "solid-js/web";
import type { FollowingFragment } from "../generated/types.ts";
import { whenIdle } from "../idle.ts";
import { type Reading, readingOf } from "./reading-state.ts";

/**
 * How far the reader has come in the posts of a page, kept up to date while it is shown: what comes onto the screen is
 * read. Null for visitors.
 * @param of.after the number before the first post on the page
 */
export function createReading(of: {
	viewerId: string | undefined;
	threadId: string;
	following: () => FollowingFragment | null | undefined;
	after: () => number;
	postCount: () => number;
	list: () => HTMLElement | undefined;
}) {
	const { viewerId, threadId } = of;
	const first = of.following();
	if (!viewerId || !first) return null;
	const [held, set] = createSignal<Reading>(readingOf(threadId, first));
	/** The first post that was new when the page was opened; the line above it stays where it is. */
	const [firstNew, setFirstNew] = createSignal(newIn(first.readNumber));
	let end: (() => void) | undefined;

	function newIn(readNumber: number | null | undefined): number | null {
		return readNumber && readNumber < of.postCount() ? readNumber + 1 : null;
	}
	createComputed(
		on(
			of.following,
			(fetched) => {
				if (!fetched) return;
				if (fetched.version >= held().version) set(readingOf(threadId, fetched));
				setFirstNew(newIn(fetched.readNumber));
			},
			{ defer: true },
		),
	);
	if (!isServer) {
		let left = false;
		onMount(async () => {
			await whenIdle();
			const { trackReading } = await import("./track-reading.ts").catch(() => ({ trackReading: null }));
			const list = of.list();
			if (!left && trackReading && list)
				end = trackReading({
					...{ viewerId, list, after: of.after, get: held, set },
					recall: () => of.following()?.recallNumber ?? null,
				});
		});
		onCleanup(() => {
			left = true;
			end?.();
		});
	}
	return {
		held,
		firstNew,
		/** Whether posts before those on the page are unread: then what is seen here leaves them so. */
		leaptOver: createMemo(() => of.after() > (held().readNumber ?? 0)),
		/** What a mutation of this page answered. */
		answered(fresh: FollowingFragment | null | undefined): void {
			if (fresh) set(readingOf(threadId, fresh));
		},
		/** Who marks something unread does not want it read by looking at it. */
		rest: () => end?.(),
	};
}

export type ReaderProgress = NonNullable<ReturnType<typeof createReading>>;
