import type { Db } from "@interurban/db/client";
import { people } from "@interurban/db/schema/people";
import { postMentions } from "@interurban/db/schema/threads";
import { run, statement } from "@interurban/db/statement";
import { and, asc, eq, ilike, isNull, or, sql } from "drizzle-orm";

export type Named = { id: number; handle: string; name: string };

const ofHandles = statement((db) =>
	db
		.select({ id: people.id, handle: people.handle, name: people.name })
		.from(people)
		.where(
			and(sql`${people.handle} = any(${sql.placeholder("handles")}::text[])`, isNull(people.suspendedAt)),
		),
);

/** Those of the handles that somebody bears whose page may be seen. */
export function findNamed(db: Db, handles: readonly string[]): Promise<Named[]> {
	return ofHandles(db, { handles: [...handles] });
}

/** Those whose handle begins with a text, or one of whose names does. */
export async function findNamesakes(db: Db, text: string, first: number): Promise<number[]> {
	const beginning = `${text.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
	const rows = await db
		.select({ id: people.id })
		.from(people)
		.where(
			and(
				isNull(people.suspendedAt),
				or(
					ilike(people.handle, beginning),
					ilike(people.name, beginning),
					ilike(people.name, `% ${beginning}`),
				),
			),
		)
		.orderBy(asc(people.name), asc(people.id))
		.limit(first);
	return rows.map(({ id }) => id);
}

/** Notes whom a post names, instead of those it named before; answers whom it did not. */
export async function replaceMentions(
	tx: Db,
	postId: number,
	personIds: readonly number[],
): Promise<number[]> {
	const before = await tx
		.delete(postMentions)
		.where(eq(postMentions.postId, postId))
		.returning({ personId: postMentions.personId });
	if (personIds.length)
		await tx.insert(postMentions).values(personIds.map((personId) => ({ postId, personId })));
	return personIds.filter((id) => !before.some(({ personId }) => personId === id));
}

/**
 * How many people besides its author a post in a thread calls upon: those it names, and those who watch the thread. Who has
 * blocked the author is counted like everybody: the number must not tell of it.
 */
export async function countReach(
	db: Db,
	of: {
		threadId: number;
		private: boolean;
		authorId: number;
		/** The nearest first. */
		topicIds: readonly string[];
		namedIds: readonly number[];
	},
): Promise<number> {
	const [row] = await run<{ count: number }>(
		db,
		`select count(*)::int as count from (
			select person_id from thread_reads where thread_id = $1 and level = 'watching'
			union
			select person_id from (
				-- Of the topic and those above it, the nearest that somebody chose a level for decides.
				select distinct on (person_id) person_id, level from topic_levels
					join json_array_elements_text($3::text::json) with ordinality as topic (id, distance) on topic_id = topic.id
					order by person_id, distance
			) as chosen
				where level = 'watching'
					and not exists (select from thread_reads as reads where reads.thread_id = $1
						and reads.person_id = chosen.person_id and reads.level is not null)
			union
			select value::bigint from json_array_elements_text($4::text::json)
		) as called (person_id)
			join people on people.id = called.person_id and people.suspended_at is null
		where person_id <> $2 and (not $5::boolean or exists (
			select from participants where participants.thread_id = $1 and participants.person_id = called.person_id
				and state = 'joined'))`,
		[of.threadId, of.authorId, JSON.stringify(of.topicIds), JSON.stringify(of.namedIds), of.private],
	);
	return row?.count ?? 0;
}
