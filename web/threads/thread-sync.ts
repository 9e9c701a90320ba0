import { makeSync, type SyncOptions } from "../live.sync.ts";
import {
	applyChanges,
	applyEvent,
	type ThreadChanges,
	type ThreadEvent,
	type ThreadState,
} from "./thread-state.ts";

/** Keeps a page's run of posts equal to the server's. */
export function makeThreadSync(
	options: Omit<SyncOptions<ThreadState, ThreadEvent, ThreadChanges>, "applyEvent" | "applyChanges">,
) {
	return makeSync({ ...options, applyEvent, applyChanges });
}
