import type { Db } from "@interurban/db/client";
import { run } from "@interurban/db/statement";
import { attachFiles } from "./posts.files.ts";
import type { PostRow } from "./posts.queries.ts";

export type NewPost = {
	threadId: number;
	authorId: number;
	clientId: string;
	sentHash: string;
	body: string;
	language: string;
	replyToId?: number | null;
	createdAt?: Date;
	/** Whoever writes in a thread watches it from then on, unless they chose a level. */
	authorWatches?: boolean;
	/** What it was drafted as; it goes unless it was written on since. */
	draft?: { key: string; version: number } | null;
};

/** `watchVersion`: of the author's stream, where they begin to watch the thread. */
export type StoredPost = { post: PostRow; watchVersion: number | null };

const storing = `
	with counted as (
		update threads set version = version + 1, post_count = post_count + 1,
			last_post_at = greatest(last_post_at, coalesce($8::timestamptz, now()))
		where id = $1 and closed_at is null returning version, post_count
	), stored as (
		insert into posts (thread_id, number, version, author_id, client_id, sent_hash, body, language, reply_to_id, created_at)
		select $1, post_count, version, $2, $3, $4, $5, $6, $7, coalesce($8::timestamptz, now()) from counted
		returning id, number, version, created_at
	), watching as (
		insert into thread_reads (person_id, thread_id, read_number, level)
		select $2, $1, case number when 1 then 1 else 0 end, 'watching' from stored where $9::boolean and not exists (
			select from thread_reads where person_id = $2 and thread_id = $1 and level is not null)
		on conflict (person_id, thread_id) do update set level = 'watching', updated_at = now()
			where thread_reads.level is null
		returning person_id
	), told as (
		insert into person_streams (person_id, version) select person_id, 1 from watching
		on conflict (person_id) do update set version = person_streams.version + 1
		returning version
	), undrafted as (
		delete from drafts where person_id = $2 and key = $10 and version = $11 and exists (select from stored)
	)
	select id, number, version, created_at, (select version from told) as watch_version from stored`;

type StoredRow = {
	id: string;
	number: number;
	version: string;
	created_at: Date;
	watch_version: string | null;
};

/**
 * Stores a post as the next one of its thread. The thread's counters are taken by the same statement: whoever writes
 * there at the same time waits until this transaction is over, so numbers and versions are seen in their order. Null when
 * the thread is closed. A text that names no files takes this one statement.
 */
export async function insertPost(tx: Db, post: NewPost): Promise<StoredPost | null> {
	const { threadId, authorId, clientId, sentHash, body, language, replyToId = null, draft = null } = post;
	const at = post.createdAt?.toISOString() ?? null;
	const [row] = await run<StoredRow>(tx, storing, [
		...[threadId, authorId, clientId, sentHash, body, language, replyToId, at],
		...[post.authorWatches ?? false, draft?.key ?? null, draft?.version ?? null],
	]);
	if (!row) return null;
	const id = Number(row.id);
	await attachFiles(tx, { id, authorId, body });
	return {
		post: {
			...{
				id,
				threadId,
				number: row.number,
				version: Number(row.version),
				authorId,
				body,
				language,
				replyToId,
			},
			...{ createdAt: new Date(row.created_at), editedAt: null, deletedAt: null },
			...{ solutionAt: null, solutionById: null },
		},
		watchVersion: row.watch_version === null ? null : Number(row.watch_version),
	};
}
