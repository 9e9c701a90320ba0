import { type Context, defineLoader, requireViewer } from "../context.ts";
import type { ReplyTime } from "../generated/resolvers.ts";
import { ownRow, type PersonRow, personById, updatePerson } from "../people/people.ts";
import type { Viewer } from "../sessions.ts";
import { listReplyPauses } from "./presence.queries.ts";
import { replyTimeOf } from "./presence.rules.ts";

export { findTypist } from "./presence.queries.ts";

const pausesOf = defineLoader<number, number[]>(async (ctx, ids) => {
	const found = await listReplyPauses(ctx.db, ids);
	return ids.map((id) => found.get(id) ?? []);
});

/** How soon somebody usually replies, for members, where they show it. */
export async function usuallyReplies(
	ctx: Context,
	person: Pick<PersonRow, "id" | "showPresence">,
): Promise<ReplyTime | null> {
	if (!ctx.viewer || !person.showPresence) return null;
	return replyTimeOf(await pausesOf(ctx).load(person.id));
}

type Habits = Pick<PersonRow, "showTyping" | "showPresence" | "useKeys">;

/** Changes how one is seen, and whether single keys do things. */
export async function changeHabits(
	ctx: Context,
	habits: { [Name in keyof Habits]?: boolean | null | undefined },
): Promise<Viewer> {
	const viewer = requireViewer(ctx);
	await ctx.limiter("write", viewer.id);
	const names = ["showTyping", "showPresence", "useKeys"] as const;
	const given = Object.fromEntries(
		names.flatMap((name) => (habits[name] == null ? [] : [[name, habits[name]]])),
	);
	if (Object.keys(given).length) {
		await updatePerson(ctx.db, viewer.id, given);
		personById(ctx).clear(viewer.id);
	}
	return viewer;
}

export const habitsOf = (ctx: Context, viewer: Viewer): Promise<Habits> => ownRow(ctx, viewer);
