import type { Db } from "@interurban/db/client";
import { type Organisation, organisations } from "@interurban/db/schema/places";
import { practices } from "@interurban/db/schema/practices";
import { statementOfIds } from "@interurban/db/statement";
import { eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import type { PracticeContent } from "./practices.content.ts";

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
	organisation: Organisation;
	/** By language tag. */
	translations: TranslationRow[];
};

export type TranslationRow = {
	language: string;
	title: string;
	claim: string;
	machine: boolean;
	/** Whether the title or the claim has changed since. */
	outdated: boolean;
	translatorId: number | null;
	updatedAt: string;
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

const translations = sql<never>`(
	select coalesce(json_agg(json_build_object(
		'language', language, 'title', title, 'claim', claim, 'machine', machine,
		'translatorId', translator_id, 'updatedAt', updated_at,
		'outdated', t.revision <> practices.revision and not exists (
			select from practice_revisions r where r.practice_id = practices.id and r.number = t.revision
				and r.content->>'title' = practices.title and r.content->>'claim' = practices.claim)
	) order by language), '[]'::json)
	from practice_translations t where practice_id = practices.id)`;

const texts = {
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
	blocks: rowsOf(sql`building_blocks`, "name description enabling lessons"),
};

const details = statementOfIds((db, isOneOf) =>
	db
		.select({
			...texts,
			organisation: getTableColumns(organisations),
			translations,
			costAmount: practices.costAmount,
			costCurrency: practices.costCurrency,
			costYear: practices.costYear,
			firstPublishedIn: practices.firstPublishedIn,
			firstPublishedUrl: practices.firstPublishedUrl,
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
		.innerJoin(organisations, eq(organisations.id, practices.organisationId))
		.where(isOneOf(practices.id)),
);

/** What the pages of practices show besides their cards, all in one statement. */
export async function findDetails(db: Db, ids: readonly number[]): Promise<PracticeDetails[]> {
	const rows = await details(db, ids);
	return rows.map(({ costAmount, costCurrency, costYear, firstPublishedIn, firstPublishedUrl, ...row }) => ({
		...row,
		cost:
			costAmount === null || costCurrency === null
				? null
				: { amount: costAmount, currency: costCurrency, year: costYear },
		firstPublished: { title: firstPublishedIn, url: firstPublishedUrl },
	}));
}

const reading = statementOfIds((db, isOneOf) =>
	db.select(texts).from(practices).where(isOneOf(practices.id)),
);

export type PracticeTexts = Pick<PracticeDetails, keyof typeof texts>;

/** The long texts and building blocks of practices. */
export function findTexts(db: Db, ids: readonly number[]): Promise<PracticeTexts[]> {
	return reading(db, ids);
}
