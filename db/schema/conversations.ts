import { conversationChanges, participantStates, reportReasons } from "@interurban/contract/vocabulary";
import { sql } from "drizzle-orm";
import {
	bigint,
	check,
	index,
	integer,
	pgEnum,
	pgTable,
	primaryKey,
	text,
	uniqueIndex,
} from "drizzle-orm/pg-core";
import { createdAt, id, instant, ref } from "../columns.ts";
import { people } from "./people.ts";
import { posts, threads } from "./threads.ts";

export const participantState = pgEnum("participant_state", participantStates);
export const conversationChange = pgEnum("conversation_change", conversationChanges);
export const reportReason = pgEnum("report_reason", reportReasons);

/** Who takes part, or took part, in a conversation. */
export const participants = pgTable(
	"participants",
	{
		threadId: ref()
			.notNull()
			.references(() => threads.id, { onDelete: "cascade" }),
		personId: ref()
			.notNull()
			.references(() => people.id, { onDelete: "cascade" }),
		/** `asked` has to accept first; `declined` is never told to anybody; `left` may not read on. */
		state: participantState().notNull(),
		addedById: ref().references(() => people.id),
		createdAt: createdAt(),
		changedAt: createdAt(),
	},
	(t) => [
		primaryKey({ columns: [t.threadId, t.personId] }),
		index("participants_person").on(t.personId, t.state, t.threadId),
	],
);

/** Who came, went or gave the conversation a name, for those who read on. */
export const conversationTraces = pgTable(
	"conversation_traces",
	{
		threadId: ref()
			.notNull()
			.references(() => threads.id, { onDelete: "cascade" }),
		/** The thread's version at this change. */
		version: bigint({ mode: "number" }).notNull(),
		/** The number of the post behind which it stands. */
		afterNumber: integer().notNull(),
		kind: conversationChange().notNull(),
		actorId: ref()
			.notNull()
			.references(() => people.id),
		/** Whom it is about, where that is somebody else. */
		personId: ref().references(() => people.id),
		/** The name that was given; empty when it was taken away. */
		title: text(),
		createdAt: createdAt(),
	},
	(t) => [primaryKey({ columns: [t.threadId, t.version] })],
);

/** Whom somebody does not want to hear from. */
export const blocks = pgTable(
	"blocks",
	{
		personId: ref()
			.notNull()
			.references(() => people.id, { onDelete: "cascade" }),
		blockedId: ref()
			.notNull()
			.references(() => people.id, { onDelete: "cascade" }),
		createdAt: createdAt(),
	},
	(t) => [
		primaryKey({ columns: [t.personId, t.blockedId] }),
		index("blocks_blocked").on(t.blockedId),
		check("blocks_other", sql`${t.personId} <> ${t.blockedId}`),
	],
);

/** What a member brought before the moderators. */
export const reports = pgTable(
	"reports",
	{
		id: id(),
		reporterId: ref()
			.notNull()
			.references(() => people.id, { onDelete: "cascade" }),
		/** What it is about; of a conversation, moderators see the copy alone. */
		postId: ref()
			.notNull()
			.references(() => posts.id, { onDelete: "cascade" }),
		reason: reportReason().notNull(),
		details: text().notNull().default(""),
		createdAt: createdAt(),
		closedAt: instant(),
		closedById: ref().references(() => people.id),
		/** What the moderators found. */
		note: text().notNull().default(""),
	},
	(t) => [
		index("reports_open").on(t.createdAt, t.id).where(sql`${t.closedAt} is null`),
		index("reports_closed").on(t.closedAt, t.id).where(sql`${t.closedAt} is not null`),
		uniqueIndex("reports_once").on(t.reporterId, t.postId).where(sql`${t.closedAt} is null`),
	],
);

/** The reported post and what stood around it, as it was when the reporter handed it over. */
export const reportPosts = pgTable(
	"report_posts",
	{
		reportId: ref()
			.notNull()
			.references(() => reports.id, { onDelete: "cascade" }),
		number: integer().notNull(),
		authorId: ref()
			.notNull()
			.references(() => people.id),
		body: text().notNull(),
		createdAt: instant().notNull(),
	},
	(t) => [primaryKey({ columns: [t.reportId, t.number] })],
);

export type Participant = typeof participants.$inferSelect;
export type ConversationTrace = typeof conversationTraces.$inferSelect;
export type Report = typeof reports.$inferSelect;
export type ReportPost = typeof reportPosts.$inferSelect;
