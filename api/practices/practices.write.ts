import { isDeepStrictEqual } from "node:util";
import { fail } from "@interurban/contract/errors";
import { limits } from "@interurban/contract/limits";
import type { Db } from "@interurban/db/client";
import { practiceAuthors, practices } from "@interurban/db/schema/practices";
import { and, eq, sql } from "drizzle-orm";
import { audit } from "../audit.ts";
import { type Context, requireViewer } from "../context.ts";
import { removeDraft } from "../drafts/drafts.ts";
import type { PracticeInput } from "../generated/resolvers.ts";
import { makeCheck, parseId } from "../input.ts";
import { findPerson, indexPeople } from "../people/people.ts";
import type { Viewer } from "../sessions.ts";
import { write } from "../write.ts";
import type { PracticeContent } from "./practices.content.ts";
import { indexPractices } from "./practices.index.ts";
import { readPractice, readTranslation } from "./practices.input.ts";
import { findByTitle, lockPerson, lockPractice, type PracticeRow } from "./practices.queries.ts";
import { resolvePractices } from "./practices.resolve.ts";
import { canEdit, canManageAuthors, canRemoveCoAuthor, canWithdraw } from "./practices.rules.ts";
import { insertPractices, replacePractices, storeTranslations } from "./practices.store.ts";
import { practiceById } from "./practices.ts";
import { findContent } from "./revisions.queries.ts";

/** Publishes a practice in the name of whoever is signed in; sent again, it is the one that was published before. */
export async function publishPractice(
	ctx: Context,
	input: PracticeInput,
	draftKey: string | null | undefined,
): Promise<PracticeRow> {
	const viewer = requireViewer(ctx);
	await ctx.limiter("write", viewer.id);
	const content = await readContent(ctx.db, input, { ownerId: viewer.id });
	const id = await write(ctx, async (tx) => {
		await lockPerson(tx, viewer.id);
		const before = await findByTitle(tx, viewer.id, content.title);
		if (before && !isDeepStrictEqual(before.content, content))
			fail("practices.title_taken", { field: "input.title" });
		if (draftKey) await removeDraft(tx, viewer.id, draftKey);
		if (before) return before.id;
		const [added] = await insertPractices(tx, [{ content, authorId: viewer.id, checkedOn: today() }]);
		if (!added) throw new Error("a practice was not stored");
		await indexPractices(tx, [added], [content.placeId]);
		return added;
	});
	return reload(ctx, id);
}

/** Replaces a practice's content with a revision of its own, unless nothing differs. */
export async function updatePractice(
	ctx: Context,
	change: {
		id: string;
		/** On which it is based. */
		revision: number;
		input: PracticeInput;
		summary?: string | null | undefined;
		draftKey?: string | null | undefined;
	},
): Promise<PracticeRow> {
	const changed = await alter(ctx, change.id, canEdit, async (tx, practice, viewer) => {
		if (practice.revision !== change.revision) fail("conflict", { args: { revision: practice.revision } });
		const check = makeCheck();
		const summary = check.line("summary", change.summary, { max: limits.practice.summary });
		check.done();
		const content = await readContent(tx, change.input, { ownerId: viewer.id, practiceId: practice.id });
		if (change.draftKey) await removeDraft(tx, viewer.id, change.draftKey);
		if (isDeepStrictEqual(await findContent(tx, practice.id, practice.revision), content)) return;
		await replacePractices(tx, [
			{ id: practice.id, content, editorId: viewer.id, revision: practice.revision + 1, summary },
		]);
		await indexPractices(tx, [practice.id], [practice.placeId, content.placeId]);
		await auditStaff(tx, viewer, practice, "practice.changed");
	});
	return reload(ctx, changed);
}

/** Takes a practice out of everybody's sight. */
export async function withdrawPractice(ctx: Context, id: string): Promise<string> {
	const withdrawn = await alter(ctx, id, canWithdraw, async (tx, practice, viewer) => {
		await tx
			.update(practices)
			.set({ status: "withdrawn", withdrawnAt: new Date(), updatedAt: sql`updated_at` })
			.where(eq(practices.id, practice.id));
		await indexPractices(tx, [practice.id], [practice.placeId]);
		await auditStaff(tx, viewer, practice, "practice.withdrawn");
	});
	return String(withdrawn);
}

