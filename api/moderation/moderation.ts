import { fail } from "@interurban/contract/errors";
import { limits } from "@interurban/contract/limits";
import type { ReportReason } from "@interurban/contract/vocabulary";
import type { Db } from "@interurban/db/client";
import type { Page } from "@interurban/db/keyset";
import type { ReportPost } from "@interurban/db/schema/conversations";
import { audit } from "../audit.ts";
import { type Context, defineLoader, requireViewer } from "../context.ts";
import { makeCheck, parseId } from "../input.ts";
import { pageSize, timeCursor } from "../paging.ts";
import { indexPeople } from "../people/people.ts";
import { deletePost } from "../posting.ts";
import { postById, threadById } from "../threads/threads.ts";
import { write } from "../write.ts";
import {
	countOpenReports,
	findPersonToJudge,
	findReport,
	insertReport,
	listReportPosts,
	listReports as listRows,
	type ReportRow,
	setSuspended,
	updateClosed,
} from "./moderation.queries.ts";
import { canSuspend, isModerator } from "./moderation.rules.ts";

export type { ReportRow } from "./moderation.queries.ts";
export type ReportedPostRow = ReportPost & { reported: boolean };

/** What was handed over, by report. */
const postsByReport = defineLoader<number, ReportPost[]>(async (ctx, ids) => {
	const rows = await listReportPosts(ctx.db, ids);
	return ids.map((id) => rows.filter(({ reportId }) => reportId === id));
});

/** The same, with which of them is reported. */
export async function listHandedOver(ctx: Context, report: ReportRow): Promise<ReportedPostRow[]> {
	const posts = await postsByReport(ctx).load(report.id);
	return posts.map((post) => ({ ...post, reported: post.number === report.number }));
}

/** Hands a post and what stands before it to the moderators: the only way on which they see of conversations anything. */
export async function reportPost(
	ctx: Context,
	input: { postId: string; reason: ReportReason; details?: string | null | undefined },
): Promise<true> {
	const viewer = requireViewer(ctx);
	const check = makeCheck();
	const details = check.text("details", input.details, { max: limits.report.details });
	check.done();
	const id = parseId(input.postId);
	const post = id === null ? null : await postById(ctx).load(id);
	if (!post || !(await threadById(ctx).load(post.threadId))) fail("not_found");
	if (post.deletedAt) fail("posts.deleted");
	if (post.authorId === viewer.id) fail("forbidden");
	await ctx.limiter("report", viewer.id);
	await write(ctx, async (tx) => {
		const reportId = await insertReport(
			tx,
			{ reporterId: viewer.id, postId: post.id, reason: input.reason, details },
			post,
			limits.report.context,
		);
		if (reportId !== null)
			await audit(tx, { action: "report.made", actorId: viewer.id, subject: `report:${reportId}` });
	});
	return true;
}

export async function listReports(
	ctx: Context,
	options: { closed: boolean; first?: number | null | undefined; after?: string | null | undefined },
): Promise<Page<ReportRow>> {
	if (!isModerator(ctx.viewer)) return { items: [], nextCursor: null };
	return listRows(ctx.db, {
		closed: options.closed,
		first: pageSize(options.first),
		after: timeCursor(options.after),
	});
}

export async function countOpen(ctx: Context): Promise<number> {
	return isModerator(ctx.viewer) ? countOpenReports(ctx.db) : 0;
}

/** Ends a report with what was found; what is reported goes with it if the moderator who ends it says so. */
export async function closeReport(
	ctx: Context,
	input: { id: string; note: string; removePost?: boolean | null | undefined },
): Promise<ReportRow> {
	const viewer = requireModerator(ctx);
	const check = makeCheck();
	const note = check.text("note", input.note, { max: limits.report.note, required: true });
	check.done();
	const id = parseId(input.id) ?? 0;
	const report = (await findReport(ctx.db, id)) ?? fail("not_found");
	const close = async (tx: Db): Promise<boolean> => {
		const isClosed = await updateClosed(tx, id, { closedById: viewer.id, note });
		if (isClosed) await audit(tx, { action: "report.closed", actorId: viewer.id, subject: `report:${id}` });
		return isClosed;
	};
	if (input.removePost && !report.closedAt) await deletePost(ctx, { id: String(report.postId) }, close);
	else await write(ctx, close);
	return (await findReport(ctx.db, id)) ?? fail("not_found");
}

/** Keeps somebody out or lets them in again; suspended people are not found, and keep what they wrote. */
export async function judgePerson(ctx: Context, handle: string, suspended: boolean): Promise<string> {
	const viewer = requireModerator(ctx);
	const person = (await findPersonToJudge(ctx.db, handle)) ?? fail("not_found");
	if (!canSuspend(viewer, person)) fail("forbidden");
	await ctx.limiter("write", viewer.id);
	await write(ctx, async (tx) => {
		await setSuspended(tx, person.id, suspended);
		await indexPeople(tx, [person.id]);
		const action = suspended ? "person.suspended" : "person.readmitted";
		await audit(tx, { action, actorId: viewer.id, subject: `person:${person.id}` });
	});
	return person.handle;
}

function requireModerator(ctx: Context) {
	const viewer = requireViewer(ctx);
	return isModerator(viewer) ? viewer : fail("forbidden");
}
