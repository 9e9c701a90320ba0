import type { Db } from "@interurban/db/client";
import { organisations } from "@interurban/db/schema/places";
import {
	buildingBlocks,
	practiceConditions,
	practiceContacts,
	practiceFiles,
	practicePartners,
	practiceReferences,
	practiceResults,
} from "@interurban/db/schema/practice-parts";
import {
	practiceRevisions,
	practiceSdgs,
	practices,
	practiceTopics,
	practiceTranslations,
} from "@interurban/db/schema/practices";
import { threads } from "@interurban/db/schema/threads";
import { eq, inArray, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { PracticeContent, Translation } from "./practices.content.ts";
import { evidenceOf } from "./practices.rules.ts";
import { chooseSlugs, takeIds } from "./practices.slugs.ts";

/** What an imported practice is recognised by; see `db/schema/practices.ts`. */
export type Origin = { importKey: string; importHash: string };

export type NewPractice = {
	content: PracticeContent;
	authorId: number;
	checkedOn: string | null;
	publishedAt?: Date;
	origin?: Origin;
};

export type ChangedPractice = {
	id: number;
	content: PracticeContent;
	editorId: number;
	/** Number of the revision that this becomes. */
	revision: number;
	summary: string;
	importHash?: string;
	checkedOn?: string;
};

/**
 * Writes practices with all their parts, their first revision and their thread; many cost as many statements as one.
 * @returns their ids in the same order
 */
export async function insertPractices(tx: Db, given: readonly NewPractice[]): Promise<number[]> {
	if (!given.length) return [];
	const organisationIds = await findOrAddOrganisations(tx, given);
	const ids = await takeIds(tx, given.length);
	const slugs = await chooseSlugs(tx, given, ids);
	const now = sql`now()`;
	await tx.insert(practices).values(
		given.map((practice, at) => ({
			...columnsOf(practice.content),
			id: ids[at] as number,
			slug: slugs[at] as string,
			authorId: practice.authorId,
			organisationId: organisationIds[at] as number,
			checkedOn: practice.checkedOn,
			publishedAt: practice.publishedAt ?? now,
			createdAt: practice.publishedAt ?? now,
			updatedAt: practice.publishedAt ?? now,
			importKey: practice.origin?.importKey ?? null,
			importHash: practice.origin?.importHash ?? null,
		})),
	);
	await insertParts(
		tx,
		given.map(({ content }, at) => ({ id: ids[at] as number, content })),
	);
	await tx.insert(practiceRevisions).values(
		given.map(({ content, authorId, publishedAt }, at) => ({
			practiceId: ids[at] as number,
			number: 1,
			editorId: authorId,
			content,
			createdAt: publishedAt ?? now,
		})),
	);
	await tx.insert(threads).values(
		given.map(({ publishedAt }, at) => ({
			practiceId: ids[at] as number,
			createdAt: publishedAt ?? now,
		})),
	);
	return ids;
}

/** Replaces the content of practices, each with a revision of its own. The caller holds their rows. */
export async function replacePractices(tx: Db, given: readonly ChangedPractice[]): Promise<void> {
	if (!given.length) return;
	const organisationIds = await findOrAddOrganisations(tx, given);
	for (const [at, { id, content, revision, importHash, checkedOn }] of given.entries())
		await tx
			.update(practices)
			.set({
				...columnsOf(content),
				organisationId: organisationIds[at] as number,
				revision,
				...(importHash ? { importHash } : {}),
				...(checkedOn ? { checkedOn } : {}),
			})
			.where(eq(practices.id, id));
	const ids = given.map(({ id }) => id);
	for (const table of parts) await tx.delete(table).where(inArray(table.practiceId, ids));
	await insertParts(tx, given);
	await tx.insert(practiceRevisions).values(
		given.map(({ id, content, editorId, revision, summary }) => ({
			practiceId: id,
			number: revision,
			editorId,
			summary,
			content,
		})),
	);
}

/** Adds translations, or replaces those there are in the same languages. */
export async function storeTranslations(
	tx: Db,
	given: readonly (Translation & {
		practiceId: number;
		/** The revision that was translated. */
		revision: number;
		translatorId: number | null;
	})[],
): Promise<void> {
	if (!given.length) return;
	await tx
		.insert(practiceTranslations)
		.values([...given])
		.onConflictDoUpdate({
			target: [practiceTranslations.practiceId, practiceTranslations.language],
			set: {
				title: sql`excluded.title`,
				claim: sql`excluded.claim`,
				machine: false,
				revision: sql`excluded.revision`,
				translatorId: sql`excluded.translator_id`,
				updatedAt: sql`now()`,
			},
		});
}

function columnsOf(content: PracticeContent) {
	return {
		language: content.language,
		title: content.title,
		claim: content.claim,
		placeId: content.placeId,
		situation: content.situation,
		approach: content.approach,
		outcome: content.outcome,
		startedYear: content.startedYear,
		endedYear: content.endedYear,
		stage: content.stage,
		objectives: content.objectives,
		targetGroups: content.targetGroups,
		failures: content.failures,
		hindsight: content.hindsight,
		continuity: content.continuity,
		costAmount: content.cost?.amount ?? null,
		costCurrency: content.cost?.currency ?? null,
		costYear: content.cost?.year ?? null,
		funding: content.funding,
		staff: content.staff,
		firstPublishedIn: content.firstPublished.title,
		firstPublishedUrl: content.firstPublished.url,
		evidence: evidenceOf(content),
	};
}

const parts = [
	practiceTopics,
	practiceSdgs,
	buildingBlocks,
	practiceResults,
	practicePartners,
	practiceConditions,
	practiceContacts,
	practiceReferences,
	practiceFiles,
] as const;

/** The repeatable parts of practices as rows, one statement a table. */
async function insertParts(
	tx: Db,
	given: readonly { id: number; content: PracticeContent }[],
): Promise<void> {
	const rowsOf = <Item>(items: (content: PracticeContent) => readonly Item[]) =>
		given.flatMap(({ id, content }) =>
			items(content).map((item, position) => ({ practiceId: id, position, item })),
		);
	const spread = <Item extends object>(items: (content: PracticeContent) => readonly Item[]) =>
		rowsOf(items).map(({ item, ...row }) => ({ ...row, ...item }));
	const insert = async <Table extends PgTable>(table: Table, rows: Table["$inferInsert"][]) => {
		if (rows.length) await tx.insert(table).values(rows);
	};
	await insert(
		practiceTopics,
		rowsOf((content) => content.topicIds).map(({ item, ...row }) => ({ ...row, topicId: item })),
	);
	await insert(
		practiceSdgs,
		rowsOf((content) => content.sdgs).map(({ item, practiceId }) => ({ practiceId, sdg: item })),
	);
	await insert(
		buildingBlocks,
		spread((content) => content.blocks),
	);
	await insert(
		practiceResults,
		spread((content) => content.results),
	);
	await insert(
		practicePartners,
		spread((content) => content.partners),
	);
	await insert(
		practiceConditions,
		spread((content) => content.conditions),
	);
	await insert(
		practiceContacts,
		spread((content) => content.contacts),
	);
	await insert(
		practiceReferences,
		spread((content) => content.references),
	);
	await insert(
		practiceFiles,
		spread((content) => content.files),
	);
}

/** The organisations that practices name, at their places, whatever the case of the letters; made where there is none. */
async function findOrAddOrganisations(
	tx: Db,
	given: readonly { content: PracticeContent }[],
): Promise<number[]> {
	const key = (placeId: number, name: string) => `${placeId} ${name}`;
	const named = new Map(
		given.map(({ content: { placeId, organisation } }) => [
			key(placeId, organisation.name),
			{ placeId, ...organisation },
		]),
	);
	const rows = [...named].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
	await tx.insert(organisations).values(rows).onConflictDoNothing();
	const found = await tx.execute<{ place_id: number; name: string; id: number }>(sql`
		select wanted.place_id, wanted.name, o.id::integer as id
		from unnest(${sql.param(rows.map((row) => row.placeId))}::integer[], ${sql.param(rows.map((row) => row.name))}::text[])
			as wanted (place_id, name)
		join organisations o on o.place_id = wanted.place_id and lower(o.name) = lower(wanted.name)`);
	const ids = new Map(found.map((row) => [key(row.place_id, row.name), row.id]));
	return given.map(
		({ content: { placeId, organisation } }) => ids.get(key(placeId, organisation.name)) as number,
	);
}
