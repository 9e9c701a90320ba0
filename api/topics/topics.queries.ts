import type { Db } from "@interurban/db/client";
import { type SQL, sql } from "drizzle-orm";

export type TopicCount = { id: string; practices: number; people: number };

/**
 * How many published practices and members each topic has, those of topics below it among them, each once.
 * @param pairs every topic with itself and with each topic above it
 */
export async function countTopics(
	db: Db,
	pairs: readonly { topic: string; counted: string }[],
): Promise<TopicCount[]> {
	const column = (name: "topic" | "counted") => sql`${sql.param(pairs.map((pair) => pair[name]))}::text[]`;
	const practices = sql`select topic_id, practice_id as thing from practice_topics
		join practices on practices.id = practice_id and status = 'published'`;
	const people = sql`select topic_id, person_id as thing from person_topics
		join people on people.id = person_id and suspended_at is null where interest = 'knows'`;
	const distinct = (of: SQL) => sql`(
		select counted, count(distinct thing)::integer as count
		from (${of}) as each join pair on pair.topic = topic_id group by counted)`;
	return db.execute<TopicCount>(sql`
		with pair as (select * from unnest(${column("topic")}, ${column("counted")}) as pair (topic, counted))
		select coalesce(a.counted, b.counted) as id, coalesce(a.count, 0) as practices, coalesce(b.count, 0) as people
		from ${distinct(practices)} a full join ${distinct(people)} b on a.counted = b.counted`);
}
