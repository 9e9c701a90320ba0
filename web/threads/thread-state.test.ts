import type { PostCard, ThreadCard } from "@interurban/contract/events";
import { expect, test } from "vitest";
import {
	applyChanges,
	applyEvent,
	type HeldPost,
	isAtEnd,
	lastNumber,
	type ThreadState,
	threadState,
	withoutOldest,
} from "./thread-state.ts";

const card = (number: number, version: number, more: Partial<PostCard> = {}): PostCard => ({
	id: String(100 + number),
	number,
	version,
	html: `<p>${number}</p>`,
	excerpt: `${number}`,
	language: "en",
	author: { handle: "olena", name: "Olena", organisation: null, place: { name: "Lviv" } },
	replyTo: null,
	createdAt: "2026-11-03T10:00:00.000Z",
	editedAt: null,
	deleted: false,
	solution: false,
	reactions: [],
	...more,
});

const above: ThreadCard = {
	...{ title: "Waste", slug: "waste", language: "en", topic: { id: "waste" }, place: null },
	...{ closedAt: null, closedBy: null, summaryHtml: "", summaryBy: null, summaryAt: null, solutions: [] },
};

const held = (number: number, more: Partial<HeldPost> = {}): HeldPost => {
	const { excerpt: _, ...post } = card(number, number);
	return { ...post, viewerReactions: [], viewerCanEdit: false, viewerCanDelete: false, ...more };
};

const state = (more: Partial<ThreadState> = {}): ThreadState => ({
	id: "12",
	version: 3,
	postCount: 3,
	after: 0,
	posts: [held(1), held(2), held(3)],
	viewer: "amadou",
	viewerCanPost: true,
	viewerCanModerate: false,
	viewerCanManage: false,
	viewerCanSummarise: false,
	card: above,
	...more,
});

const numbers = ({ posts }: ThreadState) => posts.map(({ number }) => number);
const event = (post: PostCard) => ({ stream: "thread:12", version: post.version, post });

test("a new post stands at the end of the last page", () => {
	const next = applyEvent(state(), event(card(4, 4)));
	expect(numbers(next)).toEqual([1, 2, 3, 4]);
	expect(next).toMatchObject({ version: 4, postCount: 4 });
});

test("on an earlier page a new post is counted and not shown", () => {
	const next = applyEvent(state({ postCount: 40 }), event(card(41, 4)));
	expect(numbers(next)).toEqual([1, 2, 3]);
	expect(next).toMatchObject({ version: 4, postCount: 41 });
});

test("the first post of an empty thread is shown", () => {
	const empty = state({ version: 0, postCount: 0, posts: [] });
	expect(numbers(applyEvent(empty, event(card(1, 1))))).toEqual([1]);
});

test("a change replaces the post in its place, one of another page only the version", () => {
	const edited = card(2, 4, { html: "<p>better</p>", editedAt: "2026-11-03T11:00:00.000Z" });
	const next = applyEvent(state(), event(edited));
	expect(numbers(next)).toEqual([1, 2, 3]);
	expect(next.posts[1]).toMatchObject({ html: "<p>better</p>", version: 4 });
	const elsewhere = state({ after: 20, posts: [held(21)], postCount: 30 });
	expect(applyEvent(elsewhere, event(edited))).toEqual({ ...elsewhere, version: 4 });
});

test("answers to a post follow its change and its deletion", () => {
	const reply = held(3, { replyTo: { number: 1, excerpt: "1", deleted: false, author: { name: "Olena" } } });
	const before = state({ posts: [held(1), held(2), reply] });
	expect(applyEvent(before, event(card(1, 4, { excerpt: "one" }))).posts[2]?.replyTo?.excerpt).toBe("one");
	const gone = card(1, 4, { html: "", excerpt: "", deleted: true });
	expect(applyEvent(before, event(gone)).posts[2]?.replyTo).toMatchObject({ excerpt: "", deleted: true });
	const onLaterPage = state({ after: 2, posts: [reply] });
	expect(applyEvent(onLaterPage, event(gone)).posts[0]?.replyTo?.deleted).toBe(true);
});

