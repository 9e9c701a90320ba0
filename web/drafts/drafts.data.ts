import type { Fields } from "@interurban/contract/rendering";
import { query } from "@solidjs/router";
import { execute } from "../execute.ts";
import { Draft, Drafts } from "../generated/operations.ts";

/** A draft on the server. */
export type ServerDraft = { key: string; version: number; updatedAt: string; fields: Fields };

/** One's own drafts, and who one is. */
export const getDrafts = query(() => execute(Drafts, {}), "drafts");

/** One's own draft of a form, or null. */
export async function findDraft(key: string): Promise<ServerDraft | null> {
	const { draft } = await execute(Draft, { key });
	return draft && { ...draft, fields: draft.fields.map(({ name, value }) => [name, value]) };
}
