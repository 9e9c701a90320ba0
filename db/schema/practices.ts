import { evidenceLevels, practiceStatuses, stages } from "@interurban/contract/vocabulary";
import { sql } from "drizzle-orm";
import {
	bigint,
	boolean,
	char,
	check,
	date,
	index,
	integer,
	jsonb,
	pgEnum,
	pgTable,
	primaryKey,
	smallint,
	text,
} from "drizzle-orm/pg-core";
import { createdAt, filled, id, instant, position, ref, updatedAt } from "../columns.ts";
import { people } from "./people.ts";
import { organisations, places } from "./places.ts";
import { topics } from "./topics.ts";

export const stage = pgEnum("stage", stages);
export const evidenceLevel = pgEnum("evidence_level", evidenceLevels);
export const practiceStatus = pgEnum("practice_status", practiceStatuses);

export const practices = pgTable(
	"practices",
	{
		id: id(),
		slug: text().notNull().unique(),
		status: practiceStatus().notNull().default("published"),
		/** BCP 47, of the original text. */
		language: text().notNull(),
		title: text().notNull(),
		claim: text().notNull(),
		authorId: ref()
			.notNull()
			.references(() => people.id),
		organisationId: ref()
			.notNull()
			.references(() => organisations.id),
		placeId: integer()
			.notNull()
			.references(() => places.id),
		/** The situation before, or the challenge. Markdown, as every long text here. */
		situation: text().notNull(),
		/** What was done. */
		approach: text().notNull(),
		/** What came of it. */
		outcome: text().notNull(),
		startedYear: smallint(),
		endedYear: smallint(),
		stage: stage().notNull(),
		/** When somebody last made sure that this still holds. */
		checkedOn: date({ mode: "string" }),
		objectives: text().notNull().default(""),
		targetGroups: text().notNull().default(""),
		/** What went wrong. */
		failures: text().notNull().default(""),
		/** What we would do differently. */
		hindsight: text().notNull().default(""),
		/** What keeps it going. */
		continuity: text().notNull().default(""),
		/** Whole units of `costCurrency`. */
		costAmount: bigint({ mode: "number" }),
		/** ISO 4217. */
		costCurrency: char({ length: 3 }),
		costYear: smallint(),
		funding: text().notNull().default(""),
		staff: text().notNull().default(""),
		firstPublishedIn: text().notNull().default(""),
		firstPublishedUrl: text().notNull().default(""),
		/** Computed from the content when it changes. */
		evidence: evidenceLevel().notNull().default("described"),
		/** Number of the current revision, from 1. */
		revision: integer().notNull().default(1),
		/** The identifier in an imported file, and a hash of the line it came from. */
		importKey: text().unique(),
		importHash: text(),
		publishedAt: instant().notNull().default(sql`now()`),
		withdrawnAt: instant(),
		createdAt: createdAt(),
		updatedAt: updatedAt(),
	},
	(t) => [
		index("practices_newest")
			.on(t.publishedAt.desc().nullsFirst(), t.id.desc().nullsFirst())
			.where(sql`${t.status} = 'published'`),
		index("practices_author").on(t.authorId),
		index("practices_place").on(t.placeId),
		index("practices_organisation").on(t.organisationId),
		check("practices_title", filled(t.title, 140)),
		check("practices_claim", filled(t.claim, 300)),
		check("practices_situation", filled(t.situation, 10000)),
		check("practices_approach", filled(t.approach, 20000)),
		check("practices_outcome", filled(t.outcome, 10000)),
		check("practices_slug_form", sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
		check(
			"practices_period",
			sql`${t.endedYear} is null or ${t.startedYear} is null or ${t.endedYear} >= ${t.startedYear}`,
		),
		check(
			"practices_cost",
			sql`${t.costAmount} is null or (${t.costAmount} >= 0 and ${t.costCurrency} is not null)`,
		),
		check("practices_withdrawn", sql`(${t.status} = 'withdrawn') = (${t.withdrawnAt} is not null)`),
	],
);

/** The practice that a row is part of. */
export const practiceId = () =>
	ref()
		.notNull()
		.references(() => practices.id, { onDelete: "cascade" });

export const practiceAuthors = pgTable(
	"practice_authors",
	{
		practiceId: practiceId(),
		personId: ref()
			.notNull()
			.references(() => people.id, { onDelete: "cascade" }),
	},
	(t) => [
		primaryKey({ columns: [t.practiceId, t.personId] }),
		index("practice_authors_person").on(t.personId),
	],
);

export const practiceTopics = pgTable(
	"practice_topics",
	{
		practiceId: practiceId(),
		position: position(),
		topicId: text()
			.notNull()
			.references(() => topics.id),
	},
	(t) => [
		primaryKey({ columns: [t.practiceId, t.topicId] }),
		index("practice_topics_topic").on(t.topicId, t.practiceId),
	],
);

export const practiceSdgs = pgTable(
	"practice_sdgs",
	{ practiceId: practiceId(), sdg: smallint().notNull() },
	(t) => [
		primaryKey({ columns: [t.practiceId, t.sdg] }),
		index("practice_sdgs_sdg").on(t.sdg),
		check("practice_sdgs_number", sql`${t.sdg} between 1 and 17`),
	],
);

/** Every state of a practice's content, the current one included. */
export const practiceRevisions = pgTable(
	"practice_revisions",
	{
		practiceId: practiceId(),
		number: integer().notNull(),
		editorId: ref()
			.notNull()
			.references(() => people.id),
		/** What the editor says was changed. */
		summary: text().notNull().default(""),
		/** The form's content at that time (`PracticeContent`). */
		content: jsonb().notNull(),
		createdAt: createdAt(),
	},
	(t) => [primaryKey({ columns: [t.practiceId, t.number] })],
);

export const practiceTranslations = pgTable(
	"practice_translations",
	{
		practiceId: practiceId(),
		/** BCP 47. */
		language: text().notNull(),
		title: text().notNull(),
		claim: text().notNull(),
		/** Made by a machine and not yet read by a person. */
		machine: boolean().notNull().default(false),
		/** The revision that was translated. */
		revision: integer().notNull().default(1),
		translatorId: ref().references(() => people.id, { onDelete: "set null" }),
		updatedAt: updatedAt(),
	},
	(t) => [
		primaryKey({ columns: [t.practiceId, t.language] }),
		check("practice_translations_title", filled(t.title, 200)),
		check("practice_translations_claim", filled(t.claim, 400)),
	],
);

export type Practice = typeof practices.$inferSelect;
export type NewPractice = typeof practices.$inferInsert;
