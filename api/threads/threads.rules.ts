import type { Viewer } from "../sessions.ts";

type Asking = Pick<Viewer, "id" | "role"> | null;
type InThread = { private: boolean };
type Authored = { authorId: number; deletedAt: Date | null };
type Hosted = { private: boolean; askerId: number | null; practiceAuthorId: number | null };

export function canPost(viewer: Asking): boolean {
	return viewer !== null;
}

/** Whether somebody may delete what others wrote; in conversations nobody may. */
export function canModerate(viewer: Asking, thread: InThread): boolean {
	return !thread.private && (viewer?.role === "moderator" || viewer?.role === "admin");
}

/** Nobody puts words into another's mouth: moderators may delete a post, not change it. */
export function canEditPost(viewer: Asking, post: Authored): boolean {
	return viewer?.id === post.authorId && post.deletedAt === null;
}

export function canDeletePost(viewer: Asking, post: Authored, thread: InThread): boolean {
	return post.deletedAt === null && (viewer?.id === post.authorId || canModerate(viewer, thread));
}

/** Nobody praises themselves. */
export function canReact(viewer: Asking, post: Authored): boolean {
	return viewer !== null && viewer.id !== post.authorId && post.deletedAt === null;
}

/** Whoever asked, and moderators, say what solves a thread and when it is closed. Conversations are nobody's. */
export function canManageThread(viewer: Asking, thread: Hosted): boolean {
	if (!viewer || thread.private) return false;
	return viewer.id === thread.askerId || canModerate(viewer, thread);
}

/** Only a thread of its own has a title, a topic and a place that can be changed. */
export function canMoveThread(
	viewer: Asking,
	thread: Hosted & { practiceId: number | null; challengeId: number | null },
): boolean {
	return thread.practiceId === null && thread.challengeId === null && canManageThread(viewer, thread);
}

/** The author of a practice may sum up its discussion too. */
export function canSummarise(viewer: Asking, thread: Hosted): boolean {
	return canManageThread(viewer, thread) || (!thread.private && viewer?.id === thread.practiceAuthorId);
}
