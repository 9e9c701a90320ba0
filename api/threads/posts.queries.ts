import type { Db } from "@interurban/db/client";
import { after, type Page, toPage } from "@interurban/db/keyset";
import { practices } from "@interurban/db/schema/practices";
import {
	type Post,
	postFiles,
	postMentions,
	postReactions,
	postRevisions,
	posts,
	postTranslations,
	threads,
} from "@interurban/db/schema/threads";
import { statement, statementOfIds } from "@interurban/db/statement";
import { and, asc, desc, eq, getTableColumns, gt, isNotNull, isNull, lt, max, sql } from "drizzle-orm";
import { attachFiles } from "./posts.files.ts";
import { isPublic } from "./threads.queries.ts";

const { sentHash: _, clientId: __, ...columns } = getTableColumns(posts);

export type PostRow = Omit<Post, "sentHash" | "clientId">;

export type ChangesRow = {
	threadId: number;
	posts: PostRow[];
	version: number;
	complete: boolean;
	postCount: number;
};

const later = statement((db) =>
	db
		.select(columns)
		.from(posts)
		.where(and(eq(posts.threadId, sql.placeholder("threadId")), gt(posts.number, sql.placeholder("after"))))
		.orderBy(asc(posts.number))
		.limit(sql.placeholder("first")),
);
const ofIds = statementOfIds((db, isOneOf) => db.select(columns).from(posts).where(isOneOf(posts.id)));
const solutionsOf = statementOfIds((db, isOneOf) =>
	db
		.select(columns)
		.from(posts)
		.where(and(isOneOf(posts.threadId), isNotNull(posts.solutionAt)))
		.orderBy(asc(posts.number)),
);

/** Posts of a thread by their numbers, ascending. */
export async function listPosts(
	db: Db,
	threadId: number,
	range: { after: number; first: number } | { before: number; first: number },
): Promise<PostRow[]> {
	if ("after" in range) return later(db, { threadId, ...range });
	const rows = await db
		.select(columns)
		.from(posts)
		.where(and(eq(posts.threadId, threadId), lt(posts.number, range.before)))
		.orderBy(desc(posts.number))
		.limit(range.first);
	return rows.reverse();
}

/** The posts of some ids, in no order. The caller answers for their thread's being visible. */
export function findPosts(db: Db, ids: readonly number[]): Promise<PostRow[]> {
	return ofIds(db, ids);
}

/** Posts by thread and number, in no order. */
export function findPostsAt(
	db: Db,
	places: readonly { threadId: number; number: number }[],
): Promise<PostRow[]> {
	const pairs = sql.join(
		places.map(({ threadId, number }) => sql`(${threadId}::bigint, ${number}::integer)`),
		sql`, `,
	);
	return db.select(columns).from(posts).where(sql`(${posts.threadId}, ${posts.number}) in (${pairs})`);
}

/**
 * The first post of a thread that was written on a day or later.
 * @param day as `2026-05-01`
 * @param timeZone IANA name of the zone in which it begins
 */
export async function findSince(
	db: Db,
	threadId: number,
	day: string,
	timeZone: string,
): Promise<PostRow | null> {
	const begin = sql`(${day}::date::timestamp at time zone ${timeZone})`;
	const [row] = await db
		.select(columns)
		.from(posts)
		.where(and(eq(posts.threadId, threadId), sql`${posts.createdAt} >= ${begin}`))
		.orderBy(asc(posts.number))
		.limit(1);
	return row ?? null;
}

/**
 * What changed in a thread after a version, as one snapshot: what is counted and what is listed belong together.
 */
export async function findChanges(
	db: Db,
	threadId: number,
	version: number,
	first: number,
): Promise<ChangesRow> {
	const rows = await db
		.select({ thread: { version: threads.version, postCount: threads.postCount }, post: columns })
		.from(threads)
		.leftJoin(posts, and(eq(posts.threadId, threads.id), gt(posts.version, version)))
		.where(eq(threads.id, threadId))
		.orderBy(asc(posts.version))
		.limit(first + 1);
	const changed = rows.flatMap(({ post }) => post ?? []);
	const thread = rows[0]?.thread ?? { version, postCount: 0 };
	const complete = changed.length <= first;
	const listed = changed.slice(0, first);
	return {
		threadId,
		posts: listed,
		version: complete ? thread.version : (listed.at(-1)?.version ?? version),
		complete,
		postCount: thread.postCount,
	};
}

