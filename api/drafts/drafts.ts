import { fail } from "@interurban/contract/errors";
import { limits } from "@interurban/contract/limits";
import type { Db } from "@interurban/db/client";
import { type Context, requireViewer } from "../context.ts";
import {
	countOthers,
	type DraftRow,
	deleteDraft,
	findDraft as findRow,
	insertDraft,
	listDrafts as listRows,
	updateDraft,
} from "./drafts.queries.ts";

/** Keys that pages choose: `practice:new:…`, `practice:214`. */
const keyForm = /^[\w:.-]{1,100}$/;

/** One's own draft, or null. */
export async function findDraft(ctx: Context, key: string): Promise<DraftRow | null> {
	return ctx.viewer && keyForm.test(key) ? findRow(ctx.db, ctx.viewer.id, key) : null;
}

/** One's own drafts, the latest first. */
export async function listDrafts(ctx: Context): Promise<DraftRow[]> {
	return ctx.viewer ? listRows(ctx.db, ctx.viewer.id, limits.drafts) : [];
}

/**
 * Keeps what was typed, for whoever is signed in.
 * @param version of the draft on which it is based, 0 for none: any other on the server is a conflict
 */
export async function saveDraft(
	ctx: Context,
	key: string,
	fields: readonly { name: string; value: string }[],
	version: number,
): Promise<DraftRow> {
	const viewer = requireViewer(ctx);
	await ctx.limiter("draft", viewer.id);
	if (!keyForm.test(key)) fail("invalid", { field: "key" });
	const pairs = fields.map(({ name, value }) => [name, value] as [string, string]);
	for (const [name, value] of pairs)
		if (!isStorable(name) || !isStorable(value))
			fail("unreadable_text", { field: isStorable(name) ? name : "fields" });
	const length = Buffer.byteLength(JSON.stringify(pairs));
	if (length > limits.draftBytes)
		fail("too_long", { field: "fields", args: { max: limits.draftBytes, length } });

	const draft = { personId: viewer.id, key, fields: pairs };
	if (version === 0 && (await countOthers(ctx.db, viewer.id, key)) >= limits.drafts)
		fail("too_many", { args: { max: limits.drafts } });
	const saved =
		version === 0 ? await insertDraft(ctx.db, draft) : await updateDraft(ctx.db, { ...draft, version });
	if (saved) {
		tellOfDraft(ctx, key, saved.version);
		return saved;
	}
	const current = await findRow(ctx.db, viewer.id, key);
	return fail("drafts.conflict", { args: { version: current?.version ?? 0 } });
}

/** Deletes one's own draft; nothing happens when there is none. */
export async function discardDraft(ctx: Context, key: string): Promise<string> {
	const viewer = requireViewer(ctx);
	await removeDraft(ctx.db, viewer.id, key);
	tellOfDraft(ctx, key, null);
	return key;
}

/** Lets the viewer's devices know that a draft of theirs has changed, once that is stored. */
export function tellOfDraft(ctx: Context, key: string, version: number | null): void {
	if (keyForm.test(key)) ctx.notify([requireViewer(ctx).id], "draft.changed", { key, version });
}

/**
 * The same for the transaction that publishes what was drafted.
 * @param version only if it still has that one: what was written on since stays
 */
export async function removeDraft(tx: Db, personId: number, key: string, version?: number): Promise<void> {
	if (keyForm.test(key)) await deleteDraft(tx, personId, key, version);
}

/** What a draft is called in a list: the value of its first title. */
export function titleOf(draft: DraftRow): string {
	return draft.fields.find(([name]) => /(^|\.)title$/.test(name))?.[1]?.trim() ?? "";
}

/** Whether Postgres can hold a text as it is. */
function isStorable(text: string): boolean {
	return !text.includes("\0") && text.isWellFormed();
}
