import type { Db } from "@interurban/db/client";
import { after } from "@interurban/db/keyset";
import { people } from "@interurban/db/schema/people";
import { type Practice, practices, practiceTranslations } from "@interurban/db/schema/practices";
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
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
	/** In the reader's language; null when there is no translation. */
	translatedTitle: practiceTranslations.title,
	translatedClaim: practiceTranslations.claim,
};

/** What lists, cards and rules need of a practice. */
export type PracticeRow = Pick<
	Practice,
	Exclude<keyof typeof card, "coAuthorIds" | "topicIds" | "sdgs" | "translatedTitle" | "translatedClaim">
> & {
	coAuthorIds: number[];
	topicIds: string[];
	sdgs: number[];
	translatedTitle: string | null;
	translatedClaim: string | null;
};

/** Published practices with their titles in a language. */
const published = (db: Db, language: string) =>
	db
		.select(card)
		.from(practices)
		.leftJoin(
			practiceTranslations,
			and(eq(practiceTranslations.practiceId, practices.id), eq(practiceTranslations.language, language)),
		)
		.$dynamic();

const isPublished = eq(practices.status, "published");

/** Those of some ids that are published, in any order. */
export function findPractices(db: Db, ids: readonly number[], language: string): Promise<PracticeRow[]> {
	return published(db, language).where(and(isPublished, inArray(practices.id, [...ids])));
}

export async function findPracticeBySlug(
	db: Db,
	slug: string,
	language: string,
): Promise<PracticeRow | null> {
	const [row] = await published(db, language).where(and(isPublished, eq(practices.slug, slug)));
	return row ?? null;
}

/** What a list is narrowed to. */
export type Filter = {
	/** Any of these. */
	topicIds?: readonly string[];
	sdg?: number;
	country?: string;
	placeId?: number;
	personId?: number;
	organisationId?: number;
};

/** Published practices, the newest first, one more than `limit`. */
export function listPractices(
	db: Db,
	language: string,
	filter: Filter,
	page: { limit: number; keys: readonly (string | number)[] | null },
): Promise<PracticeRow[]> {
	return published(db, language)
		.where(
			and(
				isPublished,
				page.keys ? after([practices.publishedAt, practices.id], page.keys, "desc") : undefined,
				...conditionsOf(filter),
			),
		)
		.orderBy(sql`${practices.publishedAt} desc, ${practices.id} desc`)
		.limit(page.limit + 1);
}

function conditionsOf(filter: Filter): SQL[] {
	const conditions: SQL[] = [];
	const { topicIds, sdg, country, placeId, personId, organisationId } = filter;
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
	if (personId !== undefined)
		conditions.push(sql`${practices.id} in (
			select id from practices where author_id = ${personId}
			union all select practice_id from practice_authors where person_id = ${personId})`);
	if (organisationId !== undefined) conditions.push(eq(practices.organisationId, organisationId));
	return conditions;
}

/** What only a practice's own page shows. */
export type PracticeDetails = Pick<
	PracticeContent,
	| "situation"
	| "approach"
	| "outcome"
	| "objectives"
	| "targetGroups"
	| "failures"
	| "hindsight"
	| "continuity"
	| "funding"
	| "staff"
	| "blocks"
	| "results"
	| "partners"
	| "conditions"
	| "contacts"
	| "references"
	| "cost"
	| "firstPublished"
> & {
	id: number;
	files: {
		id: string;
		name: string;
		mediaType: string;
		size: number;
		width: number | null;
		height: number | null;
		description: string;
		licence: string;
		credit: string;
	}[];
};

const rowsOf = (from: SQL, columns: string): SQL<never> =>
	sql<never>`coalesce((
		select json_agg(json_build_object(${sql.raw(
			columns
				.split(" ")
				.map((name) => `'${name.split(".").at(-1)}', ${snake(name)}`)
				.join(", "),
		)}) order by position)
		from ${from} where practice_id = practices.id), '[]'::json)`;

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The long texts and repeatable parts of practices, all in one statement. */
export async function findDetails(db: Db, ids: readonly number[]): Promise<PracticeDetails[]> {
	const rows = await db
		.select({
			id: practices.id,
			situation: practices.situation,
			approach: practices.approach,
			outcome: practices.outcome,
			objectives: practices.objectives,
			targetGroups: practices.targetGroups,
			failures: practices.failures,
			hindsight: practices.hindsight,
			continuity: practices.continuity,
			funding: practices.funding,
			staff: practices.staff,
			costAmount: practices.costAmount,
			costCurrency: practices.costCurrency,
			costYear: practices.costYear,
			firstPublishedIn: practices.firstPublishedIn,
			firstPublishedUrl: practices.firstPublishedUrl,
			blocks: rowsOf(sql`building_blocks`, "name description enabling lessons"),
			results: rowsOf(sql`practice_results`, "indicator before after unit year source"),
			partners: rowsOf(sql`practice_partners`, "name support"),
			conditions: rowsOf(sql`practice_conditions`, "kind description"),
			contacts: rowsOf(sql`practice_contacts`, "personId name jobTitle"),
			references: rowsOf(sql`practice_references`, "kind title url"),
			files: rowsOf(
				sql`practice_files join files f on f.id = file_id`,
				"f.id f.name f.mediaType f.size f.width f.height description licence credit",
			),
		})
		.from(practices)
		.where(inArray(practices.id, [...ids]));
	return rows.map(({ costAmount, costCurrency, costYear, firstPublishedIn, firstPublishedUrl, ...row }) => ({
		...row,
		cost:
			costAmount === null || costCurrency === null
				? null
				: { amount: costAmount, currency: costCurrency, year: costYear },
		firstPublished: { title: firstPublishedIn, url: firstPublishedUrl },
	}));
}

export type TranslationRow = {
	practiceId: number;
	language: string;
	title: string;
	claim: string;
	machine: boolean;
	outdated: boolean;
	translatorId: number | null;
	updatedAt: Date;
};

/** The translations of practices by language tag. */
export function findTranslations(db: Db, practiceIds: readonly number[]): Promise<TranslationRow[]> {
	const { practiceId, language, title, claim, machine, translatorId, updatedAt, revision } =
		practiceTranslations;
	return db
		.select({
			...{ practiceId, language, title, claim, machine, translatorId, updatedAt },
			outdated: sql<boolean>`not exists (
				select from practice_revisions r
				where r.practice_id = ${practiceId} and r.number = ${revision}
					and r.content->>'title' = ${practices.title} and r.content->>'claim' = ${practices.claim})`,
		})
		.from(practiceTranslations)
		.innerJoin(practices, eq(practices.id, practiceId))
		.where(inArray(practiceId, [...practiceIds]))
		.orderBy(language);
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
