import { ancestorsOf } from "@interurban/concepts/concepts";
import { places } from "@interurban/db/schema/places";
import { posts, threads } from "@interurban/db/schema/threads";
import { and, eq, inArray, sql } from "drizzle-orm";
import { defineSource } from "../search/search.ts";

const isOwn = sql`${threads.title} is not null and not ${threads.private}`;

/**
 * Threads with a title of their own are found by that, their first post and their town; discussions of a practice or challenge are found
 * by what they discuss, and conversations never.
 */
export const threadSource = defineSource<number>({
	kind: "thread",
	table: threads,
	where: isOwn,
	async read(tx, ids) {
		const rows = await tx
			.select({
				id: threads.id,
				topicId: threads.topicId,
				title: sql<string>`${threads.title}`,
				language: sql<string>`coalesce(${threads.language}, 'en')`,
				createdAt: threads.createdAt,
				body: sql<string>`coalesce(${posts.body}, '')`,
				place: {
					id: places.id,
					name: places.name,
					country: places.country,
					population: places.population,
					traits: places.traits,
				},
			})
			.from(threads)
			.leftJoin(posts, and(eq(posts.threadId, threads.id), eq(posts.number, 1)))
			.leftJoin(places, eq(places.id, threads.placeId))
			.where(and(isOwn, inArray(threads.id, [...ids])));
		return rows.map(({ id, topicId, createdAt, place, ...texts }) => ({
			...texts,
			...(place ? { place, body: `${place.name}\n${texts.body}` } : {}),
			ref: id,
			publishedAt: createdAt,
			facets: topicId ? { topic: [topicId, ...ancestorsOf(topicId).map((topic) => topic.id)] } : {},
		}));
	},
});
