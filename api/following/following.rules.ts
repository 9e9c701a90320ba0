import { ancestorsOf, descendantsOf } from "@interurban/concepts/concepts";
import type { FollowLevel } from "@interurban/contract/vocabulary";

/** Levels that somebody chose, by topic. */
export type TopicLevels = ReadonlyMap<string, FollowLevel>;

export type Level = { level: FollowLevel; isOwn: boolean };

/** How closely somebody follows a topic: as chosen for it, or for the nearest one above it that has a level. */
export function levelOfTopic(chosen: TopicLevels, topicId: string | null): Level {
	const own = topicId === null ? undefined : chosen.get(topicId);
	if (own) return { level: own, isOwn: true };
	const above = topicId === null || chosen.size === 0 ? [] : ancestorsOf(topicId);
	for (const { id } of above) {
		const level = chosen.get(id);
		if (level) return { level, isOwn: false };
	}
	return { level: "normal", isOwn: false };
}

/** The levels of all topics that have one by themselves or from above. */
export function spreadLevels(chosen: TopicLevels): { topicId: string; level: FollowLevel }[] {
	const reached = new Set(chosen.keys());
	for (const id of chosen.keys()) for (const below of descendantsOf(id)) reached.add(below.id);
	return [...reached].map((topicId) => ({ topicId, level: levelOfTopic(chosen, topicId).level }));
}

/** How closely somebody follows a thread: as chosen for it, or else as its topic says. */
export function levelOfThread(own: FollowLevel | null, chosen: TopicLevels, topicId: string | null): Level {
	return own ? { level: own, isOwn: true } : { ...levelOfTopic(chosen, topicId), isOwn: false };
}

/** Posts already read that stand before the first unread one, so that one finds one's way back into the matter. */
const context = 2;

/** The number before the first post on a full page that shows what is unread. */
export function startAt(readNumber: number, postCount: number, first: number): number {
	return Math.max(Math.min(readNumber - context, postCount - first), 0);
}
