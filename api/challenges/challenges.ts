import { fail } from "@interurban/contract/errors";
import type { Page } from "@interurban/db/keyset";
import { violates } from "@interurban/db/violation";
import { audit } from "../audit.ts";
import { type Context, defineLoader, requireViewer } from "../context.ts";
import type { ChallengeInput } from "../generated/resolvers.ts";
import { parseId } from "../input.ts";
import { pageSize, timeCursor } from "../paging.ts";
import { openThread } from "../threads/threads.ts";
import { withNarrower } from "../topics/topics.ts";
import { write } from "../write.ts";
import { indexChallenges } from "./challenges.index.ts";
import { readChallenge } from "./challenges.input.ts";
import {
	type ChallengeRow,
	findChallenges,
	findSentChallenge,
	insertChallenge,
	listChallenges,
	replaceChallenge,
	setClosed,
} from "./challenges.queries.ts";
import { canCloseChallenge, canEditChallenge } from "./challenges.rules.ts";

export { challengeSource, indexChallenges } from "./challenges.index.ts";
export type { ChallengeRow } from "./challenges.queries.ts";

/** Challenges by id: `challengeById(ctx).load(id)`. */
export const challengeById = defineLoader<number, ChallengeRow | null>(async (ctx, ids) => {
	const rows = new Map((await findChallenges(ctx.db, ids)).map((row) => [row.id, row]));
	return ids.map((id) => rows.get(id) ?? null);
});

/** The challenge of an id, or null. */
export async function findChallenge(ctx: Context, id: string): Promise<ChallengeRow | null> {
	const number = parseId(id);
	return number === null ? null : challengeById(ctx).load(number);
}

/** Challenges that fit, the newest first; on a topic together with those below it. */
export function listChallengesOf(
	ctx: Context,
	filter: { open?: boolean | null | undefined; topicId?: string | null | undefined } & {
		authorId?: number;
		placeId?: number;
	},
	page: { first?: number | null | undefined; after?: string | null | undefined },
): Promise<Page<ChallengeRow>> {
	const { topicId, ...rest } = filter;
	return listChallenges(
		ctx.db,
		{ ...rest, topicIds: topicId ? withNarrower(topicId) : null },
		{ first: pageSize(page.first), after: timeCursor(page.after) },
	);
}

/** Publishes a challenge together with its discussion; the same client id again answers the same challenge. */
export async function publishChallenge(
	ctx: Context,
	{ input, ...sent }: { input: ChallengeInput; clientId: string },
): Promise<ChallengeRow> {
	const viewer = requireViewer(ctx);
	const clientId = sent.clientId.toLowerCase();
	const content = await readChallenge(ctx, input, null, (check) => check.uuid("clientId", clientId));
	const before = await findSentChallenge(ctx.db, viewer.id, clientId);
	if (before) return before;
	await ctx.limiter("write", viewer.id);
	try {
		const id = await write(ctx, async (tx) => {
			const id = await insertChallenge(tx, { ...content, authorId: viewer.id, clientId });
			await openThread(tx, { challengeId: id });
			await indexChallenges(tx, [id]);
			return id;
		});
		return await theOne(ctx, id);
	} catch (error) {
		if (!violates(error, "challenges_author_client")) throw error;
		return (await findSentChallenge(ctx.db, viewer.id, clientId)) ?? fail("unavailable");
	}
}

/** Replaces all that the form of a challenge says. */
export async function updateChallenge(
	ctx: Context,
	{ id, input }: { id: string; input: ChallengeInput },
): Promise<ChallengeRow> {
	const viewer = requireViewer(ctx);
	const known = (await findChallenge(ctx, id)) ?? fail("not_found");
	if (!canEditChallenge(viewer, known)) fail("forbidden");
	await ctx.limiter("write", viewer.id);
	const content = await readChallenge(ctx, input, known);
	await write(ctx, async (tx) => {
		await replaceChallenge(tx, known.id, content);
		await indexChallenges(tx, [known.id]);
	});
	return theOne(ctx, known.id);
}

/** Closes a challenge, or opens it again; its discussion goes on either way. */
export async function closeChallenge(ctx: Context, id: string, closed: boolean): Promise<ChallengeRow> {
	const viewer = requireViewer(ctx);
	const known = (await findChallenge(ctx, id)) ?? fail("not_found");
	if (!canCloseChallenge(viewer, known)) fail("forbidden");
	await ctx.limiter("write", viewer.id);
	await write(ctx, async (tx) => {
		await setClosed(tx, known.id, closed);
		if (viewer.id !== known.authorId)
			await audit(tx, { action: "challenge.closed", actorId: viewer.id, subject: `challenge:${known.id}` });
	});
	return theOne(ctx, known.id);
}

/** The challenge as it is now, whatever was known of it before. */
async function theOne(ctx: Context, id: number): Promise<ChallengeRow> {
	const row = await challengeById(ctx).clear(id).load(id);
	if (!row) throw new Error("a challenge is gone");
	return row;
}
