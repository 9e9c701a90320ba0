import type { Db } from "@interurban/db/client";
import { run } from "@interurban/db/statement";

/**
 * Milliseconds from the first unanswered message of others to each reply of people, in their conversations of the last 90
 * days; the latest 100 of each.
 */
export async function listReplyPauses(db: Db, ids: readonly number[]): Promise<Map<number, number[]>> {
	const rows = await run<{ id: string; pauses: number[] | null }>(
		db,
		`select asked.id, (
			select array_agg(pause) from (
				select extract(epoch from own.created_at - waiting.since)::float8 * 1000 as pause
				from posts as own join threads on threads.id = own.thread_id and threads.private
					cross join lateral (
						select min(other.created_at) as since from posts as other
						where other.thread_id = own.thread_id and other.number < own.number and other.author_id <> own.author_id
							and other.number > coalesce((
								select max(before.number) from posts as before
								where before.thread_id = own.thread_id and before.number < own.number
									and before.author_id = own.author_id), 0)
					) as waiting
				where own.author_id = asked.id and own.deleted_at is null and waiting.since is not null
					and own.created_at > now() - interval '90 days'
				order by own.created_at desc limit 100
			) as replies
		) as pauses
		from (select value::bigint as id from json_array_elements_text($1::text::json)) as asked`,
		[JSON.stringify(ids)],
	);
	return new Map(rows.map(({ id, pauses }) => [Number(id), pauses ?? []]));
}

/** Who is shown as writing in a thread; null when they may not write there or do not want to be seen. */
export async function findTypist(
	db: Db,
	personId: number,
	threadId: number,
): Promise<{ handle: string; name: string } | null> {
	const [row] = await run<{ handle: string; name: string }>(
		db,
		`select handle, name from people
		where id = $1 and show_typing and suspended_at is null and exists (
			select from threads where threads.id = $2 and closed_at is null and (not private or (
				exists (select from participants
					where participants.thread_id = threads.id and participants.person_id = $1 and state = 'joined')
				and not exists (select from participants
					join blocks on blocks.person_id = participants.person_id and blocks.blocked_id = $1
					where participants.thread_id = threads.id
						and (select count(*) from participants as all_of where all_of.thread_id = threads.id) = 2))))`,
		[personId, threadId],
	);
	return row ?? null;
}
