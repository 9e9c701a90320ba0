import { limits } from "@interurban/contract/limits";
import { sql } from "drizzle-orm";
import {
	boolean,
	check,
	doublePrecision,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	uniqueIndex,
} from "drizzle-orm/pg-core";
import { createdAt, filled, id, instant, ref } from "../columns.ts";
import { people } from "./people.ts";

/** A search of which a member wants to hear what is new. */
export const alerts = pgTable(
	"alerts",
	{
		id: id(),
		personId: ref()
			.notNull()
			.references(() => people.id, { onDelete: "cascade" }),
		name: text().notNull(),
		/** Of the page on which the search was made: a question is read in it. */
		language: text().notNull(),
		question: text().notNull(),
		/** Chosen values by facet, in one order. */
		chosen: jsonb().$type<Record<string, string[]>>().notNull(),
		ownFirst: boolean().notNull(),
		/** Entries in the index that it last found at the first and the thousandth place: what is new is compared with them. */
		best: integer(),
		thousandth: integer(),
		/** When its owner last looked at what it found. */
		lookedAt: createdAt(),
		createdAt: createdAt(),
	},
	(t) => [
		uniqueIndex("alerts_search").on(
			t.personId,
			t.language,
			sql`md5(${t.question})`,
			sql`md5(${t.chosen}::text)`,
			t.ownFirst,
		),
		check("alerts_name", filled(t.name, limits.alertName)),
	],
);

/** What an alert's question looks up, as the index spells it; nothing when it has no words. See `QueryTerm`. */
export const alertTerms = pgTable(
	"alert_terms",
	{
		alertId: ref()
			.notNull()
			.references(() => alerts.id, { onDelete: "cascade" }),
		kind: text().notNull(),
		lexeme: text().notNull(),
		weight: doublePrecision().notNull(),
		word: integer().notNull(),
		unless: text(),
	},
	(t) => [primaryKey({ columns: [t.alertId, t.kind, t.lexeme] })],
);

/** What an alert found; it shows as long as it can be found at all. */
export const alertHits = pgTable(
	"alert_hits",
	{
		alertId: ref()
			.notNull()
			.references(() => alerts.id, { onDelete: "cascade" }),
		/** As in `search_documents`. */
		kind: text().notNull(),
		ref: text().notNull(),
		foundAt: instant().notNull().default(sql`clock_timestamp()`),
	},
	(t) => [
		primaryKey({ columns: [t.alertId, t.kind, t.ref] }),
		index("alert_hits_latest").on(t.alertId, t.foundAt.desc().nullsFirst()),
	],
);

export type Alert = typeof alerts.$inferSelect;
export type AlertHit = typeof alertHits.$inferSelect;
