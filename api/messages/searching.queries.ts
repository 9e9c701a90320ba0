import type { Db } from "@interurban/db/client";
import { after, type Page, toPage } from "@interurban/db/keyset";
import { participants } from "@interurban/db/schema/conversations";
import { people } from "@interurban/db/schema/people";
import { posts, threads } from "@interurban/db/schema/threads";
import { and, desc, eq, isNull, or, sql } from "drizzle-orm";

/** A text as `beginnings` of a word finder are spelt: lower case, without accents, vowel signs and tatweel. */
const folded = sql`translate(replace(replace(replace(
	regexp_replace(normalize(lower(${posts.body}), NFD), '[\u0300-\u036F\u0640\u064B-\u065F\u0670]', '', 'g'),
	'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'øłđðħı', 'olddhi')`;

const holds = (part: string) => sql`position(${part} in ${folded}) > 0`;

export type Candidate = { id: number; threadId: number; createdAt: Date; body: string; language: string };

/**
 * Messages in conversations in which somebody takes part that may hold the words that are looked for, the latest first.
 * @param question.words of each word, parts one of which is in every text that holds it
 * @param question.threadId only in this conversation
 * @param question.author only what the person of this handle wrote
 */
export async function findCandidates(
	db: Db,
	question: {
		personId: number;
		words: readonly (readonly string[])[];
		threadId: number | null;
		author: string | null;
		first: number;
		after: [string, number] | null;
	},
): Promise<Page<Candidate>> {
	const { id, threadId, createdAt, body, language } = posts;
	const rows = await db
		.select({ id, threadId, createdAt, body, language })
		.from(participants)
		.innerJoin(threads, and(eq(threads.id, participants.threadId), eq(threads.private, true)))
		.innerJoin(posts, eq(posts.threadId, threads.id))
		.innerJoin(people, eq(people.id, posts.authorId))
		.where(
			and(
				eq(participants.personId, question.personId),
				eq(participants.state, "joined"),
				isNull(posts.deletedAt),
				question.threadId === null ? undefined : eq(threads.id, question.threadId),
				question.author === null ? undefined : eq(people.handle, question.author),
				question.after ? after([createdAt, id], question.after, "desc") : undefined,
				...question.words.map((parts) => or(...parts.map(holds))),
			),
		)
		.orderBy(desc(createdAt), desc(id))
		.limit(question.first + 1);
	return toPage(rows, question.first, (row) => [row.createdAt, row.id]);
}
