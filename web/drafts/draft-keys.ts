import type { Fields } from "@interurban/contract/rendering";

/** Drafts of practices not yet published: `practice:new:k3j9x0ab`. */
export const newPracticePrefix = "practice:new:";

/** The key of a draft nobody has yet. */
export function makeDraftKey(prefix: string): string {
	const letters = "abcdefghijkmnpqrstuvwxyz23456789";
	const bytes = crypto.getRandomValues(new Uint8Array(10));
	return prefix + Array.from(bytes, (byte) => letters[byte % letters.length]).join("");
}

/** The key of the changes that somebody makes to a published practice. */
export const practiceDraftKey = (slug: string) => `practice:${slug}`;

/** The key of what somebody writes in a thread. Several people may share a device. */
export const threadDraftKey = (threadId: string, handle: string) => `${threadPrefix}${threadId}:${handle}`;

export const threadPrefix = "thread:";

/** The page on which a draft goes on, below the language prefix; null for forms that this version does not know. */
export function draftAddress(key: string): string | null {
	const [kind, first, second] = key.split(":");
	if (kind === "thread" && first) return `/threads/${first}#answer`;
	if (kind !== "practice" || !first) return null;
	return first === "new" && second ? `/practices/new?draft=${second}` : `/practices/${first}/edit`;
}

/** Fields that belong to the page and not to what was typed. */
const ofThePage = new Set(["_form", "_key", "_action", "_draftVersion", "draftKey"]);

/** What of a form's fields a draft keeps. */
export function draftFields(fields: Fields): Fields {
	return fields.filter(([name]) => !ofThePage.has(name));
}

/** The form as a draft has it. */
export function fieldsOfDraft(draft: { key: string; version: number; fields: Fields }): Fields {
	return [...draft.fields, ["draftKey", draft.key], ["_draftVersion", String(draft.version)]];
}

/** What a draft is called: what was typed as its title. */
export function titleIn(fields: Fields): string {
	return fields.find(([name]) => name.endsWith(".title") || name === "title")?.[1] ?? "";
}
