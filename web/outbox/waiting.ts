import { createSignal } from "solid-js";
import type { Outgoing } from "./outgoing.ts";

const waiting = (owner: string) => `interurban:waiting:${owner}`;
const lastPerson = "interurban:person";

const [posts, setPosts] = createSignal<readonly Outgoing[]>([]);

/** Private windows and full disks refuse; then nothing outlives the page that was written on. */
function quietly<T>(work: () => T): T | undefined {
	try {
		return work();
	} catch {
		return undefined;
	}
}

/** What waits for the reader on this device, as far as a page has found out. */
export const waitingPosts = posts;

/** Tells all that stands on the page, and all pages to come. */
export function tellWaiting(owner: string, entries: readonly Outgoing[]): void {
	setPosts(entries);
	quietly(() =>
		entries.length ? localStorage.setItem(waiting(owner), "1") : localStorage.removeItem(waiting(owner)),
	);
}

/** Whose posts the page for being offline shows: whoever was signed in last on this device and has not signed out. */
export const personOfDevice = (): string | null => quietly(() => localStorage.getItem(lastPerson)) ?? null;

export const forgetPerson = () => quietly(() => localStorage.removeItem(lastPerson));

/** Whether something of a person's waits, as every page finds out without loading the outbox. */
export function isSomethingWaiting(owner: string): boolean {
	quietly(() => localStorage.setItem(lastPerson, owner));
	return quietly(() => localStorage.getItem(waiting(owner))) === "1";
}
