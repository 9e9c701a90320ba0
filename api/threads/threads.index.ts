import { ancestorsOf } from "@interurban/concepts/concepts";
import type { Db } from "@interurban/db/client";
import { indexDocument } from "../search/search.ts";
import type { ThreadRow } from "./threads.queries.ts";

/**
 * Makes a thread with a title of its own findable by that and its first post; discussions of a practice or challenge are
 * found by what they discuss.
 */
export async function indexThread(
	tx: Db,
	thread: Pick<ThreadRow, "id" | "topicId" | "title" | "language" | "createdAt">,
	firstPost: string,
): Promise<void> {
	if (thread.topicId === null) return;
	const { id, language, title, topicId } = thread;
	await indexDocument(tx, {
		...{ kind: "thread", ref: id, language, title, body: firstPost, publishedAt: thread.createdAt },
		facets: { topic: [topicId, ...ancestorsOf(topicId).map((topic) => topic.id)] },
	});
}