test("one's own post from another tab may be changed, others' not; a moderator may delete those", () => {
	const abilities = ({ posts }: ThreadState) => {
		const { viewerCanEdit, viewerCanDelete } = posts.at(-1) ?? held(0);
		return [viewerCanEdit, viewerCanDelete];
	};
	const own = card(4, 4, { author: { handle: "amadou", name: "Amadou", organisation: null, place: null } });
	expect(abilities(applyEvent(state(), event(own)))).toEqual([true, true]);
	expect(abilities(applyEvent(state(), event(card(4, 4))))).toEqual([false, false]);
	expect(abilities(applyEvent(state({ viewerCanModerate: true }), event(card(4, 4))))).toEqual([false, true]);
	expect(abilities(applyEvent(state({ viewer: null, viewerCanPost: false }), event(card(4, 4))))).toEqual([
		false,
		false,
	]);
});

test("a change leaves what the reader may do as the server said; a deletion takes it away", () => {
	const mine = state({
		posts: [held(1, { viewerCanEdit: true, viewerCanDelete: true })],
		postCount: 1,
		version: 1,
	});
	expect(applyEvent(mine, event(card(1, 2))).posts[0]).toMatchObject({ viewerCanEdit: true });
	expect(applyEvent(mine, event(card(1, 2, { deleted: true }))).posts[0]).toMatchObject({
		viewerCanEdit: false,
		viewerCanDelete: false,
	});
});

test("a page may hold posts that are newer than its counters; their events change nothing", () => {
	const ahead = threadState(state({ version: 3, postCount: 3, posts: [held(1), held(2), held(3), held(4)] }));
	expect(ahead.postCount).toBe(4);
	const next = applyEvent(ahead, event(card(4, 4)));
	expect(numbers(next)).toEqual([1, 2, 3, 4]);
	expect(isAtEnd(next)).toBe(true);
});

test("changes put things right, whatever their order; older ones change nothing", () => {
	const abilities = { viewerReactions: [], viewerCanEdit: false, viewerCanDelete: false };
	const changes = {
		version: 9,
		postCount: 5,
		card: above,
		posts: [5, 2, 4].map((number, n) => ({ ...card(number, 7 + n), ...abilities })),
	};
	const next = applyChanges(state(), changes);
	expect(numbers(next)).toEqual([1, 2, 3, 4, 5]);
	expect(next.posts[1]?.version).toBe(8);
	expect(next).toMatchObject({ version: 9, postCount: 5 });
	expect(applyChanges(next, { ...changes, version: 8, posts: [] })).toBe(next);
	expect(next.posts.every((post) => !("excerpt" in post))).toBe(true);
});

test("the end of an empty run behind the last page is where it begins", () => {
	expect(lastNumber({ after: 40, posts: [] })).toBe(40);
	expect(isAtEnd(state({ after: 40, posts: [], postCount: 12 }))).toBe(true);
});

test("a reaction heard of is one's own when one's other page gave it, and else counts alone", () => {
	const post = card(2, 4, { reactions: [{ kind: "thanks", count: 1 }] });
	const reaction = (handle: string) => ({ handle, kind: "thanks" as const, given: true });
	const own = applyEvent(state(), { ...event(post), reaction: reaction("amadou") });
	expect(own.posts[1]).toMatchObject({ reactions: post.reactions, viewerReactions: ["thanks"] });
	const others = applyEvent(own, {
		...event({ ...post, version: 5, reactions: [{ kind: "thanks", count: 2 }] }),
		reaction: reaction("olena"),
	});
	expect(others.posts[1]).toMatchObject({
		reactions: [{ kind: "thanks", count: 2 }],
		viewerReactions: ["thanks"],
	});
	const back = applyEvent(others, {
		...event({ ...post, version: 6 }),
		reaction: { ...reaction("amadou"), given: false },
	});
	expect(back.posts[1]?.viewerReactions).toEqual([]);
});

test("what stands above the posts is replaced by what an event says of it, and stays without that", () => {
	const closed = { ...above, closedAt: "2026-11-04T10:00:00.000Z" };
	const next = applyEvent(state(), { stream: "thread:12", version: 4, thread: closed });
	expect(next).toMatchObject({ version: 4, card: closed, postCount: 3 });
	expect(applyEvent(next, event(card(2, 5))).card).toEqual(closed);
});

test("a page that is open for long lets go of its oldest posts, and goes on without a gap", () => {
	const run = (count: number) => Array.from({ length: count }, (_, n) => held(n + 1));
	const long = state({ version: 301, postCount: 301, posts: run(301) });
	const next = withoutOldest(long);
	expect(next).toMatchObject({ after: 101, postCount: 301 });
	expect(numbers(next)).toHaveLength(200);
	expect(numbers(applyEvent(next, event(card(302, 302)))).at(-1)).toBe(302);
	expect(withoutOldest(state())).toEqual(state());
});
