import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant, ref } from "../columns.ts";
import { challenges } from "./challenges.ts";
import { people } from "./people.ts";
import { practices } from "./practices.ts";
import { topics } from "./topics.ts";

export const threads = pgTable(
	"threads",
	{
		id: id(),
		/** A thread is the discussion of one practice or challenge, or stands under a topic with a title of its own. */
		practiceId: ref()
			.unique()
			.references(() => practices.id, { onDelete: "cascade" }),
		challengeId: ref()
			.unique()
			.references(() => challenges.id, { onDelete: "cascade" }),
		topicId: text().references(() => topics.id),
		title: text(),
		language: text(),
		authorId: ref().references(() => people.id),
		/** Counts every change in the thread (post, edit, deletion); taken in the transaction that makes it. */
		version: bigint({ mode: "number" }).notNull().default(0),
		/** Posts ever made, deleted ones included: the number of the newest. */
		postCount: integer().notNull().default(0),
		lastPostAt: instant(),
		createdAt: createdAt(),
	},
	(t) => [
		index("threads_topic").on(t.topicId, t.lastPostAt, t.id),
		index("threads_active").on(t.lastPostAt, t.id).where(sql`${t.lastPostAt} is not null`),
		check("threads_one_subject", sql`num_nonnulls(${t.practiceId}, ${t.challengeId}, ${t.topicId}) = 1`),
		check("threads_title", sql`(${t.topicId} is null) = (${t.title} is null)`),
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
	},
	(t) => [
		unique("posts_thread_number").on(t.threadId, t.number),
		unique("posts_author_client").on(t.authorId, t.clientId),
		index("posts_thread_version").on(t.threadId, t.version),
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

export type Thread = typeof threads.$inferSelect;
export type Post = typeof posts.$inferSelect;
