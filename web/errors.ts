import type { ErrorCode, Issue } from "@interurban/contract/errors";
import { useWords, type WordKey } from "./words.ts";

/** Puts issues into the reader's words: `const words = useErrorWords(); words(issue)`. */
export function useErrorWords(): (issue: Issue) => string {
	const t = useWords();
	// A guard test makes sure that every code has words, with the arguments that its refusals give.
	const look = t as (key: WordKey, args: object) => string;
	return (issue) =>
		look(`errors.${issue.code satisfies ErrorCode}` as WordKey, { seconds: 60, ...issue.args });
}
