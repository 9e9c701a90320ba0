import { capacities, languageLevels, roles, topicInterests } from "@interurban/contract/vocabulary";
import { sql } from "drizzle-orm";
import {
	boolean,
	check,
	index,
	integer,
	jsonb,
	pgEnum,
	pgTable,
	primaryKey,
	smallint,
	text,
	uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, instant, ref, updatedAt } from "../columns.ts";
import { organisations, places } from "./places.ts";
import { topics } from "./topics.ts";

export const role = pgEnum("role", roles);
export const capacity = pgEnum("capacity", capacities);
export const languageLevel = pgEnum("language_level", languageLevels);
export const topicInterest = pgEnum("topic_interest", topicInterests);

export const people = pgTable(
	"people",
	{
		id: id(),
		/** The name in addresses: lower-case letters, digits and hyphens. */
		handle: text().notNull().unique(),
		name: text().notNull(),
		/** Lower-case. Never shown unless `showEmail`. */
		email: text().notNull().unique(),
		/** argon2id in PHC form; null: cannot sign in with a password. */
		passwordHash: text(),
		role: role().notNull().default("member"),
		jobTitle: text().notNull().default(""),
		organisationId: ref().references(() => organisations.id),
		placeId: integer().references(() => places.id),
		bio: text().notNull().default(""),
		askMeAbout: text().notNull().default(""),
		offers: text().notNull().default(""),
		seeks: text().notNull().default(""),
		capacity: capacity().notNull().default("open"),
		phone: text().notNull().default(""),
		showEmail: boolean().notNull().default(false),
		showPhone: boolean().notNull().default(false),
		/** The language of the interface and of mails. */
		language: text().notNull().default("en"),
		/** Whether others see when they write. */
		showTyping: boolean().notNull().default(true),
		/** Whether others see how soon they usually reply. */
		showPresence: boolean().notNull().default(false),
		/** Whether single keys do things on pages. */
		useKeys: boolean().notNull().default(true),
		onboardedAt: instant(),
		suspendedAt: instant(),
		createdAt: createdAt(),
		updatedAt: updatedAt(),
	},
	(t) => [
		index("people_place").on(t.placeId),
		index("people_organisation").on(t.organisationId),
		index("people_newest").on(t.createdAt, t.id),
		check(
			"people_handle_form",
			sql`${t.handle} ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(${t.handle}) <= 60`,
		),
		check("people_email_lower", sql`${t.email} = lower(${t.email})`),
		check("people_name_length", sql`char_length(${t.name}) between 1 and 100`),
	],
);

export const personLanguages = pgTable(
	"person_languages",
	{
		personId: ref()
			.notNull()
			.references(() => people.id, { onDelete: "cascade" }),
		/** BCP 47. */
		language: text().notNull(),
		level: languageLevel().notNull(),
		position: smallint().notNull().default(0),
	},
	(t) => [primaryKey({ columns: [t.personId, t.language] })],
);

export const personTopics = pgTable(
	"person_topics",
	{
		personId: ref()
			.notNull()
			.references(() => people.id, { onDelete: "cascade" }),
		topicId: text()
			.notNull()
			.references(() => topics.id),
		interest: topicInterest().notNull(),
	},
	(t) => [
		primaryKey({ columns: [t.personId, t.topicId, t.interest] }),
		index("person_topics_topic").on(t.topicId, t.interest),
	],
);

export const sessions = pgTable(
	"sessions",
	{
		/** SHA-256 of the token, hexadecimal; the token itself is only in the cookie. */
		id: text().primaryKey(),
		/** Names the session in the list of one's sessions without revealing its hash. */
		publicId: uuid().notNull().defaultRandom().unique(),
		personId: ref()
			.notNull()
			.references(() => people.id, { onDelete: "cascade" }),
		userAgent: text().notNull().default(""),
		createdAt: createdAt(),
		expiresAt: instant().notNull(),
		/** No renewal goes beyond this. */
		endsAt: instant().notNull(),
	},
	(t) => [index("sessions_person").on(t.personId), index("sessions_expiry").on(t.expiresAt)],
);

/** What a person has typed into a form and not yet sent: field names and values as the form holds them. */
export const drafts = pgTable(
	"drafts",
	{
		personId: ref()
			.notNull()
			.references(() => people.id, { onDelete: "cascade" }),
		/** The form, e.g. `practice:new:…` or `practice:214`. */
		key: text().notNull(),
		fields: jsonb().$type<[name: string, value: string][]>().notNull(),
		/** Rises with each save: a save on an older one is a conflict. */
		version: integer().notNull().default(1),
		createdAt: createdAt(),
		updatedAt: updatedAt(),
	},
	(t) => [primaryKey({ columns: [t.personId, t.key] }), index("drafts_age").on(t.updatedAt)],
);

/** Append-only: sign-ins, denied access and acts of staff; never any message text. */
export const auditEvents = pgTable(
	"audit_events",
	{
		id: id(),
		at: createdAt(),
		actorId: ref().references(() => people.id, { onDelete: "set null" }),
		action: text().notNull(),
		subject: text(),
	},
	(t) => [index("audit_events_at").on(t.at)],
);

export type Person = typeof people.$inferSelect;
export type Session = typeof sessions.$inferSelect;
export type Draft = typeof drafts.$inferSelect;
