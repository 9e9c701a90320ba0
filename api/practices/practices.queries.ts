import type { Db } from "@interurban/db/client";
import { after } from "@interurban/db/keyset";
import { people } from "@interurban/db/schema/people";
import { type Practice, practices, practiceTranslations } from "@interurban/db/schema/practices";
import { statement, statementOfIds } from "@interurban/db/statement";
import { and, eq, type Param, type Placeholder, type SQL, sql } from "drizzle-orm";
import type { PracticeContent } from "./practices.content.ts";

const card = {
	id: practices.id,
	slug: practices.slug,
	language: practices.language,
	title: practices.title,
	claim: practices.claim,
	authorId: practices.authorId,
	organisationId: practices.organisationId,
	placeId: practices.placeId,
	stage: practices.stage,
	startedYear: practices.startedYear,
	endedYear: practices.endedYear,
	evidence: practices.evidence,
	checkedOn: practices.checkedOn,
	publishedAt: practices.publishedAt,
	updatedAt: practices.updatedAt,
	revision: practices.revision,
	coAuthorIds: sql<number[]>`array(
		select person_id::integer from practice_authors where practice_id = ${practices.id} order by person_id)`,
	topicIds: sql<string[]>`array(
		select topic_id from practice_topics where practice_id = ${practices.id} order by position)`,
	sdgs: sql<number[]>`array(select sdg from practice_sdgs where practice_id = ${practices.id} order by sdg)`,
	/** In a language that is read; null where the original is shown. BCP 47. */
	translatedLanguage: practiceTranslations.language,
	translatedTitle: practiceTranslations.title,
	translatedClaim: practiceTranslations.claim,
};

/** What lists, cards and rules need of a practice. */
export type PracticeRow = Pick<
	Practice,
	Exclude<
		keyof typeof card,
		"coAuthorIds" | "topicIds" | "sdgs" | "translatedLanguage" | "translatedTitle" | "translatedClaim"
	>
> & {
	coAuthorIds: number[];
	topicIds: string[];
	sdgs: number[];
	translatedLanguage: string | null;
	translatedTitle: string | null;
	translatedClaim: string | null;
};

/**
 * Published practices with their titles in the first of some languages; in the others only where the original is in none.
 */
const published = (db: Db, reads: Param | Placeholder) => {
	const tags = sql`${reads}::text[]`;
	return db
		.select(card)
		.from(practices)
		.leftJoin(
			practiceTranslations,
			and(
				eq(practiceTranslations.practiceId, practices.id),
				sql`${practiceTranslations.language} = (
					select language from practice_translations t
					where t.practice_id = ${practices.id} and t.language = any(${tags})
						and (t.language = (${tags})[1] or ${practices.language} <> all(${tags}))
					order by array_position(${tags}, t.language) limit 1)`,
			),
		)
		.$dynamic();
};

const isPublished = sql`${practices.status} = 'published'`;

const ofIds = statementOfIds((db, isOneOf) =>
	published(db, sql.placeholder("reads")).where(and(isPublished, isOneOf(practices.id))),
);
const ofSlug = statement((db) =>
	published(db, sql.placeholder("reads")).where(
		and(isPublished, eq(practices.slug, sql.placeholder("slug"))),
	),
);

/** Those of some ids that are published, in any order. @param reads BCP 47, the language of the page first */
export function findPractices(
	db: Db,
	ids: readonly number[],
	reads: readonly string[],
): Promise<PracticeRow[]> {
	return ofIds(db, ids, { reads });
}

export async function findPracticeBySlug(
	db: Db,
	slug: string,
	reads: readonly string[],
): Promise<PracticeRow | null> {
	const [row] = await ofSlug(db, { slug, reads });
	return row ?? null;
}

