import { ancestorsOf } from "@interurban/concepts/concepts";
import type { Db } from "@interurban/db/client";
import type { Context } from "../context.ts";
import type { ThreadRow } from "../threads/threads.ts";
import type { AfterCommit } from "../write.ts";
import { tellConcerned } from "./concerned.ts";
import {
	noteAddressed,
	noteFollowed,
	noteNewlyMentioned,
	noteParticipants,
	type Written,
} from "./written.queries.ts";

/**
 * Keeps what people have to read true to a post, in the transaction that stores it: whom it addresses finds it in the
 * inbox. A post that addresses nobody, in a public thread that is under way, takes no statement.
 * @param of.watchVersion of the author's stream, when they watch the thread from now on
 */
export async function noteWritten(
	ctx: Pick<Context, "db" | "log" | "notify">,
	tx: Db,
	after: AfterCommit,
	of: {
		thread: Pick<ThreadRow, "id" | "topicId" | "private">;
		post: { number: number; authorId: number };
		watchVersion: number | null;
		answeredId?: number | null;
		mentionedIds?: readonly number[];
	},
): Promise<void> {
	const { thread, post, watchVersion, answeredId = null, mentionedIds = [] } = of;
	const topicIds = thread.topicId ? [thread.topicId, ...ancestorsOf(thread.topicId).map(({ id }) => id)] : [];
	const written: Written = {
		...{ threadId: thread.id, private: thread.private, topicIds, answeredId, mentionedIds },
		...{ number: post.number, authorId: post.authorId },
	};
	await noteAddressed(tx, written);
	if (thread.private) await noteParticipants(tx, written);
	else if (post.number === 1) await noteFollowed(tx, written);
	if (watchVersion !== null) {
		const stream = personStreamOf(post.authorId);
		after.emit("stream.reached", { stream, version: watchVersion });
	}
	after.run(() => tellConcerned(ctx, written));
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
