import type { Fields } from "@interurban/contract/rendering";
import { createStore, del, entries, get, set } from "idb-keyval";

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

const store = () => createStore("interurban-drafts", "drafts");

/** Whether it could be kept: private windows and full disks refuse. */
export async function keepLocally(draft: LocalDraft): Promise<boolean> {
	return set(draft.key, draft, store()).then(
		() => true,
		() => false,
	);
}

export async function dropLocally(key: string): Promise<void> {
	await del(key, store()).catch(() => {});
}

export async function findLocally(key: string): Promise<LocalDraft | undefined> {
	return get<LocalDraft>(key, store()).catch(() => undefined);
}

/**
 * What this device keeps for a person, the newest first: their own, and what a visitor typed here before signing in.
 * A visitor does not see what somebody typed who was signed in.
 */
export async function listLocally(owner: string | null): Promise<LocalDraft[]> {
	const all = await entries<string, LocalDraft>(store()).catch(() => []);
	return all
		.map(([, draft]) => draft)
		.filter((draft) => draft.owner === null || draft.owner === owner)
		.sort((a, b) => b.savedAt.localeCompare(a.savedAt));
}
