import { followLevels } from "@interurban/contract/vocabulary";
import { bigint, index, integer, pgEnum, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { ref, updatedAt } from "../columns.ts";
import { people } from "./people.ts";
import { threads } from "./threads.ts";
import { topics } from "./topics.ts";

export const followLevel = pgEnum("follow_level", followLevels);

/** How far somebody has read a thread, and how closely they follow it. */
export const threadReads = pgTable(
	"thread_reads",
	{
		personId: ref()
			.notNull()
			.references(() => people.id, { onDelete: "cascade" }),
		threadId: ref()
			.notNull()
			.references(() => threads.id, { onDelete: "cascade" }),
		/** The number of the last post that they have seen; it only rises, unless they mark something unread. */
		readNumber: integer().notNull().default(0),
		/** Null: as the topic says, or normal. */
		level: followLevel(),
		/** The number of the last post that mentions them, and of the last that answers one of theirs; 0 for none. */
		mentionNumber: integer().notNull().default(0),
		replyNumber: integer().notNull().default(0),
		/** The number of a post that mentions them since it was changed, after they had read it; 0 once they have looked at it. */
		recallNumber: integer().notNull().default(0),
		updatedAt: updatedAt(),
	},
	(t) => [primaryKey({ columns: [t.personId, t.threadId] }), index("thread_reads_thread").on(t.threadId)],
);

/** How closely somebody follows the threads under a topic and below it. */
export const topicLevels = pgTable(
	"topic_levels",
	{
		personId: ref()
			.notNull()
			.references(() => people.id, { onDelete: "cascade" }),
		topicId: text()
			.notNull()
			.references(() => topics.id, { onDelete: "cascade" }),
		level: followLevel().notNull(),
	},
	(t) => [primaryKey({ columns: [t.personId, t.topicId] }), index("topic_levels_topic").on(t.topicId)],
);

/** What only one person may hear of: how far their own devices have come. */
export const personStreams = pgTable("person_streams", {
	personId: ref()
		.primaryKey()
		.references(() => people.id, { onDelete: "cascade" }),
	/** Counts every change of what they have read and how they follow. */
	version: bigint({ mode: "number" }).notNull().default(0),
});
