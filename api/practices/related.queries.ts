import type { Db } from "@interurban/db/client";
import { statement } from "@interurban/db/statement";
import { sql } from "drizzle-orm";
import { type Alike, leastLike } from "../places/places.ts";

export type RelatedRow = {
	practiceId: number;
	sharedTopicIds: string[];
	sameCountry: boolean;
	similarPlace: boolean;
};

/** A topic to look under, and the topic that a practice found there has in common. */
export type NearTopic = { id: string; sharedId: string; weight: number };

/** Of each topic, so that the work does not grow with the network. */
const newestOfTopic = 100;

const practiceId = sql`${sql.placeholder("practiceId")}::bigint`;
const judged = sql`(
	with own as (
		select pl.country from practices p join places pl on pl.id = p.place_id where p.id = ${practiceId}
	), near as (
		select found.practice_id, wanted.shared, wanted.position, wanted.weight,
			count(*) over (partition by wanted.topic) as spread
		from unnest(
			${sql.placeholder("topics")}::text[],
			${sql.placeholder("shared")}::text[],
			${sql.placeholder("weights")}::double precision[]
		) with ordinality as wanted (topic, shared, weight, position)
		cross join lateral (
			select practice_id from practice_topics t
			where t.topic_id = wanted.topic and t.practice_id <> ${practiceId}
			order by t.practice_id desc limit ${sql.raw(String(newestOfTopic))}
		) found
	), shared as (
		select practice_id, shared, min(position) as position, max(weight + weight / (1 + ln(spread))) as weight
		from near where practice_id <> all (${sql.placeholder("except")}::bigint[]) group by practice_id, shared
	), weighed as (
		select practice_id, array_agg(shared order by position) as topics, sum(weight) as weight
		from shared group by practice_id
	)
	select p.id, p.published_at, w.topics, w.weight,
		pl.country = own.country as same_country,
		coalesce(alike.percent, 0) as percent
	from weighed w
	join practices p on p.id = w.practice_id and p.status = 'published'
	join places pl on pl.id = p.place_id
	left join unnest(${sql.placeholder("traits")}::integer[], ${sql.placeholder("percents")}::integer[])
		as alike (traits, percent) on alike.traits = pl.traits
	cross join own
) as judged`;

const related = statement((db) =>
	db
		.select({
			practiceId: sql<number>`id`.mapWith(Number),
			sharedTopicIds: sql<string[]>`topics`,
			sameCountry: sql<boolean>`same_country`,
			similarPlace: sql<boolean>`percent >= ${sql.raw(String(leastLike))}`,
		})
		.from(judged)
		.orderBy(
			sql`weight + 0.8 * percent / 100 + case when same_country then 0.2 else 0 end desc,
				published_at desc, id desc`,
		)
		.limit(sql.placeholder("first")),
);

/**
 * Practices that have one of some topics: those with most of them first, rare topics counting more, and among them those
 * from the towns most alike, then of the same country, then the newest.
 * @param options.except ids of practices that are left out
 * @param options.alike the traits of towns like the practice's own
 */
export function findRelated(
	db: Db,
	practiceId: number,
	topics: readonly NearTopic[],
	options: { first: number; except: readonly number[]; alike: readonly Alike[] },
): Promise<RelatedRow[]> {
	const { alike, ...others } = options;
	return related(db, {
		practiceId,
		topics: topics.map(({ id }) => id),
		shared: topics.map(({ sharedId }) => sharedId),
		weights: topics.map(({ weight }) => weight),
		traits: alike.map(({ traits }) => traits),
		percents: alike.map(({ percent }) => percent),
		...others,
	});
}
