import { expect, test } from "vitest";
import { canDeletePost, canEditPost, canModerate, canPost } from "./threads.rules.ts";

const author = { id: 1, role: "member" as const };
const other = { id: 2, role: "member" as const };
const moderator = { id: 3, role: "moderator" as const };
const post = { authorId: 1, deletedAt: null };
const thread = { private: false };
const deleted = { authorId: 1, deletedAt: new Date() };

test("every member may write, a visitor may not", () => {
	expect([author, moderator, null].map(canPost)).toEqual([true, true, false]);
});

test("a post is changed by its author alone", () => {
	expect([author, other, moderator, null].map((viewer) => canEditPost(viewer, post))).toEqual([
		true,
		false,
		false,
		false,
	]);
});

test("a post is deleted by its author or a moderator", () => {
	expect([author, other, moderator, null].map((viewer) => canDeletePost(viewer, post, thread))).toEqual([
		true,
		false,
		true,
		false,
	]);
	expect(
		[author, moderator, { ...other, role: "admin" as const }].map((viewer) => canModerate(viewer, thread)),
	).toEqual([false, true, true]);
});

test("a deleted post is neither changed nor deleted again", () => {
	expect(canEditPost(author, deleted) || canDeletePost(author, deleted, thread)).toBe(false);
	expect(canDeletePost(moderator, deleted, thread)).toBe(false);
});

test("what is said in a conversation is deleted by its author alone", () => {
	const conversation = { private: true };
	const admin = { ...other, role: "admin" as const };
	expect(
		[author, other, moderator, admin].map((viewer) => canDeletePost(viewer, post, conversation)),
	).toEqual([true, false, false, false]);
	expect([moderator, admin].map((viewer) => canModerate(viewer, conversation))).toEqual([false, false]);
});
