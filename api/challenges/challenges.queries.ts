import type { Db } from "@interurban/db/client";
import { after, type Page, toPage } from "@interurban/db/keyset";
import { type Challenge, challenges, challengeTopics } from "@interurban/db/schema/challenges";
import { statementOfIds } from "@interurban/db/statement";
import { and, desc, eq, getTableColumns, inArray, isNotNull, isNull, sql } from "drizzle-orm";

const { clientId: _, importKey: __, importHash: ___, ...own } = getTableColumns(challenges);

const columns = {
	...own,
	topicIds: sql<string[]>`array(
		select ${challengeTopics.topicId} from ${challengeTopics}
		where ${challengeTopics.challengeId} = ${challenges.id}
	)`,
};

export type ChallengeRow = Omit<Challenge, "clientId" | "importKey" | "importHash"> & { topicIds: string[] };

/** What a form says of a challenge. */
export type ChallengeContent = Pick<
	ChallengeRow,
	"title" | "problem" | "constraints" | "language" | "placeId" | "neededBy" | "topicIds"
>;

const ofIds = statementOfIds((db, isOneOf) =>
	db.select(columns).from(challenges).where(isOneOf(challenges.id)),
);

/** The challenges of some ids, in no order. */
export function findChallenges(db: Db, ids: readonly number[]): Promise<ChallengeRow[]> {
	return ofIds(db, ids);
}

/** What a member posted before under a client id. */
export async function findSentChallenge(
	db: Db,
	authorId: number,
	clientId: string,
): Promise<ChallengeRow | null> {
	const [row] = await db
		.select(columns)
		.from(challenges)
		.where(and(eq(challenges.authorId, authorId), eq(challenges.clientId, clientId)));
	return row ?? null;
}

export type ChallengeFilter = {
	open?: boolean | null | undefined;
	topicIds?: readonly string[] | null | undefined;
	authorId?: number;
	placeId?: number;
};

/** Challenges that fit a filter, the newest first. */
export async function listChallenges(
	db: Db,
	filter: ChallengeFilter,
	page: { first: number; after: [string, number] | null },
): Promise<Page<ChallengeRow>> {
	const { open, topicIds, authorId, placeId } = filter;
	const onTopics = (ids: readonly string[]) =>
		inArray(
			challenges.id,
			db
				.select({ id: challengeTopics.challengeId })
				.from(challengeTopics)
				.where(inArray(challengeTopics.topicId, [...ids])),
		);
	const rows = await db
		.select(columns)
		.from(challenges)
		.where(
			and(
				open === true ? isNull(challenges.closedAt) : undefined,
				open === false ? isNotNull(challenges.closedAt) : undefined,
				topicIds ? onTopics(topicIds) : undefined,
				authorId === undefined ? undefined : eq(challenges.authorId, authorId),
				placeId === undefined ? undefined : eq(challenges.placeId, placeId),
				page.after ? after([challenges.createdAt, challenges.id], page.after, "desc") : undefined,
			),
		)
		.orderBy(desc(challenges.createdAt), desc(challenges.id))
		.limit(page.first + 1);
	return toPage(rows, page.first, (row) => [row.createdAt, row.id]);
}

export async function insertChallenge(
	tx: Db,
	{ topicIds, ...values }: ChallengeContent & { authorId: number; clientId: string },
): Promise<number> {
	const [row] = await tx.insert(challenges).values(values).returning({ id: challenges.id });
	if (!row) throw new Error("the challenge was not stored");
	await insertTopics(tx, row.id, topicIds);
	return row.id;
}

export async function replaceChallenge(
	tx: Db,
	id: number,
	{ topicIds, ...values }: ChallengeContent,
): Promise<void> {
	await tx.update(challenges).set(values).where(eq(challenges.id, id));
	await tx.delete(challengeTopics).where(eq(challengeTopics.challengeId, id));
	await insertTopics(tx, id, topicIds);
}

/** Closes or opens; does nothing where it is so already. */
export async function setClosed(db: Db, id: number, closed: boolean): Promise<void> {
	await db
		.update(challenges)
		.set({ closedAt: closed ? sql`now()` : null })
		.where(and(eq(challenges.id, id), closed ? isNull(challenges.closedAt) : isNotNull(challenges.closedAt)));
}

async function insertTopics(tx: Db, challengeId: number, topicIds: readonly string[]): Promise<void> {
	await tx.insert(challengeTopics).values(topicIds.map((topicId) => ({ challengeId, topicId })));
}
