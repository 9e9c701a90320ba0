import type { Viewer } from "../sessions.ts";

/** A profile is changed by its person alone. */
export function canEditProfile(viewer: Viewer | null, person: { id: number }): boolean {
	return viewer?.id === person.id;
}
