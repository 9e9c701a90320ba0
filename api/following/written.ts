import { ancestorsOf } from "@interurban/concepts/concepts";
import type { Db } from "@interurban/db/client";
import type { Context } from "../context.ts";
import type { ThreadRow } from "../threads/threads.ts";
import type { AfterCommit } from "../write.ts";
import { takePersonVersion } from "./following.queries.ts";
import {
	listConcerned,
	noteAddressed,
	noteFollowed,
	noteNewlyMentioned,
	noteParticipants,
	type Written,
	watchWritten,
} from "./written.queries.ts";

/**
 * Keeps what people have to read true to a post, in the transaction that stores it: its author watches the thread from
 * now on, and whom it addresses finds it in the inbox.
 */
export async function noteWritten(
	ctx: Pick<Context, "db" | "log" | "notify">,
	tx: Db,
	after: AfterCommit,
	of: {
		thread: Pick<ThreadRow, "id" | "topicId" | "private">;
		post: { number: number; authorId: number };
		answeredId?: number | null;
		mentionedIds?: readonly number[];
	},
): Promise<void> {
	const { thread, post, answeredId = null, mentionedIds = [] } = of;
	const topicIds = thread.topicId ? [thread.topicId, ...ancestorsOf(thread.topicId).map(({ id }) => id)] : [];
	const written: Written = {
		...{ threadId: thread.id, private: thread.private, topicIds, answeredId, mentionedIds },
		...{ number: post.number, authorId: post.authorId },
	};
	const isNew = await watchWritten(tx, written);
	await noteAddressed(tx, written);
	if (thread.private) await noteParticipants(tx, written);
	else if (post.number === 1) await noteFollowed(tx, written);
	if (isNew) {
		const stream = personStreamOf(post.authorId);
		const version = await takePersonVersion(tx, post.authorId);
		after.emit("stream.reached", { stream, version });
	}
	after.run(() => {
		listConcerned(ctx.db, written)
			.then((ids) => ctx.notify(ids, "inbox.changed", { threadId: String(thread.id) }))
			.catch((error) => ctx.log.warn(error, "nobody was told of a post in their inbox"));
	});
}

/** Lets people know of a post that mentions them since it was changed, in the transaction that changes it. */
export async function noteMentioned(
	ctx: Pick<Context, "notify">,
	tx: Db,
	after: AfterCommit,
	of: { post: { threadId: number; number: number; authorId: number }; personIds: readonly number[] },
): Promise<void> {
	if (!of.personIds.length) return;
	const told = await noteNewlyMentioned(tx, of.post, of.personIds);
	after.run(() => ctx.notify(told, "inbox.changed", { threadId: String(of.post.threadId) }));
}

/** What concerns one person alone. */
export const personStreamOf = (personId: number): string => `person:${personId}`;
