import type { Location } from "@solidjs/router";
import { placeHref } from "./towns.ts";

/** The id in `2867714-munich`; a slug that is missing or wrong still leads to the town. */
export const idIn = (last: string): string => /^(\d+)(?:-|$)/.exec(last)?.[1] ?? "";

/** What the address of a town's page asks for. */
export interface PlacePageState {
	id: string;
	/** Cursor of a later page of its practices. */
	after: string | null;
	/** The town to compare it with, by its id … */
	other: string | null;
	/** … or by a name that somebody typed. */
	typed: string;
}

const longestName = 100;

/** Reads the last part of a town's path, and the query, in which `with` is an id or a name. */
export function readPlacePage(last: string | undefined, { query }: Pick<Location, "query">): PlacePageState {
	const one = (value: string | string[] | undefined) => String([value ?? ""].flat()[0] ?? "").trim();
	const other = one(query.with).slice(0, longestName);
	const isId = /^\d+$/.test(other);
	return {
		id: idIn(last ?? ""),
		after: one(query.after) || null,
		other: isId ? other : null,
		typed: isId ? "" : other,
	};
}

/** The address of a town's page beside another town. */
export const comparisonHref = (place: { id: string; slug: string }, other: { id: string }): string =>
	`${placeHref(place)}?with=${other.id}#compare`;
