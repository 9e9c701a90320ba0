import type { Capacity, TopicInterest } from "@interurban/contract/vocabulary";
import type { Db } from "@interurban/db/client";
import { after } from "@interurban/db/keyset";
import { people, personLanguages, personTopics } from "@interurban/db/schema/people";
import { type Organisation, organisations, places } from "@interurban/db/schema/places";
import { practices, practiceTopics } from "@interurban/db/schema/practices";
import { statementOfIds } from "@interurban/db/statement";
import { and, asc, desc, eq, getTableColumns, inArray, isNull, ne, type SQL, sql } from "drizzle-orm";

const { passwordHash: _, ...profile } = getTableColumns(people);

/** A person without what signs them in. Contact data is in it: fields decide who gets that. */
export type PersonRow = Omit<typeof people.$inferSelect, "passwordHash">;
export type PersonLanguageRow = typeof personLanguages.$inferSelect;
export type PersonTopicRow = typeof personTopics.$inferSelect;

const peopleOf = statementOfIds((db, isOneOf) =>
	db
		.select({ person: profile, organisation: getTableColumns(organisations) })
		.from(people)
		.leftJoin(organisations, eq(organisations.id, people.organisationId))
		.where(isOneOf(people.id)),
);
const languagesOf = statementOfIds((db, isOneOf) =>
	db
		.select()
		.from(personLanguages)
		.where(isOneOf(personLanguages.personId))
		.orderBy(asc(personLanguages.position), asc(personLanguages.language)),
);
const topicsOf = statementOfIds((db, isOneOf) =>
	db.select().from(personTopics).where(isOneOf(personTopics.personId)),
);

/**
 * The people of some ids with where they work, in no order; suspended ones too, for what they wrote still bears their
 * names.
 */
export function findPeople(
	db: Db,
	ids: readonly number[],
): Promise<{ person: PersonRow; organisation: Organisation | null }[]> {
	return peopleOf(db, ids);
}

/** The person of a handle whose page may be seen. */
export async function findPersonByHandle(db: Db, handle: string): Promise<PersonRow | null> {
	const [row] = await db
		.select(profile)
		.from(people)
		.where(and(eq(people.handle, handle), isNull(people.suspendedAt)));
	return row ?? null;
}

/** Languages of people, in their own order. */
export function listLanguagesOf(db: Db, ids: readonly number[]): Promise<PersonLanguageRow[]> {
	return languagesOf(db, ids);
}

export function listTopicsOf(db: Db, ids: readonly number[]): Promise<PersonTopicRow[]> {
	return topicsOf(db, ids);
}

/** A cleaned filter: topics with all those below them. An empty list does not narrow. */
export type PeopleFilter = {
	topic: readonly string[];
	country: readonly string[];
	language: readonly string[];
	capacity: readonly Capacity[];
};

const conditions: { [Field in keyof PeopleFilter]: (values: [...PeopleFilter[Field]]) => SQL } = {
	topic: (values) =>
		sql`exists (select from ${personTopics} where ${personTopics.personId} = ${people.id}
			and ${personTopics.interest} = 'knows' and ${inArray(personTopics.topicId, values)})`,
	country: (values) =>
		sql`${people.placeId} in (select ${places.id} from ${places} where ${inArray(places.country, values)})`,
	language: (values) =>
		sql`exists (select from ${personLanguages} where ${personLanguages.personId} = ${people.id}
			and ${inArray(personLanguages.language, values)})`,
	capacity: (values) => inArray(people.capacity, values),
};

/** Who may be listed and fits a filter, one field of it left out if so wished. */
function fits(filter: PeopleFilter, without?: keyof PeopleFilter): SQL | undefined {
	const narrowing = (Object.keys(conditions) as (keyof PeopleFilter)[])
		.filter((field) => field !== without && filter[field].length > 0)
		.map((field) => (conditions[field] as (values: readonly string[]) => SQL)(filter[field]));
	return and(isNull(people.suspendedAt), ...narrowing);
}

/** People who fit a filter, the latest first; one more than `limit`, to know whether there are more. */
export function listPeople(
	db: Db,
	filter: PeopleFilter,
	page: { keys: readonly (string | number)[] | null; limit: number },
): Promise<PersonRow[]> {
	return db
		.select(profile)
		.from(people)
		.where(and(fits(filter), page.keys ? after([people.createdAt, people.id], page.keys, "desc") : undefined))
		.orderBy(desc(people.createdAt), desc(people.id))
		.limit(page.limit + 1);
}

export type FacetCount = { facet: keyof PeopleFilter | "total"; value: string; count: number };

/** How many people each further choice would leave: every field is counted over those who fit the other fields. */
export async function countFacets(db: Db, filter: PeopleFilter): Promise<FacetCount[]> {
	const counted = sql`count(*)::int`;
	return db.execute<FacetCount>(sql`
		select 'total' as facet, '' as value, ${counted} as count from ${people} where ${fits(filter)}
		union all
		select 'topic', ${personTopics.topicId}, ${counted} from ${people}
			join ${personTopics} on ${personTopics.personId} = ${people.id} and ${personTopics.interest} = 'knows'
			where ${fits(filter, "topic")} group by 2
		union all
		select 'country', ${places.country}, ${counted} from ${people} join ${places} on ${places.id} = ${people.placeId}
			where ${fits(filter, "country")} group by 2
		union all
		select 'language', ${personLanguages.language}, ${counted} from ${people}
			join ${personLanguages} on ${personLanguages.personId} = ${people.id}
			where ${fits(filter, "language")} group by 2
		union all
		select 'capacity', ${people.capacity}::text, ${counted} from ${people}
			where ${fits(filter, "capacity")} group by 2`);
}

