import type { Fields } from "@interurban/contract/rendering";
import { del, entries, get, set } from "idb-keyval";
import { openStore } from "../device-store.ts";

/** What this device keeps of a form. */
export type LocalDraft = {
	key: string;
	fields: Fields;
	/** ISO 8601. */
	savedAt: string;
	/** Of the draft on the server on which it is based; 0 when there was none. */
	version: number;
	/** Whether something was typed that the server does not have. */
	ahead: boolean;
	/** Handle of the person who typed it; null for a visitor. */
	owner: string | null;
};

const store = openStore("interurban-drafts", "drafts");

/** Whether it could be kept: private windows and full disks refuse. */
export async function keepLocally(draft: LocalDraft): Promise<boolean> {
	return set(draft.key, draft, store).then(
		() => true,
		() => false,
	);
}

export async function dropLocally(key: string): Promise<void> {
	forgetLastWords(key);
	await del(key, store).catch(() => {});
}

export async function findLocally(key: string): Promise<LocalDraft | undefined> {
	return get<LocalDraft>(key, store).catch(() => undefined);
}

const lastWords = "interurban-draft:";

/**
 * The same while the page is going away, when nothing can be waited for; what is kept so is taken in by the next list. It is
 * always the last that was typed: what is kept otherwise afterwards takes its place.
 */
export function keepAtOnce(draft: LocalDraft): void {
	try {
		localStorage.setItem(lastWords + draft.key, JSON.stringify(draft));
	} catch {
		// A private window or a full disk: the page before had said that nothing can be kept.
	}
}

/** They have been kept otherwise. */
export function forgetLastWords(key: string): void {
	try {
		localStorage.removeItem(lastWords + key);
	} catch {
		// As above.
	}
}

async function takeInLastWords(): Promise<void> {
	try {
		for (const name of Object.keys(localStorage)) {
			if (!name.startsWith(lastWords)) continue;
			const draft = JSON.parse(localStorage.getItem(name) ?? "null") as LocalDraft | null;
			if (draft) await keepLocally(draft);
			localStorage.removeItem(name);
		}
	} catch {
		// As above.
	}
}

/**
 * What this device keeps for a person, the newest first: their own, and what a visitor typed here before signing in.
 * A visitor does not see what somebody typed who was signed in.
 */
export async function listLocally(owner: string | null): Promise<LocalDraft[]> {
	await takeInLastWords();
	const all = await entries<string, LocalDraft>(store).catch(() => []);
	return all
		.map(([, draft]) => draft)
		.filter((draft) => draft.owner === null || draft.owner === owner)
		.sort((a, b) => b.savedAt.localeCompare(a.savedAt));
}
