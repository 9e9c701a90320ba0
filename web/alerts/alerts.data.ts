import { listedKinds } from "@interurban/contract/vocabulary";
import { query } from "@solidjs/router";
import { execute } from "../execute.ts";
import { Alerts } from "../generated/operations.ts";
import type { AlertItemFragment } from "../generated/types.ts";
import { readSearch, type SearchState } from "../search/search-address.ts";

export type Alert = AlertItemFragment;

/** One's own alerts, and who one is. */
export const getAlerts = query(() => execute(Alerts, {}), "alerts");

/** The search of an alert, its newest results first. */
export function stateOf(alert: Alert): SearchState {
	const nothing = readSearch("");
	const chosen = Object.fromEntries(
		alert.chosen.map(({ facet, values }) => [facet, values.map(({ value }) => value)]),
	);
	// Pages of results ask for all listed kinds where none was chosen.
	if (chosen.kind?.length === listedKinds.length) delete chosen.kind;
	return {
		...nothing,
		...{ text: alert.text, ownFirst: alert.ownFirst, sort: "newest" },
		chosen: { ...nothing.chosen, ...chosen },
	};
}
