import { limits } from "@interurban/contract/limits";

/** As much of the question as shows whether it is too long; a character may take two places. */
const longest = 2 * limits.query + 2;

/** Without what no browser shows, and what turns the direction of all around it. */
export const clean = (text: string): string => text.replace(/[\p{Cc}\p{Bidi_Control}]+/gu, " ");

/** The question in an address of results. */
export function readText(query: string): string {
	return clean((new URLSearchParams(query).get("q") ?? "").slice(0, longest));
}
