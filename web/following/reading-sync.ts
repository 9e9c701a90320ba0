import type { ReadingChanged } from "@interurban/contract/events";
import { execute } from "../execute.ts";
import { Following } from "../generated/operations.ts";
import { makeSync, type SyncOptions } from "../live.sync.ts";
import { applyChanges, applyEvent, type Reading, readingOf } from "./reading-state.ts";

/** Keeps what a page holds of a reader's progress equal to the server's. */
export function makeReadingSync(
	options: Pick<SyncOptions<Reading, ReadingChanged, Reading>, "get" | "set" | "patience" | "retryAfter">,
	run = execute,
) {
	const fetch = async (): Promise<Reading> => {
		const { threadId } = options.get();
		const following = (await run(Following, { threadId })).thread?.viewerFollowing;
		if (!following) throw new Error("the thread is gone");
		return readingOf(threadId, following);
	};
	return makeSync({ ...options, applyEvent, applyChanges, fetchChanges: fetch, fetchAnew: fetch });
}