/** What a person wrote and everybody may see, the newest first. */
export async function listPostsOf(
	db: Db,
	authorId: number,
	options: { first: number; after: [string, number] | null },
): Promise<Page<PostRow>> {
	const rows = await db
		.select(columns)
		.from(posts)
		.innerJoin(threads, eq(threads.id, posts.threadId))
		.leftJoin(practices, eq(practices.id, threads.practiceId))
		.where(
			and(
				eq(posts.authorId, authorId),
				isNull(posts.deletedAt),
				isPublic,
				options.after ? after([posts.createdAt, posts.id], options.after, "desc") : undefined,
			),
		)
		.orderBy(desc(posts.createdAt), desc(posts.id))
		.limit(options.first + 1);
	return toPage(rows, options.first, (row) => [row.createdAt, row.id]);
}

/** What a person sent before under a client id, with the hash of what it was. */
export async function findSent(
	db: Db,
	authorId: number,
	clientId: string,
): Promise<{ post: PostRow; sentHash: string } | null> {
	const [row] = await db
		.select({ post: columns, sentHash: posts.sentHash })
		.from(posts)
		.where(and(eq(posts.authorId, authorId), eq(posts.clientId, clientId)));
	return row ?? null;
}

/** Until the transaction is over, nobody else changes anything in the thread. */
export async function lockThread(tx: Db, id: number): Promise<void> {
	await tx.select({ id: threads.id }).from(threads).where(eq(threads.id, id)).for("no key update");
}

/** Takes the next version of a thread. */
export async function takeVersion(tx: Db, threadId: number): Promise<number> {
	const [row] = await tx
		.update(threads)
		.set({ version: sql`${threads.version} + 1` })
		.where(eq(threads.id, threadId))
		.returning({ version: threads.version });
	if (!row) throw new Error("a thread is gone");
	return row.version;
}

/** Gives a post another text; the one before becomes a revision, and its translations go. */
export async function replaceBody(
	tx: Db,
	before: PostRow,
	change: { body: string; language: string; version: number },
): Promise<PostRow> {
	const [last] = await tx
		.select({ number: max(postRevisions.number) })
		.from(postRevisions)
		.where(eq(postRevisions.postId, before.id));
	await tx
		.insert(postRevisions)
		.values({ postId: before.id, number: (last?.number ?? 0) + 1, body: before.body });
	await tx.delete(postTranslations).where(eq(postTranslations.postId, before.id));
	await attachFiles(tx, { id: before.id, authorId: before.authorId, body: change.body });
	return update(tx, before.id, { ...change, editedAt: sql`now()` });
}

/** What a post said before its last changes, the newest first. */
export function listRevisions(
	db: Db,
	postId: number,
	first: number,
): Promise<{ number: number; body: string; createdAt: Date }[]> {
	const { number, body, createdAt } = postRevisions;
	return db
		.select({ number, body, createdAt })
		.from(postRevisions)
		.where(eq(postRevisions.postId, postId))
		.orderBy(desc(number))
		.limit(first);
}

/** Takes a post's text away, with all that it said before and that hung on it. */
export async function emptyPost(tx: Db, id: number, version: number): Promise<PostRow> {
	for (const table of [postRevisions, postReactions, postMentions, postTranslations, postFiles])
		await tx.delete(table).where(eq(table.postId, id));
	return update(tx, id, {
		...{ body: "", version, deletedAt: sql`now()` },
		...{ solutionAt: null, solutionById: null },
	});
}

/** Gives a post whose surroundings changed the thread's new version. */
export function touchPost(tx: Db, id: number, version: number): Promise<PostRow> {
	return update(tx, id, { version });
}

/** Marks a post as a solution, or no longer. */
export function setSolution(tx: Db, id: number, byId: number | null, version: number): Promise<PostRow> {
	return update(tx, id, {
		version,
		solutionAt: byId === null ? null : sql`now()`,
		solutionById: byId,
	});
}

/** The posts that solve what threads ask, by their numbers. */
export function listSolutions(db: Db, threadIds: readonly number[]): Promise<PostRow[]> {
	return solutionsOf(db, threadIds);
}

type Changes = Parameters<ReturnType<Db["update"]>["set"]>[0];

async function update(tx: Db, id: number, changes: Changes): Promise<PostRow> {
	const [row] = await tx.update(posts).set(changes).where(eq(posts.id, id)).returning(columns);
	if (!row) throw new Error("a post is gone");
	return row;
}
