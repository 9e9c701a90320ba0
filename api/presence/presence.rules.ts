import type { ReplyTime } from "../generated/resolvers.ts";

/** Replies below which nothing is said: one long weekend would decide. */
const fewest = 5;

const hour = 3_600_000;

/** The longest median of each, in milliseconds, in rising order. */
const longest: readonly [ReplyTime, number][] = [
	["hours", 6 * hour],
	["day", 24 * hour],
	["two_days", 48 * hour],
	["week", 7 * 24 * hour],
];

/**
 * How soon somebody usually replies, coarsely; null when that cannot be said, or takes longer than a week.
 * @param pauses milliseconds until each of their replies
 */
export function replyTimeOf(pauses: readonly number[]): ReplyTime | null {
	if (pauses.length < fewest) return null;
	const sorted = [...pauses].sort((a, b) => a - b);
	const median = sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.POSITIVE_INFINITY;
	return longest.find(([, most]) => median <= most)?.[0] ?? null;
}