/** Says that all of it holds today. */
export async function confirmPractice(ctx: Context, id: string): Promise<PracticeRow> {
	const changed = await alter(ctx, id, canEdit, async (tx, practice) => {
		await tx
			.update(practices)
			.set({ checkedOn: today(), updatedAt: sql`updated_at` })
			.where(eq(practices.id, practice.id));
	});
	return reload(ctx, changed);
}

export async function addCoAuthor(ctx: Context, id: string, handle: string): Promise<PracticeRow> {
	const changed = await alter(ctx, id, canManageAuthors, async (tx, practice) => {
		const person =
			(await findPerson(ctx, handle)) ??
			fail("people.unknown", { field: "handle", args: { handle: handle.slice(0, limits.handle) } });
		if (person.id === practice.authorId || practice.coAuthorIds.includes(person.id)) return;
		if (practice.coAuthorIds.length >= limits.practice.coAuthors)
			fail("too_many", { field: "handle", args: { max: limits.practice.coAuthors } });
		await tx.insert(practiceAuthors).values({ practiceId: practice.id, personId: person.id });
		await indexPeople(tx, [person.id], { isNews: false });
	});
	return reload(ctx, changed);
}

export async function removeCoAuthor(ctx: Context, id: string, handle: string): Promise<PracticeRow> {
	const person = await findPerson(ctx, handle);
	const can = (viewer: Viewer, practice: Locked) => canRemoveCoAuthor(viewer, practice, person?.id ?? 0);
	const changed = await alter(ctx, id, can, async (tx, practice) => {
		if (!person)
			fail("people.unknown", { field: "handle", args: { handle: handle.slice(0, limits.handle) } });
		await tx
			.delete(practiceAuthors)
			.where(and(eq(practiceAuthors.practiceId, practice.id), eq(practiceAuthors.personId, person.id)));
		await indexPeople(tx, [person.id], { isNews: false });
	});
	return reload(ctx, changed);
}

/** Adds or replaces title and claim in one of our languages other than the original's. */
export async function translatePractice(
	ctx: Context,
	id: string,
	translation: { language: string; title: string; claim: string },
): Promise<PracticeRow> {
	const changed = await alter(ctx, id, canEdit, async (tx, practice, viewer) => {
		const content = await findContent(tx, practice.id, practice.revision);
		if (!content) throw new Error(`practice ${practice.id} has no content`);
		const check = makeCheck();
		const read = readTranslation(translation, content.language, check);
		check.done();
		const { id: practiceId, revision } = practice;
		await storeTranslations(tx, [{ practiceId, revision, translatorId: viewer.id, ...read }]);
		await indexPractices(tx, [practice.id]);
	});
	return reload(ctx, changed);
}

type Locked = NonNullable<Awaited<ReturnType<typeof lockPractice>>>;

/**
 * Changes a published practice: one transaction that holds its row, for those who may.
 * @param can the rule that decides
 * @returns its number
 */
async function alter(
	ctx: Context,
	id: string,
	can: (viewer: Viewer, practice: Locked) => boolean,
	work: (tx: Db, practice: Locked, viewer: Viewer) => Promise<void>,
): Promise<number> {
	const viewer = requireViewer(ctx);
	await ctx.limiter("write", viewer.id);
	const number = parseId(id) ?? fail("not_found");
	await write(ctx, async (tx) => {
		const practice = (await lockPractice(tx, number)) ?? fail("not_found");
		if (!can(viewer, practice)) fail("forbidden");
		await work(tx, practice, viewer);
	});
	return number;
}

async function reload(ctx: Context, id: number): Promise<PracticeRow> {
	const row = await practiceById(ctx).clear(id).load(id);
	return row ?? fail("not_found");
}

/** Reads and resolves an input; refuses with everything that is wrong with it. */
async function readContent(
	db: Db,
	input: PracticeInput,
	files: { ownerId: number; practiceId?: number },
): Promise<PracticeContent> {
	const check = makeCheck();
	const { content, sought } = readPractice(input, check);
	await resolvePractices(db, [{ content, sought, check, at: "input" }], files);
	check.done();
	return content;
}

async function auditStaff(
	tx: Db,
	viewer: Viewer,
	practice: Locked,
	action: "practice.changed" | "practice.withdrawn",
): Promise<void> {
	const isAuthor = practice.authorId === viewer.id || practice.coAuthorIds.includes(viewer.id);
	if (!isAuthor) await audit(tx, { action, actorId: viewer.id, subject: `practice:${practice.id}` });
}

/** Of the whole world: the day in UTC. */
function today(): string {
	return new Date().toISOString().slice(0, 10);
}
