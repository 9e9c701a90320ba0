import type { Db } from "@interurban/db/client";
import { after, type Page, toPage } from "@interurban/db/keyset";
import { participants } from "@interurban/db/schema/conversations";
import { posts, threads } from "@interurban/db/schema/threads";
import { and, desc, eq, ilike, isNull } from "drizzle-orm";

/** Messages in conversations in which somebody takes part, with all of the words in them, the latest first. */
export async function findMessages(
	db: Db,
	question: {
		personId: number;
		words: readonly string[];
		first: number;
		after: [string, number] | null;
	},
): Promise<Page<{ id: number; threadId: number; createdAt: Date }>> {
	const rows = await db
		.select({ id: posts.id, threadId: posts.threadId, createdAt: posts.createdAt })
		.from(participants)
		.innerJoin(threads, and(eq(threads.id, participants.threadId), eq(threads.private, true)))
		.innerJoin(posts, eq(posts.threadId, threads.id))
		.where(
			and(
				eq(participants.personId, question.personId),
				eq(participants.state, "joined"),
				isNull(posts.deletedAt),
				...question.words.map((word) => ilike(posts.body, `%${word.replace(/[\\%_]/g, "\\$&")}%`)),
				question.after ? after([posts.createdAt, posts.id], question.after, "desc") : undefined,
			),
		)
		.orderBy(desc(posts.createdAt), desc(posts.id))
		.limit(question.first + 1);
	return toPage(rows, question.first, (row) => [row.createdAt, row.id]);
}
