import type { Db } from "@interurban/db/client";
import type { Context } from "../context.ts";
import { listConcerned, type Written } from "./written.queries.ts";

/** Milliseconds in which what somebody goes on to write in a thread is told of together. */
const together = 200;

/** What was written since the last notice, from its first post on, by thread and author. */
type Waiting = Map<string, Written | null>;
const waitingOn = new WeakMap<Db, Waiting>();

/**
 * Wakes the inboxes that a post changes: at once, and those that follow it quickly a little later, together. Nothing is
 * lost with a notice that is never sent.
 */
export function tellConcerned(ctx: Pick<Context, "db" | "log" | "notify">, written: Written): void {
	const waiting: Waiting = waitingOn.get(ctx.db) ?? new Map();
	waitingOn.set(ctx.db, waiting);
	const key = `${written.threadId}/${written.authorId}`;
	if (waiting.has(key)) {
		waiting.set(key, waiting.get(key) ?? written);
		return;
	}
	waiting.set(key, null);
	setTimeout(() => {
		const next = waiting.get(key);
		waiting.delete(key);
		if (next) tellConcerned(ctx, next);
	}, together).unref();
	listConcerned(ctx.db, written)
		.then((ids) => ctx.notify(ids, "inbox.changed", { threadId: String(written.threadId) }))
		.catch((error) => ctx.log.warn(error, "nobody was told of a post in their inbox"));
}
