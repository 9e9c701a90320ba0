import type { EvidenceLevel } from "@interurban/contract/vocabulary";
import type { Viewer } from "../sessions.ts";
import type { PracticeContent, Result } from "./practices.content.ts";

/** Who wrote a practice. */
export type Authorship = { authorId: number; coAuthorIds: readonly number[] };

type Asking = Pick<Viewer, "id" | "role"> | null;

const isStaff = (viewer: NonNullable<Asking>): boolean => viewer.role !== "member";

/** Changing, confirming and translating: its authors and staff. */
export function canEdit(viewer: Asking, practice: Authorship): boolean {
	if (!viewer) return false;
	return canWithdraw(viewer, practice) || practice.coAuthorIds.includes(viewer.id);
}

/** Withdrawing it: its author and staff. */
export function canWithdraw(viewer: Asking, practice: Pick<Authorship, "authorId">): boolean {
	return viewer !== null && (viewer.id === practice.authorId || isStaff(viewer));
}

/** Adding and removing co-authors: its author and staff. */
export function canManageAuthors(viewer: Asking, practice: Pick<Authorship, "authorId">): boolean {
	return canWithdraw(viewer, practice);
}

/** Removing one co-author: also that person. */
export function canRemoveCoAuthor(
	viewer: Asking,
	practice: Pick<Authorship, "authorId">,
	coAuthorId: number,
): boolean {
	return canManageAuthors(viewer, practice) || viewer?.id === coAuthorId;
}

/** A result that others can check: its value, in which unit, and where it is written. */
function isSourced(result: Pick<Result, "after" | "unit" | "source">): boolean {
	return result.after !== null && result.unit !== "" && result.source !== "";
}

/**
 * The level of evidence that a practice's content alone can have. `evaluated` takes a reviewer, `repeated` an adoption:
 * neither comes from what authors write.
 */
export function evidenceOf(content: Pick<PracticeContent, "results">): EvidenceLevel {
	return content.results.some(isSourced) ? "measured" : "described";
}

export type EvidenceReason =
	| "no_results"
	| "results_without_source"
	| "results_with_source"
	| "independent_evaluation"
	| "repeated_elsewhere";

/** Why a practice has its level. */
export function evidenceReasonOf(level: EvidenceLevel, hasResults: boolean): EvidenceReason {
	switch (level) {
		case "repeated":
			return "repeated_elsewhere";
		case "evaluated":
			return "independent_evaluation";
		case "measured":
			return "results_with_source";
		case "described":
			return hasResults ? "results_without_source" : "no_results";
	}
}
