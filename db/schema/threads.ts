import { reactionKinds } from "@interurban/contract/vocabulary";
import { sql } from "drizzle-orm";
import {
	bigint,
	boolean,
	check,
	index,
	integer,
	pgEnum,
	pgTable,
	primaryKey,
	text,
	unique,
	uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, instant, ref } from "../columns.ts";
import { challenges } from "./challenges.ts";
import { files } from "./files.ts";
import { people } from "./people.ts";
import { places } from "./places.ts";
import { practices } from "./practices.ts";
import { topics } from "./topics.ts";

export const reactionKind = pgEnum("reaction_kind", reactionKinds);

export const threads = pgTable(
	"threads",
	{
		id: id(),
		/**
		 * A thread is the discussion of one practice or challenge; or it has a title of its own, under a topic, a place, both or
		 * neither; or it is a conversation between some people, named or not.
		 */
		practiceId: ref()
			.unique()
			.references(() => practices.id, { onDelete: "cascade" }),
		challengeId: ref()
			.unique()
			.references(() => challenges.id, { onDelete: "cascade" }),
		topicId: text().references(() => topics.id),
		placeId: integer().references(() => places.id),
		/** A conversation: only those who take part may know of it, staff included. */
		private: boolean().notNull().default(false),
		/** The conversation of two people, by their ids in rising order, as `12:34`; groups have none. */
		pair: text().unique(),
		title: text(),
		language: text(),
		authorId: ref().references(() => people.id),
		/** Counts every change in the thread (post, edit, deletion); taken in the transaction that makes it. */
		version: bigint({ mode: "number" }).notNull().default(0),
		/** Posts ever made, deleted ones included: the number of the newest. */
		postCount: integer().notNull().default(0),
		lastPostAt: instant(),
		/** What came out of it, as Markdown above the posts. */
		summary: text(),
		summaryById: ref().references(() => people.id),
		summaryAt: instant(),
		/** Once closed nobody posts. */
		closedAt: instant(),
		closedById: ref().references(() => people.id),
		createdAt: createdAt(),
	},
	(t) => [
		index("threads_topic").on(t.topicId, t.lastPostAt, t.id),
		index("threads_place").on(t.placeId, t.lastPostAt, t.id).where(sql`${t.placeId} is not null`),
		index("threads_active")
			.on(t.lastPostAt, t.id)
			.where(sql`${t.lastPostAt} is not null and not ${t.private}`),
		check(
			"threads_one_subject",
			sql`num_nonnulls(${t.practiceId}, ${t.challengeId}) + ${t.private}::integer
				+ (num_nonnulls(${t.topicId}, ${t.placeId}) > 0)::integer <= 1`,
		),
		check(
			"threads_title",
			sql`${t.private} or (num_nonnulls(${t.practiceId}, ${t.challengeId}) = 1) = (${t.title} is null)`,
		),
		check("threads_pair", sql`${t.private} or ${t.pair} is null`),
		check("threads_summary", sql`num_nonnulls(${t.summary}, ${t.summaryById}, ${t.summaryAt}) in (0, 3)`),
	],
);

export const posts = pgTable(
	"posts",
	{
		id: id(),
		threadId: ref()
			.notNull()
			.references(() => threads.id, { onDelete: "cascade" }),
		/** Position in the thread, from 1, without gaps. */
		number: integer().notNull(),
		/** The thread's version at the last change of this post. */
		version: bigint({ mode: "number" }).notNull(),
		authorId: ref()
			.notNull()
			.references(() => people.id),
		/** Chosen by the sender: a retry with the same one makes no second post. */
		clientId: uuid().notNull(),
		/** SHA-256 of what was sent with that client id, hexadecimal: tells a retry from another post. */
		sentHash: text().notNull(),
		/** Markdown; empty once deleted. */
		body: text().notNull(),
		/** BCP 47. */
		language: text().notNull(),
		/** The post that this one answers. */
		replyToId: ref(),
		createdAt: createdAt(),
		editedAt: instant(),
		deletedAt: instant(),
		/** Marked as an answer that solves what the thread asks; there may be several. */
		solutionAt: instant(),
		solutionById: ref().references(() => people.id),
	},
	(t) => [
		unique("posts_thread_number").on(t.threadId, t.number),
		unique("posts_author_client").on(t.authorId, t.clientId),
		index("posts_thread_version").on(t.threadId, t.version),
		index("posts_solutions").on(t.threadId, t.number).where(sql`${t.solutionAt} is not null`),
		index("posts_author").on(t.authorId, t.createdAt, t.id).where(sql`${t.deletedAt} is null`),
		check("posts_body_length", sql`char_length(${t.body}) <= 20000`),
		check("posts_deleted_empty", sql`(${t.deletedAt} is not null) = (${t.body} = '')`),
	],
);

/** What a post said before each edit. */
export const postRevisions = pgTable(
	"post_revisions",
	{
		postId: ref()
			.notNull()
			.references(() => posts.id, { onDelete: "cascade" }),
		number: integer().notNull(),
		body: text().notNull(),
		createdAt: createdAt(),
	},
	(t) => [primaryKey({ columns: [t.postId, t.number] })],
);

/** The uploaded files that a post shows or leads to, or did before an edit. */
export const postFiles = pgTable(
	"post_files",
	{
		postId: ref()
			.notNull()
			.references(() => posts.id, { onDelete: "cascade" }),
		fileId: uuid()
			.notNull()
			.references(() => files.id, { onDelete: "cascade" }),
	},
	(t) => [primaryKey({ columns: [t.postId, t.fileId] }), index("post_files_file").on(t.fileId)],
);

/** Who liked what in which way. */
export const postReactions = pgTable(
	"post_reactions",
	{
		postId: ref()
			.notNull()
			.references(() => posts.id, { onDelete: "cascade" }),
		personId: ref()
			.notNull()
			.references(() => people.id, { onDelete: "cascade" }),
		kind: reactionKind().notNull(),
		createdAt: createdAt(),
	},
	(t) => [primaryKey({ columns: [t.postId, t.personId, t.kind] })],
);

/** The people whom a post names. */
export const postMentions = pgTable(
	"post_mentions",
	{
		postId: ref()
			.notNull()
			.references(() => posts.id, { onDelete: "cascade" }),
		personId: ref()
			.notNull()
			.references(() => people.id, { onDelete: "cascade" }),
	},
	(t) => [
		primaryKey({ columns: [t.postId, t.personId] }),
		index("post_mentions_person").on(t.personId, t.postId),
	],
);

/** A post in another language. It goes when the post is changed. */
export const postTranslations = pgTable(
	"post_translations",
	{
		postId: ref()
			.notNull()
			.references(() => posts.id, { onDelete: "cascade" }),
		/** BCP 47. */
		language: text().notNull(),
		/** Markdown. */
		body: text().notNull(),
		/** Who translated it; null: a machine did. */
		translatorId: ref().references(() => people.id),
		createdAt: createdAt(),
	},
	(t) => [primaryKey({ columns: [t.postId, t.language] })],
);

export type Thread = typeof threads.$inferSelect;
export type Post = typeof posts.$inferSelect;
export type PostTranslation = typeof postTranslations.$inferSelect;
