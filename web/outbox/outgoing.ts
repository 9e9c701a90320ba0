import type { Issue } from "@interurban/contract/errors";

/** A post that was written on this device and is not acknowledged yet. */
export type Outgoing = {
	/** Chosen once: however often the post is sent, it becomes one. */
	clientId: string;
	/** In the order of writing, over all threads and tabs of this device; no clock is asked. */
	position: number;
	threadId: string;
	/** Where it was written: a title, and a path below the language prefix. */
	at: { title: string; path: string };
	body: string;
	replyTo: AnsweredPost | null;
	/** Handle of its author. */
	owner: string;
	/** Of the draft on the server that it was written from, which goes with it; 0 for none. */
	draftVersion: number;
	/** `queued`: is sent by itself as soon as that is possible; `failed`: only when its author says so. */
	status: "queued" | "failed";
	/** Why it has not arrived yet. */
	issue: Issue | null;
	/** Whether it survives the end of this tab. */
	isKept: boolean;
};

export type AnsweredPost = { id: string; number: number; name: string };

/** Refusals that pass by themselves, or once the author has signed in. */
const passing = new Set<string>(["offline", "unavailable", "too_slow", "rate_limited", "auth.required"]);

/** What becomes of a post that was refused. */
export function afterRefusal(entry: Outgoing, issue: Issue): Outgoing {
	return { ...entry, issue, status: passing.has(issue.code) ? "queued" : "failed" };
}

/** Whether an earlier post of the same thread failed: what comes after it waits, so that their order is kept. */
export function isHeld(entry: Outgoing, entries: readonly Outgoing[]): boolean {
	return entries.some(
		({ threadId, position, status }) =>
			threadId === entry.threadId && position < entry.position && status === "failed",
	);
}

/** The post that is to be sent now, if any. */
export function nextToSend(entries: readonly Outgoing[]): Outgoing | undefined {
	return entries.find((entry) => entry.status === "queued" && !isHeld(entry, entries));
}

/** Milliseconds until a refused post is sent again; null: not before something has happened, such as signing in. */
export function pauseAfter(issue: Issue, attempt: number): number | null {
	if (issue.code === "auth.required") return null;
	if (issue.code === "rate_limited") return 1000 * Number(issue.args?.seconds ?? 5);
	return Math.min(1000 * 2 ** attempt, 30_000) * (0.75 + Math.random() / 2);
}
