import { fail } from "@interurban/contract/errors";
import { type Context, requireViewer } from "../context.ts";
import { type PersonRow, personById } from "../people/people.ts";
import { write } from "../write.ts";
import { deleteBlock, findIdOfHandle, insertBlock } from "./blocks.queries.ts";
import { findBlocked } from "./messages.queries.ts";
import { blockedByViewer, tellMailboxes } from "./messages.ts";
import { changeState, findPair } from "./participants.queries.ts";
import { pairOf } from "./starting.ts";

/** Whom the viewer has blocked, the latest first. */
export async function listBlocked(ctx: Context): Promise<PersonRow[]> {
	const ids = await findBlocked(ctx.db, requireViewer(ctx).id);
	const found = await personById(ctx).loadMany(ids);
	return found.filter((person): person is PersonRow => person !== null && !(person instanceof Error));
}

/** Whom somebody blocks cannot write to them, nor hear of it; an open request of theirs is declined. */
export async function blockPerson(ctx: Context, handle: string): Promise<PersonRow> {
	const viewer = requireViewer(ctx);
	await ctx.limiter("write", viewer.id);
	const personId = await findIdOfHandle(ctx.db, handle);
	if (personId === null) fail("not_found");
	if (personId === viewer.id) fail("forbidden");
	await write(ctx, async (tx, after) => {
		await insertBlock(tx, viewer.id, personId);
		const threadId = await findPair(tx, pairOf(viewer.id, personId));
		if (threadId !== null) await changeState(tx, { threadId, personId: viewer.id }, ["asked"], "declined");
		after.run(() => void tellMailboxes(ctx, [viewer.id]));
	});
	return changed(ctx, personId);
}

/** Also whose account is suspended. */
export async function unblockPerson(ctx: Context, handle: string): Promise<PersonRow> {
	const viewer = requireViewer(ctx);
	await ctx.limiter("write", viewer.id);
	const personId = await findIdOfHandle(ctx.db, handle);
	if (personId === null) fail("not_found");
	await deleteBlock(ctx.db, viewer.id, personId);
	void tellMailboxes(ctx, [viewer.id]);
	return changed(ctx, personId);
}

async function changed(ctx: Context, personId: number): Promise<PersonRow> {
	blockedByViewer(ctx).clear(personId);
	return (await personById(ctx).load(personId)) ?? fail("not_found");
}
