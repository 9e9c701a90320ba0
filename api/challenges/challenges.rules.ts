import type { Viewer } from "../sessions.ts";

type Asking = Pick<Viewer, "id" | "role"> | null;

/** A challenge is its author's; moderators may close one that is answered. */
export function canEditChallenge(viewer: Asking, challenge: { authorId: number }): boolean {
	return viewer?.id === challenge.authorId;
}

export function canCloseChallenge(viewer: Asking, challenge: { authorId: number }): boolean {
	return canEditChallenge(viewer, challenge) || viewer?.role === "moderator" || viewer?.role === "admin";
}

/** Whether a text is a day of the calendar as `2026-11-30`. */
export function isDay(text: string): boolean {
	if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
	const date = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Whether a day lies behind us, wherever on earth that is read. */
export function isPast(day: string, now: Date): boolean {
	const yesterday = new Date(now.getTime() - 24 * 3600 * 1000);
	return day < yesterday.toISOString().slice(0, 10);
}
