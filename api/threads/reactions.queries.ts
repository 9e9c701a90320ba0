import type { PostCard } from "@interurban/contract/events";
import type { ReactionKind } from "@interurban/contract/vocabulary";
import type { Db } from "@interurban/db/client";
import { postReactions } from "@interurban/db/schema/threads";
import { statementOfIds } from "@interurban/db/statement";
import { and, asc, eq, sql } from "drizzle-orm";

/** What readers said of a post, and which of it was said by the one who asks. */
export type ReactionsRow = { postId: number; counts: PostCard["reactions"]; own: ReactionKind[] };

const ofPosts = statementOfIds((db, isOneOf) =>
	db
		.select({
			postId: postReactions.postId,
			kind: postReactions.kind,
			count: sql<number>`count(*)::integer`,
			isOwn: sql<boolean>`coalesce(bool_or(${postReactions.personId} = ${sql.placeholder("viewerId")}::bigint), false)`,
		})
		.from(postReactions)
		.where(isOneOf(postReactions.postId))
		.groupBy(postReactions.postId, postReactions.kind)
		.orderBy(asc(postReactions.postId), asc(postReactions.kind)),
);

/** What was said of posts; those of which nothing was are left out. */
export async function listReactions(
	db: Db,
	postIds: readonly number[],
	viewerId: number | null,
): Promise<ReactionsRow[]> {
	const rows = await ofPosts(db, postIds, { viewerId });
	const byPost = new Map<number, ReactionsRow>();
	for (const { postId, kind, count, isOwn } of rows) {
		const row = byPost.get(postId) ?? { postId, counts: [], own: [] };
		row.counts.push({ kind, count });
		if (isOwn) row.own.push(kind);
		byPost.set(postId, row);
	}
	return [...byPost.values()];
}

type Reaction = { postId: number; personId: number; kind: ReactionKind };

/** Adds a reaction or takes it back; answers whether that changed anything. */
export async function setReaction(tx: Db, reaction: Reaction, given: boolean): Promise<boolean> {
	const { postId, personId, kind } = reaction;
	const rows = given
		? await tx
				.insert(postReactions)
				.values(reaction)
				.onConflictDoNothing()
				.returning({ kind: postReactions.kind })
		: await tx
				.delete(postReactions)
				.where(
					and(
						eq(postReactions.postId, postId),
						eq(postReactions.personId, personId),
						eq(postReactions.kind, kind),
					),
				)
				.returning({ kind: postReactions.kind });
	return rows.length > 0;
}

export type ReactionRow = { kind: ReactionKind; personId: number };

/** Who said what of a post, kind by kind, the first to say so first. */
export function listWhoReacted(db: Db, postId: number, first: number): Promise<ReactionRow[]> {
	const { kind, createdAt, personId } = postReactions;
	return db
		.select({ kind, personId })
		.from(postReactions)
		.where(eq(postReactions.postId, postId))
		.orderBy(asc(kind), asc(createdAt), asc(personId))
		.limit(first);
}
