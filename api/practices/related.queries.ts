import type { Db } from "@interurban/db/client";
import { sql } from "drizzle-orm";

export type RelatedRow = {
	practiceId: number;
	sharedTopicIds: string[];
	sameCountry: boolean;
	similarSize: boolean;
};

/** Of each topic, so that the work does not grow with the network. */
const newestOfTopic = 200;

/**
 * Practices that share topics with one: those sharing most first, and among them those of towns of similar size, then of
 * the same country, then the newest. The topics that few practices have count more.
 */
export async function findRelated(db: Db, practiceId: number, first: number): Promise<RelatedRow[]> {
	const rows = await db.execute<{
		id: string;
		topics: string[];
		same_country: boolean;
		similar_size: boolean;
	}>(sql`
		with own as (
			select p.id, pl.country, nullif(pl.population, 0) as population
			from practices p join places pl on pl.id = p.place_id where p.id = ${practiceId}
		), near as (
			select other.practice_id, own_topic.topic_id, own_topic.position, count(*) over (partition by own_topic.topic_id) as spread
			from practice_topics own_topic
			cross join lateral (
				select practice_id from practice_topics x
				where x.topic_id = own_topic.topic_id and x.practice_id <> ${practiceId}
				order by x.practice_id desc limit ${newestOfTopic}
			) other
			where own_topic.practice_id = ${practiceId}
		), shared as (
			select practice_id, array_agg(topic_id order by position) as topics, sum(1 + 1.0 / (1 + ln(spread))) as weight
			from near group by practice_id
		), judged as (
			select p.id, p.published_at, s.topics, s.weight,
				pl.country = own.country as same_country,
				coalesce(greatest(pl.population, own.population) <= 3 * least(pl.population, own.population), false) as similar_size
			from shared s
			join practices p on p.id = s.practice_id and p.status = 'published'
			join places pl on pl.id = p.place_id
			cross join own
		)
		select id, topics, same_country, similar_size from judged
		order by weight + case when similar_size then 0.6 else 0 end + case when same_country then 0.3 else 0 end desc,
			published_at desc, id desc
		limit ${first}`);
	return rows.map((row) => ({
		practiceId: Number(row.id),
		sharedTopicIds: row.topics,
		sameCountry: row.same_country,
		similarSize: row.similar_size,
	}));
}
