import type { Db } from "@interurban/db/client";
import { files } from "@interurban/db/schema/files";
import { postFiles } from "@interurban/db/schema/threads";
import { and, eq, inArray, sql } from "drizzle-orm";
import { filesIn } from "../markdown.ts";

/**
 * Makes the files that a text shows or leads to part of the post, in the transaction that stores it. They must be the
 * author's own: nobody opens a file for others by naming it.
 */
export async function attachFiles(
	tx: Db,
	post: { id: number; authorId: number; body: string },
): Promise<void> {
	const named = filesIn(post.body);
	if (!named.length) return;
	const own = tx
		.select({ postId: sql`${post.id}::bigint`.as("post_id"), fileId: files.id })
		.from(files)
		.where(and(eq(files.ownerId, post.authorId), inArray(files.id, named)));
	await tx.insert(postFiles).select(own).onConflictDoNothing();
}

/** The threads in which files stand in posts that are not deleted, by the files' ids. */
export async function findThreadsOfFile(db: Db, fileId: string): Promise<number[]> {
	const rows = await db.execute<{ thread_id: string }>(sql`
		select distinct posts.thread_id from post_files join posts on posts.id = post_files.post_id
		where post_files.file_id = ${fileId} and posts.deleted_at is null`);
	return rows.map(({ thread_id }) => Number(thread_id));
}
