import type { Context } from "../context.ts";
import { type Piece, piecesOf } from "../differences.ts";
import { listRevisions, type PostRow } from "./posts.queries.ts";

export type VersionRow = { number: number; createdAt: Date; pieces: Piece[] };

/** Versions of a post that are shown. */
const most = 20;

/** What a post said at first and after each change, the newest first. */
export async function listVersions(ctx: Context, post: PostRow): Promise<VersionRow[]> {
	if (post.deletedAt) return [];
	// One more than is shown, for the last one to be compared with.
	const revisions = await listRevisions(ctx.db, post.id, most);
	const bodies = [{ number: (revisions[0]?.number ?? 0) + 1, body: post.body }, ...revisions];
	return bodies.slice(0, most).map(({ number, body }, index) => {
		const before = bodies[index + 1];
		return {
			number,
			// A revision notes when it was replaced.
			createdAt: revisions[index]?.createdAt ?? post.createdAt,
			pieces: before ? piecesOf(before.body, body) : [{ change: "same", text: body }],
		};
	});
}
