import type { ReadingChanged } from "@interurban/contract/events";
import type { FollowingFragment } from "../generated/types.ts";

/** How far the reader has come in a thread and how they follow it, as a page holds it. */
export type Reading = Pick<FollowingFragment, "readNumber" | "level" | "isOwn" | "version"> & {
	threadId: string;
};

export function readingOf(threadId: string, following: FollowingFragment): Reading {
	const { readNumber, level, isOwn, version } = following;
	return { threadId, readNumber, level, isOwn, version };
}

/** The next event of the reader's own stream; those about other threads only move the version on. */
export function applyEvent(held: Reading, event: ReadingChanged): Reading {
	const { readNumber, level, isOwn } = event.threadId === held.threadId ? event : held;
	return { ...held, version: event.version, readNumber, level, isOwn };
}

/** What the server says now. */
export function applyChanges(held: Reading, fresh: Reading): Reading {
	return fresh.version >= held.version ? fresh : held;
}
