import { conditionKinds, licences, referenceKinds, supportKinds } from "@interurban/contract/vocabulary";
import { sql } from "drizzle-orm";
import {
	check,
	doublePrecision,
	index,
	pgEnum,
	pgTable,
	primaryKey,
	smallint,
	text,
	uuid,
} from "drizzle-orm/pg-core";
import { filled, position, ref } from "../columns.ts";
import { files } from "./files.ts";
import { people } from "./people.ts";
import { practiceId } from "./practices.ts";

export const supportKind = pgEnum("support_kind", supportKinds);
export const conditionKind = pgEnum("condition_kind", conditionKinds);
export const referenceKind = pgEnum("reference_kind", referenceKinds);
export const licence = pgEnum("licence", licences);

/** What others take over. */
export const buildingBlocks = pgTable(
	"building_blocks",
	{
		practiceId: practiceId(),
		position: position(),
		name: text().notNull(),
		description: text().notNull().default(""),
		/** What made it possible. */
		enabling: text().notNull().default(""),
		lessons: text().notNull().default(""),
	},
	(t) => [
		primaryKey({ columns: [t.practiceId, t.position] }),
		check("building_blocks_name", filled(t.name, 200)),
	],
);

export const practiceResults = pgTable(
	"practice_results",
	{
		practiceId: practiceId(),
		position: position(),
		indicator: text().notNull(),
		before: doublePrecision(),
		after: doublePrecision(),
		unit: text().notNull().default(""),
		year: smallint(),
		/** A web address or the name of a document. */
		source: text().notNull().default(""),
	},
	(t) => [
		primaryKey({ columns: [t.practiceId, t.position] }),
		check("practice_results_indicator", filled(t.indicator, 300)),
	],
);

export const practicePartners = pgTable(
	"practice_partners",
	{ practiceId: practiceId(), position: position(), name: text().notNull(), support: supportKind() },
	(t) => [
		primaryKey({ columns: [t.practiceId, t.position] }),
		check("practice_partners_name", filled(t.name, 200)),
	],
);

/** Conditions for transfer. */
export const practiceConditions = pgTable(
	"practice_conditions",
	{
		practiceId: practiceId(),
		position: position(),
		kind: conditionKind().notNull(),
		description: text().notNull(),
	},
	(t) => [
		primaryKey({ columns: [t.practiceId, t.position] }),
		check("practice_conditions_description", filled(t.description, 500)),
	],
);

export const practiceContacts = pgTable(
	"practice_contacts",
	{
		practiceId: practiceId(),
		position: position(),
		/** A member, or else a name as published elsewhere. */
		personId: ref().references(() => people.id, { onDelete: "cascade" }),
		name: text().notNull().default(""),
		jobTitle: text().notNull().default(""),
	},
	(t) => [
		primaryKey({ columns: [t.practiceId, t.position] }),
		check("practice_contacts_someone", sql`${t.personId} is not null or ${t.name} <> ''`),
	],
);

export const practiceReferences = pgTable(
	"practice_references",
	{
		practiceId: practiceId(),
		position: position(),
		kind: referenceKind().notNull(),
		title: text().notNull(),
		url: text().notNull().default(""),
	},
	(t) => [
		primaryKey({ columns: [t.practiceId, t.position] }),
		check("practice_references_url", sql`${t.url} = '' or ${t.url} ~* '^https?://'`),
	],
);

export const practiceFiles = pgTable(
	"practice_files",
	{
		practiceId: practiceId(),
		position: position(),
		fileId: uuid()
			.notNull()
			.references(() => files.id, { onDelete: "cascade" }),
		/** Alternative text of a picture, or the title of a document. */
		description: text().notNull(),
		licence: licence().notNull(),
		credit: text().notNull().default(""),
	},
	(t) => [
		primaryKey({ columns: [t.practiceId, t.position] }),
		index("practice_files_file").on(t.fileId),
		check("practice_files_description", filled(t.description, 500)),
	],
);