/** Others who know most of some topics, those who can take on requests first. */
export async function listKnowing(
	db: Db,
	topicIds: readonly string[],
	options: { except: number; limit: number },
): Promise<PersonRow[]> {
	if (!topicIds.length) return [];
	return db
		.select(profile)
		.from(people)
		.innerJoin(personTopics, eq(personTopics.personId, people.id))
		.where(
			and(
				eq(personTopics.interest, "knows"),
				inArray(personTopics.topicId, [...topicIds]),
				ne(people.id, options.except),
				ne(people.capacity, "none"),
				isNull(people.suspendedAt),
			),
		)
		.groupBy(people.id)
		.orderBy(desc(sql`count(*)`), asc(people.capacity), desc(people.createdAt), desc(people.id))
		.limit(options.limit);
}

/** Published practices on most of some topics by people other than one, the newest first; without topics the newest of all. */
export async function listPracticeIdsOn(
	db: Db,
	topicIds: readonly string[],
	options: { except: number; limit: number },
): Promise<number[]> {
	const shared = sql`(select count(*) from ${practiceTopics} where ${practiceTopics.practiceId} = ${practices.id}
		and ${topicIds.length ? inArray(practiceTopics.topicId, [...topicIds]) : sql`true`})`;
	const rows = await db
		.select({ id: practices.id })
		.from(practices)
		.where(
			and(
				eq(practices.status, "published"),
				ne(practices.authorId, options.except),
				topicIds.length ? sql`${shared} > 0` : undefined,
			),
		)
		.orderBy(...(topicIds.length ? [desc(shared)] : []), desc(practices.publishedAt), desc(practices.id))
		.limit(options.limit);
	return rows.map((row) => row.id);
}

/** Something public that somebody did: a practice of theirs, or an answer that solved what was asked. */
export type WorkRow = {
	personId: number;
	/** BCP 47. */
	language: string;
	/** Markdown. */
	text: string;
};

/** What a person is known by of their practices, and of their answers: the newest of each. */
const mostWork = 50;

/** What people did, the newest first: practices by title and claim, in all languages in which these are, and answers. */
export async function listWork(db: Db, ids: readonly number[]): Promise<WorkRow[]> {
	const rows = await db.execute<WorkRow>(sql`
		select p.id::float8 as "personId", work.language, work.text
		from unnest(${sql.param([...ids])}::bigint[]) as p (id)
		cross join lateral (
			(
				with theirs as (
					select id, language, title, claim, published_at from practices
					where status = 'published'
						and (author_id = p.id or id in (select practice_id from practice_authors where person_id = p.id))
					order by published_at desc, id desc limit ${mostWork}::integer
				)
				select language, title || E'\n' || claim as text, published_at as at, id from theirs
				union all
				select t.language, t.title || E'\n' || t.claim, published_at, id
				from theirs join practice_translations t on t.practice_id = theirs.id
			)
			union all
			(
				select posts.language, body, posts.created_at, posts.id
				from posts
				join threads on threads.id = posts.thread_id
				left join practices on practices.id = threads.practice_id
				where posts.author_id = p.id and posts.deleted_at is null and solution_at is not null
					and not threads.private and (threads.practice_id is null or practices.status = 'published')
				order by posts.created_at desc, posts.id desc limit ${mostWork}::integer
			)
		) work
		order by p.id, work.at desc, work.id desc, work.language`);
	return [...rows];
}

/** Whose work stands in some practices: their authors, and those whose answers in their discussions are solutions. */
export async function listPeopleOf(db: Db, practiceIds: readonly number[]): Promise<number[]> {
	const given = sql`${sql.param([...practiceIds])}::bigint[]`;
	const rows = await db.execute<{ id: number }>(sql`
		select author_id::float8 as id from practices where id = any(${given})
		union select person_id from practice_authors where practice_id = any(${given})
		union select posts.author_id from posts join threads on threads.id = posts.thread_id
			where threads.practice_id = any(${given}) and posts.solution_at is not null`);
	return rows.map(({ id }) => id);
}

/** A person as they are until the transaction is over: changes of one profile happen one after the other. */
export async function lockPerson(tx: Db, id: number): Promise<PersonRow> {
	const [row] = await tx.select(profile).from(people).where(eq(people.id, id)).for("no key update");
	if (!row) throw new Error(`there is no person ${id}`);
	return row;
}

/** Changes columns of a person. */
export async function updatePerson(
	tx: Db,
	id: number,
	change: Partial<typeof people.$inferInsert>,
): Promise<PersonRow> {
	const [row] = await tx
		.update(people)
		.set({ ...change, updatedAt: sql`now()` })
		.where(eq(people.id, id))
		.returning(profile);
	if (!row) throw new Error(`there is no person ${id}`);
	return row;
}

export async function replaceLanguages(
	tx: Db,
	personId: number,
	languages: readonly Pick<PersonLanguageRow, "language" | "level">[],
): Promise<void> {
	await tx.delete(personLanguages).where(eq(personLanguages.personId, personId));
	if (languages.length)
		await tx
			.insert(personLanguages)
			.values(languages.map((language, position) => ({ ...language, personId, position })));
}

export async function replaceTopics(
	tx: Db,
	personId: number,
	interest: TopicInterest,
	topicIds: readonly string[],
): Promise<void> {
	await tx
		.delete(personTopics)
		.where(and(eq(personTopics.personId, personId), eq(personTopics.interest, interest)));
	if (topicIds.length)
		await tx.insert(personTopics).values(topicIds.map((topicId) => ({ personId, topicId, interest })));
}
