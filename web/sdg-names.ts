import type { WordKey } from "@interurban/words/words";
import { useWords } from "./words.ts";

/** Names of the Sustainable Development Goals by number, 1 to 17; a page that uses them loads the section `sdgs`. */
export function useSdgNames(): (number: number) => string {
	const t = useWords() as (key: WordKey) => string;
	return (number) => t(`sdgs.goal_${number}` as WordKey);
}
