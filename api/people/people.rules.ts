import type { Viewer } from "../sessions.ts";

/** A profile is changed by its person alone. */
export function canEditProfile(viewer: Viewer | null, person: { id: number }): boolean {
	return viewer?.id === person.id;
}

/** Contact data is for members, once its person shows it; visitors, among them programs, never get it. */
export function canSeeContact(viewer: Viewer | null, shown: boolean): boolean {
	return viewer !== null && shown;
}
