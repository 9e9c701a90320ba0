import { fail } from "@interurban/contract/errors";
import { limits } from "@interurban/contract/limits";
import { decodeCursor } from "@interurban/db/keyset";

/** How many things a page of a list holds: what was asked for, within limits. */
export function pageSize(first: number | null | undefined, most: number = limits.page.max): number {
	return Math.min(Math.max(first ?? limits.page.default, 1), most);
}

/** The keys in the cursor of a list that is ordered by a time and an id; refuses what is no such cursor. */
export function timeCursor(cursor: string | null | undefined): [time: string, id: number] | null {
	if (!cursor) return null;
	const [time, id] = decodeCursor(cursor, 2) ?? [];
	const isOurs =
		typeof time === "string" && /^\d{4}-[\d:T.-]+Z$/.test(time) && !Number.isNaN(Date.parse(time));
	return isOurs && Number.isSafeInteger(id) ? [time, Number(id)] : fail("bad_cursor");
}
