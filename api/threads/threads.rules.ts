import type { Viewer } from "../sessions.ts";

type Asking = Pick<Viewer, "id" | "role"> | null;
type InThread = { private: boolean };
type Authored = { authorId: number; deletedAt: Date | null };

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
