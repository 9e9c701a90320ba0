import type { Issue } from "@interurban/contract/errors";

/** A post that was written and is not yet acknowledged. */
export type Outgoing = {
	clientId: string;
	threadId: string;
	body: string;
	replyTo: { id: string; number: number; name: string } | null;
	/** Handle of its author. */
	owner: string;
	/** `queued`: is sent by itself as soon as that is possible; `failed`: only when its author says so. */
	status: "queued" | "sending" | "failed" | "sent";
	issue: Issue | null;
	/** Of the thread once it is stored. */
	version: number | null;
};

/** What is being written and not yet sent. */
export type Unsent = { text: string; replyTo: Outgoing["replyTo"] };

const nothing: Unsent = { text: "", replyTo: null };

/** Refusals that pass by themselves. */
const passing = new Set<string>(["offline", "unavailable", "rate_limited"]);

/** What becomes of a post that was refused. */
export function afterRefusal(entry: Outgoing, issue: Issue): Outgoing {
	return { ...entry, issue, status: passing.has(issue.code) ? "queued" : "failed" };
}

/** Milliseconds until a refused post is sent again. */
export function pauseAfter(issue: Issue, attempt: number): number {
	if (issue.code === "rate_limited") return 1000 * Number(issue.args?.seconds ?? 5);
	return Math.min(1000 * 2 ** attempt, 30_000) * (0.75 + Math.random() / 2);
}

/** What survives a reload, by person and thread, on this device. */
export function keeper(owner: string, threadId: string) {
	const key = (what: string) => `interurban:${what}:${owner}:${threadId}`;
	const read = <T>(what: string, otherwise: T): T => {
		try {
			return JSON.parse(localStorage.getItem(key(what)) ?? "null") ?? otherwise;
		} catch {
			return otherwise;
		}
	};
	/** Whether it could be kept: private windows and full disks refuse. */
	const write = (what: string, value: unknown): boolean => {
		try {
			if (value === null) localStorage.removeItem(key(what));
			else localStorage.setItem(key(what), JSON.stringify(value));
			return true;
		} catch {
			return false;
		}
	};
	return {
		unsent: (): Unsent => read("unsent", nothing),
		keepUnsent: (unsent: Unsent) => write("unsent", unsent.text.trim() ? unsent : null),
		outgoing: (): Outgoing[] => read("outgoing", []),
		/** Adds or replaces one, or takes it out: other tabs may have changed the rest meanwhile. */
		keepOutgoing(clientId: string, entry: Outgoing | null): boolean {
			const others = read<Outgoing[]>("outgoing", []).filter((other) => other.clientId !== clientId);
			const all = entry ? [...others, entry] : others;
			return write("outgoing", all.length ? all : null);
		},
	};
}
