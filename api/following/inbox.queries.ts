import type { FollowLevel } from "@interurban/contract/vocabulary";
import type { Db } from "@interurban/db/client";
import type { Page } from "@interurban/db/keyset";
import { run } from "@interurban/db/statement";

export type InboxReason = "conversation" | "mention" | "reply" | "watching" | "tracking";

export type InboxRow = { threadId: number; reason: InboxReason; isUnread: boolean; rank: number; at: Date };

export type InboxPageRow = Page<InboxRow>;

/** Levels of topics, those from above included. */
type Levels = readonly { topicId: string; level: FollowLevel }[];

/**
 * What is in somebody's inbox, `$1`, whose topics have the levels `$2`. All of it hangs on their rows of `thread_reads`: one
 * statement over these and their threads, whatever number of threads and posts there are. `rank` is the order of what is
 * unread; 9 for the rest.
 */
const entriesOf = (which: string) => `
	with topic as (
		select * from json_to_recordset($2::text::json) as topic ("topicId" text, level follow_level)
	), reading as materialized (
		select threads.id, threads.last_post_at as at, threads.private,
			reads.mention_number > 0 as is_mentioned, reads.reply_number > 0 as is_answered,
			reads.mention_number > reads.read_number as is_mentioned_behind, reads.recall_number > 0 as is_recalled,
			reads.reply_number > reads.read_number as is_newly_answered,
			coalesce(reads.level, topic.level, 'normal') as level,
			threads.post_count > reads.read_number and exists (
				select from posts where posts.thread_id = threads.id and posts.number > reads.read_number
					and posts.author_id <> $1 and posts.deleted_at is null
			) as has_unread
		from thread_reads as reads
			cross join lateral (
				-- One look-up by key for each row: all threads of the network are never gone through.
				select * from threads where threads.id = reads.thread_id and last_post_at is not null ${which} offset 0
			) as threads
			left join topic on topic."topicId" = threads.topic_id
			left join practices on practices.id = threads.practice_id
		where reads.person_id = $1
			and (reads.level in ('watching', 'tracking') or reads.mention_number > 0 or reads.reply_number > 0
				or threads.private or (reads.level is null and topic.level in ('watching', 'tracking')))
			and (threads.practice_id is null or practices.status = 'published')
			and (not threads.private or exists (
				select from participants where participants.thread_id = threads.id and participants.person_id = $1
					and participants.state = 'joined'))
	), judged as (
		select *, case
			when level = 'muted' then case when is_newly_mentioned then 'mention' end
			when private then 'conversation'
			when is_newly_mentioned then 'mention'
			when is_newly_answered and has_unread then 'reply'
			when level in ('watching', 'tracking') then level::text
			when is_mentioned then 'mention'
			when is_answered then 'reply'
		end as reason,
		is_newly_mentioned
			or has_unread and (private or level in ('watching', 'tracking') or is_newly_answered) as is_unread
		from reading
			cross join lateral (select is_recalled or is_mentioned_behind and has_unread as is_newly_mentioned) as mentioned
	), entry as (
		select id, at, reason, is_unread, case
			when is_unread then array_position(array['conversation', 'mention', 'reply', 'watching', 'tracking'], reason)
			else 9
		end as rank
		from judged where reason is not null
	)`;

const page = `${entriesOf("")}
	select id as "threadId", at, reason, is_unread as "isUnread", rank from entry
	where ($3::text is null or reason = any($3::text::text[])) and ($4::boolean is null or is_unread = $4)
		and ($5::int is null or rank > $5 or (rank = $5 and (at, id) < ($6::timestamptz, $7::bigint)))
	order by rank, at desc, id desc limit $8`;

const count = `${entriesOf("and (threads.post_count > reads.read_number or reads.recall_number > 0)")}
	select count(*)::int as count from (select from entry where is_unread and reason <> 'tracking' limit 100) as unread`;

/** A page of somebody's inbox, one row more than asked for. */
export async function listInbox(
	db: Db,
	personId: number,
	levels: Levels,
	options: {
		reasons: readonly InboxReason[] | null;
		isUnread: boolean | null;
		after: { rank: number; at: string; id: number } | null;
		first: number;
	},
): Promise<InboxRow[]> {
	const { reasons, isUnread, after, first } = options;
	const rows = await run<InboxRow>(db, page, [
		...[personId, JSON.stringify(levels), reasons && `{${reasons.join(",")}}`, isUnread],
		...[after?.rank ?? null, after?.at ?? null, after?.id ?? null, first + 1],
	]);
	return rows.map((row) => ({ ...row, threadId: Number(row.threadId), at: new Date(row.at) }));
}

/** How many threads of somebody's inbox have something unread that counts; at most 100. */
export async function countUnread(db: Db, personId: number, levels: Levels): Promise<number> {
	const [row] = await run<{ count: number }>(db, count, [personId, JSON.stringify(levels)]);
	return row?.count ?? 0;
}
