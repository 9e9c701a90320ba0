import { query } from "@solidjs/router";
import { practiceDraftKey } from "../../drafts/draft-keys.ts";
import { findDraft, type ServerDraft } from "../../drafts/drafts.data.ts";
import { execute } from "../../execute.ts";
import {
	PracticeCompletion,
	PracticeDifferences,
	PracticeHead,
	PracticeHistory,
	PracticeToEdit,
	PracticeToWithdraw,
	PracticeTranslations,
} from "../../generated/operations.ts";

/** A published practice with the draft of its changes. */
export const getPracticeToEdit = query(async (slug: string) => {
	const found = await execute(PracticeToEdit, { slug });
	const key = practiceDraftKey(slug);
	const draft: ServerDraft | null = found.practice?.viewerCanEdit ? await findDraft(key) : null;
	return { ...found, draft, key };
}, "practice-to-edit");

export const getHistory = query((slug: string) => execute(PracticeHistory, { slug }), "practice-history");
export const getDifferences = query(
	async (id: string, from: number, to: number) =>
		(await execute(PracticeDifferences, { id, from, to })).comparePracticeRevisions,
	"practice-differences",
);
/** Two revisions of a practice of an address; null when there is nothing to compare. */
export const getComparison = query(async (slug: string, from: number, to: number) => {
	if (!Number.isInteger(from) || !Number.isInteger(to) || Math.max(from, to) > 2 ** 31 - 1) return null;
	const { practice } = await execute(PracticeHead, { slug });
	const comparison = practice && (await getDifferences(practice.id, from, to));
	return comparison && { ...comparison, practice };
}, "practice-comparison");
export const getTranslations = query(
	(slug: string) => execute(PracticeTranslations, { slug }),
	"practice-translations",
);
export const getToWithdraw = query(
	(slug: string) => execute(PracticeToWithdraw, { slug }),
	"practice-to-withdraw",
);
export const getCompletion = query(
	(slug: string) => execute(PracticeCompletion, { slug }),
	"practice-completion",
);
