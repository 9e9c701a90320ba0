import { type Context, defineLoader } from "../context.ts";
import { findPeople, findPersonByHandle, type PersonRow } from "./people.queries.ts";

export type { Viewer as ViewerRow } from "../sessions.ts";
export type { PersonRow } from "./people.queries.ts";

/** People by id, for authors and members: `personById(ctx).load(id)`. */
export const personById = defineLoader<number, PersonRow | null>(async (ctx, ids) => {
	const rows = new Map((await findPeople(ctx.db, ids)).map((row) => [row.id, row]));
	return ids.map((id) => rows.get(id) ?? null);
});

/** The person of a handle, or null. */
export async function findPerson(ctx: Context, handle: string): Promise<PersonRow | null> {
	// Handles are lower-case ASCII; anything else need not trouble the database, which refuses some of it.
	return /^[a-z0-9-]{1,60}$/.test(handle) ? findPersonByHandle(ctx.db, handle) : null;
}
