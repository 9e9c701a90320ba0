import { ancestorsOf } from "@interurban/concepts/concepts";
import { posts, threads } from "@interurban/db/schema/threads";
import { and, eq, inArray, sql } from "drizzle-orm";
import { defineSource } from "../search/search.ts";

const isOwn = sql`${threads.title} is not null and not ${threads.private}`;

/**
 * Threads with a title of their own are found by that and their first post; discussions of a practice or challenge are found
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
			})
			.from(threads)
			.leftJoin(posts, and(eq(posts.threadId, threads.id), eq(posts.number, 1)))
			.where(and(isOwn, inArray(threads.id, [...ids])));
		return rows.map(({ id, topicId, createdAt, ...texts }) => ({
			...texts,
			ref: id,
			publishedAt: createdAt,
			facets: topicId ? { topic: [topicId, ...ancestorsOf(topicId).map((topic) => topic.id)] } : {},
		}));
	},
});
