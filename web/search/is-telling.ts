import type { Hit } from "./search.data.ts";

type Reason = Pick<Hit["reasons"][number], "kind" | "typed" | "found">;

export const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Letters at the beginning by which one sees that two words are forms of the same. */
const beginning = 3;

/** Whether a reader would not see by themselves that what was found answers what was typed. */
export function isTelling({ kind, typed, found }: Reason): boolean {
	const [one, other] = [fold(typed), fold(found)];
	if (kind === "word" || one === other) return false;
	const looksAlike =
		one.slice(0, beginning) === other.slice(0, beginning) || one.includes(other) || other.includes(one);
	return kind !== "form" || !looksAlike;
}
