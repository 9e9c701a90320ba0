import { query } from "@solidjs/router";
import { execute } from "../execute.ts";
import { Inbox } from "../generated/operations.ts";
import type { InboxItemFragment, InboxQuery } from "../generated/types.ts";

export type InboxEntry = InboxItemFragment;

/** What a list of the inbox can be narrowed to, in the order of its tabs. */
export const filters = ["unread", "conversations", "addressed", "followed"] as const;
export type Filter = (typeof filters)[number];

export const getInbox = query(
	(filter: Filter | null, after: string | null): Promise<InboxQuery> => execute(Inbox, { filter, after }),
	"inbox",
);

/** What an address asks for: `?show=unread&after=…`. */
export function readQuery(query: Readonly<Record<string, string | string[] | undefined>>) {
	return {
		filter: filters.find((known) => known === query.show) ?? null,
		after: typeof query.after === "string" && query.after ? query.after : null,
	};
}

export function inboxPath(filter: Filter | null, after?: string | null): string {
	const parameters = [...(filter ? [`show=${filter}`] : []), ...(after ? [`after=${after}`] : [])];
	return parameters.length ? `/inbox?${parameters.join("&")}` : "/inbox";
}
