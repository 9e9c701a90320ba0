import { sql } from "drizzle-orm";
import { check, date, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant, ref, updatedAt } from "../columns.ts";
import { people } from "./people.ts";
import { places } from "./places.ts";
import { topics } from "./topics.ts";

/** A problem that a city asks the network about. */
export const challenges = pgTable(
	"challenges",
	{
		id: id(),
		title: text().notNull(),
		problem: text().notNull(),
		constraints: text().notNull().default(""),
		/** BCP 47. */
		language: text().notNull(),
		authorId: ref()
			.notNull()
			.references(() => people.id),
		/** Chosen by the sender: a retry with the same one makes no second challenge. Null when it was imported. */
		clientId: uuid(),
		placeId: integer()
			.notNull()
			.references(() => places.id),
		/** When the city needs an answer. */
		neededBy: date({ mode: "string" }),
		closedAt: instant(),
		importKey: text().unique(),
		importHash: text(),
		createdAt: createdAt(),
		updatedAt: updatedAt(),
	},
	(t) => [
		unique("challenges_author_client").on(t.authorId, t.clientId),
		index("challenges_newest").on(t.createdAt, t.id),
		index("challenges_open").on(t.createdAt, t.id).where(sql`${t.closedAt} is null`),
		index("challenges_place").on(t.placeId),
		check("challenges_title_length", sql`char_length(${t.title}) between 1 and 140`),
	],
);

export const challengeTopics = pgTable(
	"challenge_topics",
	{
		challengeId: ref()
			.notNull()
			.references(() => challenges.id, { onDelete: "cascade" }),
		topicId: text()
			.notNull()
			.references(() => topics.id),
	},
	(t) => [primaryKey({ columns: [t.challengeId, t.topicId] }), index("challenge_topics_topic").on(t.topicId)],
);

export type Challenge = typeof challenges.$inferSelect;
