import { ancestorsOf } from "@interurban/concepts/concepts";
import { posts, threads } from "@interurban/db/schema/threads";
import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { defineSource } from "../search/search.ts";

/**
 * Threads with a title of their own are found by that and their first post; discussions of a practice or challenge are found
 * by what they discuss.
 */
export const threadSource = defineSource<number>({
	kind: "thread",
	table: threads,
	where: isNotNull(threads.topicId),
	async read(tx, ids) {
		const rows = await tx
			.select({
				id: threads.id,
				topicId: sql<string>`${threads.topicId}`,
				title: sql<string>`${threads.title}`,
				language: sql<string>`coalesce(${threads.language}, 'en')`,
				createdAt: threads.createdAt,
				body: sql<string>`coalesce(${posts.body}, '')`,
			})
			.from(threads)
			.leftJoin(posts, and(eq(posts.threadId, threads.id), eq(posts.number, 1)))
			.where(and(isNotNull(threads.topicId), inArray(threads.id, [...ids])));
		return rows.map(({ id, topicId, createdAt, ...texts }) => ({
			...texts,
			ref: id,
			publishedAt: createdAt,
			facets: { topic: [topicId, ...ancestorsOf(topicId).map((topic) => topic.id)] },
		}));
	},
});
