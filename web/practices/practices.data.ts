import { query } from "@solidjs/router";
import { execute } from "../execute.ts";
import { Practice, Practices } from "../generated/operations.ts";
import type { PracticeItemFragment, PracticeQuery } from "../generated/types.ts";

export type PracticeSummary = PracticeItemFragment;
export type FullPractice = NonNullable<PracticeQuery["practice"]>;

export const getPractice = query((slug: string) => execute(Practice, { slug }), "practice");

/** A page of the newest practices. */
export const getPractices = query(
	(after: string | null) => execute(Practices, { filter: null, after }),
	"practices",
);
