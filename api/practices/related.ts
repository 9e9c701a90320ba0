import { broaderOf, narrowerOf } from "@interurban/concepts/concepts";
import type { Context } from "../context.ts";
import { placeById, traitsAlike } from "../places/places.ts";
import type { PracticeRow } from "./practices.queries.ts";
import { findRelated, type NearTopic, type RelatedRow } from "./related.queries.ts";

/**
 * Practices with topics in common; where these are few, also those on the topics beside, above and below. At most 20.
 */
export async function listRelated(ctx: Context, practice: PracticeRow, first: number): Promise<RelatedRow[]> {
	const most = Math.min(Math.max(first, 0), 20);
	const town = await placeById(ctx).load(practice.placeId);
	const alike = town ? await traitsAlike(ctx.db, town.traits) : [];
	const own = practice.topicIds.map((id) => ({ id, sharedId: id, weight: 1 }));
	const closest = await findRelated(ctx.db, practice.id, own, { first: most, except: [], alike });
	if (closest.length >= most) return closest;
	const near = await findRelated(ctx.db, practice.id, topicsNear(practice.topicIds), {
		first: most - closest.length,
		except: closest.map(({ practiceId }) => practiceId),
		alike,
	});
	return [...closest, ...near];
}

/** The topics directly below and above some, and those beside them; what they share is the one above. */
function topicsNear(ids: readonly string[]): NearTopic[] {
	const near = new Map<string, NearTopic>();
	const add = (topic: NearTopic) => {
		if (!near.has(topic.id) && !ids.includes(topic.id)) near.set(topic.id, topic);
	};
	for (const id of ids) for (const below of narrowerOf(id)) add({ id: below.id, sharedId: id, weight: 0.5 });
	for (const id of ids)
		for (const above of broaderOf(id)) add({ id: above.id, sharedId: above.id, weight: 0.5 });
	for (const id of ids)
		for (const above of broaderOf(id))
			for (const beside of narrowerOf(above.id)) add({ id: beside.id, sharedId: above.id, weight: 0.3 });
	return [...near.values()];
}
