import type { Db } from "@interurban/db/client";
import { run } from "@interurban/db/statement";

/** A post that was just stored, and whom it concerns. */
export type Written = {
	threadId: number;
	number: number;
	authorId: number;
	/** The thread's topic and all above it, the nearest first. */
	topicIds: readonly string[];
	/** Who takes part is all who may know of it. */
	private: boolean;
	/** Whose post it answers. */
	answeredId: number | null;
	mentionedIds: readonly number[];
};

/** Notes a post with those whom it answers or mentions. Nobody is addressed by themselves, or by whom they have blocked. */
export async function noteAddressed(
	tx: Db,
	{ threadId, number, authorId, answeredId, mentionedIds }: Written,
): Promise<void> {
	const ids = [...new Set([...mentionedIds, ...(answeredId ? [answeredId] : [])])].filter(
		(id) => id !== authorId,
	);
	if (!ids.length) return;
	await run(
		tx,
		`insert into thread_reads (person_id, thread_id, mention_number, reply_number)
			select id, $2, case when id in (select value::bigint from json_array_elements_text($4::text::json)) then $3::int else 0 end,
				case when id = $5::bigint then $3::int else 0 end
			from (select value::bigint as id from json_array_elements_text($1::text::json) order by 1) as addressed
			where not exists (select from blocks where blocks.person_id = addressed.id and blocked_id = $6)
			on conflict (person_id, thread_id) do update set
				mention_number = greatest(thread_reads.mention_number, excluded.mention_number),
				reply_number = greatest(thread_reads.reply_number, excluded.reply_number)`,
		[JSON.stringify(ids), threadId, number, JSON.stringify(mentionedIds), answeredId, authorId],
	);
}

/**
 * Notes people whom a post mentions since it was changed. Who had read it already is called back to it.
 * @returns those who are told of it: not whoever has blocked the author
 */
export async function noteNewlyMentioned(
	tx: Db,
	post: { threadId: number; number: number; authorId: number },
	personIds: readonly number[],
): Promise<number[]> {
	const rows = await run<{ id: string }>(
		tx,
		`insert into thread_reads (person_id, thread_id, mention_number)
			select id, $2, $3::int
			from (select value::bigint as id from json_array_elements_text($1::text::json) order by 1) as mentioned
			where id <> $4 and not exists (select from blocks where blocks.person_id = mentioned.id and blocked_id = $4)
			on conflict (person_id, thread_id) do update set
				mention_number = greatest(thread_reads.mention_number, excluded.mention_number),
				recall_number = case when thread_reads.read_number >= $3 then $3 else thread_reads.recall_number end
			returning person_id as id`,
		[JSON.stringify(personIds), post.threadId, post.number, post.authorId],
	);
	return rows.map(({ id }) => Number(id));
}

/** A new thread is among what those who follow its topic, or one above that, have to read. */
export async function noteFollowed(tx: Db, { threadId, topicIds }: Written): Promise<void> {
	if (!topicIds.length) return;
	await run(
		tx,
		`insert into thread_reads (person_id, thread_id)
			select distinct person_id, $1::bigint from topic_levels
			where topic_id in (select json_array_elements_text($2::text::json)) and level in ('watching', 'tracking')
			order by 1 on conflict do nothing`,
		[threadId, JSON.stringify(topicIds)],
	);
}

/** All who take part in a conversation watch it, unless they chose a level. */
export async function noteParticipants(tx: Db, { threadId }: Written): Promise<void> {
	await run(
		tx,
		`insert into thread_reads (person_id, thread_id, level)
			select person_id, thread_id, 'watching' from participants
			where thread_id = $1 and state in ('asked', 'joined')
			order by 1 on conflict do nothing`,
		[threadId],
	);
}

/** Whose inbox a post changes, and those that its author wrote in the thread after it. */
export async function listConcerned(db: Db, of: Written): Promise<number[]> {
	const rows = await run<{ id: string }>(
		db,
		`select person_id as id from thread_reads as reads
			where thread_id = $1 and person_id <> $2
				and (level in ('watching', 'tracking') or mention_number >= $3 or (reply_number >= $3 and level is distinct from 'muted')
					or (level is null and (
						select topic_levels.level from topic_levels
							join json_array_elements_text($4::text::json) with ordinality as topic (id, distance) on topic_id = topic.id
							where topic_levels.person_id = reads.person_id order by distance limit 1) in ('watching', 'tracking')))
				and (not $5::boolean or exists (
					select from participants where participants.thread_id = $1 and participants.person_id = reads.person_id
						and state = 'joined'))`,
		[of.threadId, of.authorId, of.number, JSON.stringify(of.topicIds), of.private],
	);
	return rows.map(({ id }) => Number(id));
}
