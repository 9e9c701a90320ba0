import { fail } from "@interurban/contract/errors";
import type { ThreadCard } from "@interurban/contract/events";
import type { Db } from "@interurban/db/client";
import { renderMarkdown } from "../markdown.ts";
import { slugOf } from "../slug.ts";
import { excerptOf } from "./post-card.ts";
import { listSolutions } from "./posts.queries.ts";
import { findNames } from "./thread-changes.queries.ts";
import { findThreads } from "./threads.queries.ts";

/** What everybody gets to see of a public thread beside its posts, as it is in the transaction. */
export async function readThreadCard(tx: Db, id: number): Promise<ThreadCard> {
	const [thread] = await findThreads(tx, [id], null);
	if (!thread) fail("not_found");
	const solutions = await listSolutions(tx, [id]);
	const ids = [thread.closedById, thread.summaryById, ...solutions.map(({ authorId }) => authorId)];
	const names = await findNames(
		tx,
		ids.filter((id) => id !== null),
	);
	const named = (id: number | null) => (id === null ? null : (names.get(id) ?? null));
	return {
		title: thread.title,
		slug: slugOf(thread.title, thread.language),
		language: thread.language,
		topic: thread.topicId === null ? null : { id: thread.topicId },
		place: thread.placeId === null ? null : { id: String(thread.placeId) },
		closedAt: thread.closedAt?.toISOString() ?? null,
		closedBy: named(thread.closedById),
		summaryHtml: renderMarkdown(thread.summary ?? ""),
		summaryBy: named(thread.summaryById),
		summaryAt: thread.summaryAt?.toISOString() ?? null,
		solutions: solutions.map(({ number, body, authorId }) => ({
			number,
			excerpt: excerptOf(body),
			author: { name: named(authorId)?.name ?? "" },
		})),
	};
}
