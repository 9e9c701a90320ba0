import type { Viewer } from "../sessions.ts";

type Asking = Pick<Viewer, "id" | "role"> | null;
type Translatable = { deletedAt: Date | null };
type InThread = { private: boolean };

/** Nothing is stored of what was said in confidence. */
export function canTranslate(viewer: Asking, post: Translatable, thread: InThread): boolean {
	return viewer !== null && post.deletedAt === null && !thread.private;
}

/** A machine's translation may be bettered by anybody, a person's by themselves and by moderators. */
export function canEditTranslation(viewer: Asking, translation: { translatorId: number | null }): boolean {
	if (!viewer) return false;
	const isStaff = viewer.role === "moderator" || viewer.role === "admin";
	return translation.translatorId === null || translation.translatorId === viewer.id || isStaff;
}
