export const roles = ["visitor", "member", "author", "moderator", "admin"] as const;
export type Role = (typeof roles)[number];

export const everyone: readonly Role[] = [...roles];
export const signedIn: readonly Role[] = ["member", "author", "moderator", "admin"];
export const author: readonly Role[] = ["author"];
export const authorAndStaff: readonly Role[] = ["author", "moderator", "admin"];
export const staff: readonly Role[] = ["moderator", "admin"];
export const otherMembers: readonly Role[] = ["member", "moderator", "admin"];

/** What has been made for the checks, all of it by the author. */
export type Fixture = {
	practice: { id: string; slug: string };
	challenge: { id: string };
	thread: { id: string };
	post: { id: string };
	coAuthor: string;
	place: string;
	authorHandle: string;
	organisation: string;
	alert: { id: string };
	/** A group of the author and the co-author, and a request to the author. */
	conversation: { id: string };
	request: { id: string };
	/** Of the author's post, by the co-author. */
	report: { id: string };
	/** Somebody in none of them. */
	stranger: string;
};

/** Where an object of a type is found, and its fields by those who may read them; others get null or a refusal. */
export type Access = { at: string; fields: readonly [readonly Role[], string][] };