/** What a list is narrowed to. */
export type Filter = {
	/** Any of these. */
	topicIds?: readonly string[];
	sdg?: number;
	country?: string;
	placeId?: number;
	/** From any town of these traits but one. */
	like?: { traits: readonly number[]; except: number };
	personId?: number;
	organisationId?: number;
};

const newestFirst = sql`${practices.publishedAt} desc, ${practices.id} desc`;
const newest = statement((db) =>
	published(db, sql.placeholder("reads"))
		.where(isPublished)
		.orderBy(newestFirst)
		.limit(sql.placeholder("limit")),
);

/** Published practices, the newest first, one more than `limit`. */
export function listPractices(
	db: Db,
	reads: readonly string[],
	filter: Filter,
	page: { limit: number; keys: readonly (string | number)[] | null },
): Promise<PracticeRow[]> {
	if (!page.keys && !Object.keys(filter).length) return newest(db, { reads, limit: page.limit + 1 });
	return published(db, sql.param(reads))
		.where(
			and(
				isPublished,
				page.keys ? after([practices.publishedAt, practices.id], page.keys, "desc") : undefined,
				...conditionsOf(filter),
			),
		)
		.orderBy(newestFirst)
		.limit(page.limit + 1);
}

function conditionsOf(filter: Filter): SQL[] {
	const conditions: SQL[] = [];
	const { topicIds, sdg, country, placeId, like, personId, organisationId } = filter;
	if (topicIds)
		conditions.push(sql`exists (
			select from practice_topics where practice_id = ${practices.id}
				and topic_id = any(${sql.param([...topicIds])}::text[]))`);
	if (sdg !== undefined)
		conditions.push(
			sql`exists (select from practice_sdgs where practice_id = ${practices.id} and sdg = ${sdg})`,
		);
	if (country !== undefined)
		conditions.push(
			sql`exists (select from places where id = ${practices.placeId} and country = ${country})`,
		);
	if (placeId !== undefined) conditions.push(eq(practices.placeId, placeId));
	if (like)
		conditions.push(sql`${practices.placeId} in (
			select id from places
			where traits = any(${sql.param(like.traits)}::integer[]) and id <> ${like.except})`);
	if (personId !== undefined)
		conditions.push(sql`${practices.id} in (
			select id from practices where author_id = ${personId}
			union all select practice_id from practice_authors where person_id = ${personId})`);
	if (organisationId !== undefined) conditions.push(eq(practices.organisationId, organisationId));
	return conditions;
}

/** What a change needs to know of a practice; holds its row until the transaction ends. Null when it is not published. */
export async function lockPractice(db: Db, id: number) {
	const [row] = await db
		.select({
			id: practices.id,
			authorId: practices.authorId,
			revision: practices.revision,
			placeId: practices.placeId,
			organisationId: practices.organisationId,
			publishedAt: practices.publishedAt,
		})
		.from(practices)
		.where(and(isPublished, eq(practices.id, id)))
		.for("update");
	if (!row) return null;
	const rows = await db.execute<{ person_id: string }>(
		sql`select person_id from practice_authors where practice_id = ${id}`,
	);
	return { ...row, coAuthorIds: rows.map(({ person_id }) => Number(person_id)) };
}

/** The published practice of an author that bears a title, with its content. */
export async function findByTitle(
	db: Db,
	authorId: number,
	title: string,
): Promise<{ id: number; content: PracticeContent } | null> {
	const [row] = await db.execute<{ id: string; content: PracticeContent }>(sql`
		select p.id, r.content from practices p
		join practice_revisions r on r.practice_id = p.id and r.number = p.revision
		where p.author_id = ${authorId} and p.status = 'published' and lower(p.title) = lower(${title}) limit 1`);
	return row ? { id: Number(row.id), content: row.content } : null;
}

/** Waits for other writers of the same person, so that sending a form twice at once makes one thing. */
export async function lockPerson(db: Db, id: number): Promise<void> {
	await db.select({ id: people.id }).from(people).where(eq(people.id, id)).for("no key update");
}
