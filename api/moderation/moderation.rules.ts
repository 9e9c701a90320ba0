import type { Role } from "@interurban/contract/vocabulary";

type Asking = { id: number; role: Role } | null;

/** Reports are for moderators. */
export function isModerator(viewer: Asking): boolean {
	return viewer !== null && viewer.role !== "member";
}

/** Nobody suspends themselves, and administrators alone suspend staff. */
export function canSuspend(viewer: Asking, person: { id: number; role: Role }): boolean {
	if (!viewer || viewer.id === person.id) return false;
	return person.role === "member" ? isModerator(viewer) : viewer.role === "admin";
}
