import { query } from "@solidjs/router";
import { execute } from "../execute.ts";
import { PostTranslation } from "../generated/operations.ts";

/** A post and what is stored of it in a language. */
export const getTranslation = query(
	(threadId: string, number: number, language: string) =>
		execute(PostTranslation, { threadId, number, language }),
	"post-translation",
);

/** The page on which a post of a thread is translated. */
export const translationPath = (thread: { id: string }, number: number, language: string) =>
	`/threads/${thread.id}/posts/${number}/translation?language=${language}`;
