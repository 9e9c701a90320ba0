import { fail } from "@interurban/contract/errors";
import { isLanguage } from "@interurban/contract/languages";
import { limits } from "@interurban/contract/limits";
import type { Db } from "@interurban/db/client";
import { sql } from "drizzle-orm";
import { type AuditAction, audit } from "../audit.ts";
import { type Context, requireViewer } from "../context.ts";
import { makeCheck } from "../input.ts";
import type { Viewer } from "../sessions.ts";
import { languageOf } from "../text-language.ts";
import { changePost, findVisiblePost, writeIn } from "./post-changes.ts";
import { listSolutions, lockThread, type PostRow, setSolution } from "./posts.queries.ts";
import { readThreadCard } from "./thread-card.ts";
import { changeThread, type ThreadChange } from "./thread-changes.queries.ts";
import { readSubject, type SubjectInput } from "./thread-subject.ts";
import { threadSource } from "./threads.index.ts";
import { findThreads, type ThreadRow } from "./threads.queries.ts";
import { canManageThread, canMoveThread, canSummarise } from "./threads.rules.ts";
import { findThread, solutionsByThread, streamOf, threadById } from "./threads.ts";

/** Marks a post as a solution of what its thread asks, or no longer. What is so already changes nothing. */
export async function markSolution(ctx: Context, input: { id: string; solves: boolean }): Promise<PostRow> {
	const viewer = requireViewer(ctx);
	const known = await findVisiblePost(ctx, input.id);
	await ctx.limiter("write", viewer.id);
	if (known.deletedAt) fail("posts.deleted");
	return changePost(ctx, known, { body: known.body }, async (tx, before, { thread, takeVersion }) => {
		if (!canManageThread(viewer, thread)) fail("forbidden");
		if (before.deletedAt) fail("posts.deleted");
		if (input.solves === (before.solutionAt !== null)) return before;
		if (input.solves && (await listSolutions(tx, [thread.id])).length >= limits.solutions)
			fail("too_many", { args: { max: limits.solutions } });
		await note(
			tx,
			viewer,
			thread,
			input.solves ? "post.solution_marked" : "post.solution_unmarked",
			`post:${before.id}`,
		);
		return setSolution(tx, before.id, input.solves ? viewer.id : null, await takeVersion());
	});
}

/** Closes a thread to further posts, or opens it again. What is so already changes nothing. */
export function closeThread(ctx: Context, input: { id: string; closed: boolean }): Promise<ThreadRow> {
	return change(ctx, input.id, canManageThread, async (tx, before, viewer) => {
		if (input.closed === (before.closedAt !== null)) return null;
		await note(tx, viewer, before, input.closed ? "thread.closed" : "thread.reopened");
		return input.closed
			? { closedAt: sql`now()`, closedById: viewer.id }
			: { closedAt: null, closedById: null };
	});
}

/** Gives a thread of its own another title, topic or place. What is so already changes nothing. */
export async function editThread(ctx: Context, input: SubjectInput & { id: string }): Promise<ThreadRow> {
	requireViewer(ctx);
	const to = await readSubject(ctx, input);
	return change(ctx, input.id, canMoveThread, async (tx, before, viewer) => {
		const isRenamed = to.title !== before.title;
		const isMoved = to.topicId !== before.topicId || to.placeId !== before.placeId;
		if (isRenamed) await note(tx, viewer, before, "thread.renamed");
		if (isMoved) await note(tx, viewer, before, "thread.moved");
		return isRenamed || isMoved ? { ...to, language: languageOf(to.title, asOurs(before.language)) } : null;
	});
}

/** The language that a short title is taken for when it does not tell. */
const asOurs = (language: string) => (isLanguage(language) ? language : "en");

/** Says above the posts of a thread what came of it; an empty text takes that away. */
export function summariseThread(ctx: Context, input: { id: string; summary: string }): Promise<ThreadRow> {
	const check = makeCheck();
	const summary = check.text("summary", input.summary, { max: limits.threadSummary });
	check.done();
	return change(ctx, input.id, canSummarise, async (tx, before, viewer) => {
		if (summary === (before.summary ?? "")) return null;
		await note(tx, viewer, before, "thread.summarised");
		return summary
			? { summary, summaryById: viewer.id, summaryAt: sql`now()` }
			: { summary: null, summaryById: null, summaryAt: null };
	});
}

/**
 * Changes what stands above a thread's posts, and tells everybody who listens to it.
 * @param work answers what changes; null when nothing does
 */
async function change(
	ctx: Context,
	id: string,
	may: (viewer: Viewer, thread: ThreadRow) => boolean,
	work: (tx: Db, before: ThreadRow, viewer: Viewer) => Promise<ThreadChange | null>,
): Promise<ThreadRow> {
	const viewer = requireViewer(ctx);
	const known = (await findThread(ctx, id)) ?? fail("not_found");
	if (!may(viewer, known)) fail("forbidden");
	await ctx.limiter("write", viewer.id);
	await writeIn(ctx, known, async (tx, after) => {
		await lockThread(tx, known.id);
		const [before] = await findThreads(tx, [known.id], viewer.id);
		if (!before) fail("not_found");
		const changes = await work(tx, before, viewer);
		if (!changes) return;
		const version = await changeThread(tx, known.id, changes);
		if (changes.title) await threadSource.index(tx, [known.id]);
		const thread = await readThreadCard(tx, known.id);
		after.emit("thread.changed", { stream: streamOf(known.id), version, thread });
	});
	solutionsByThread(ctx).clear(known.id);
	return (await threadById(ctx).clear(known.id).load(known.id)) ?? fail("not_found");
}

/** What somebody does to the thread of another is recorded. */
async function note(
	tx: Db,
	viewer: Viewer,
	thread: ThreadRow,
	action: AuditAction,
	subject = `thread:${thread.id}`,
): Promise<void> {
	await audit(tx, { action, actorId: viewer.id, subject });
}
