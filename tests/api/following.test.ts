import { randomUUID } from "node:crypto";
import { descendantsOf, topConcepts } from "@interurban/concepts/concepts";
import { participants } from "@interurban/db/schema/conversations";
import { threads } from "@interurban/db/schema/threads";
import fc from "fast-check";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { type Asker, useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makeTopics } from "../kit/factories.ts";
import { documents, post } from "../kit/threads.ts";

const { db } = await useDatabase();
const app = await useApp(db);
const above = topConcepts().find(({ id }) => descendantsOf(id).length > 1)?.id ?? "";
const below = descendantsOf(above)[0]?.id ?? "";

beforeAll(() => makeTopics(db, above, below));
beforeEach(async () => {
	await db.delete(threads);
});

const member = async () => app.asMember(await makePerson(db));

async function start(asker: Asker, topicId = below): Promise<string> {
	const variables = { topicId, title: "Heat", body: "First", clientId: randomUUID() };
	return (await asker.get(documents.start, variables)).startThread.id;
}

const state = `viewerFollowing { readNumber unread level isOwn }`;
const following = async (asker: Asker, id: string) =>
	(await asker.get(`query ($id: ID!) { thread(id: $id) { ${state} } }`, { id })).thread.viewerFollowing;
const mark = (asker: Asker, threadId: string, upTo: number) =>
	asker.get(`mutation ($threadId: ID!, $upTo: Int!) { markRead(threadId: $threadId, upTo: $upTo) { id } }`, {
		...{ threadId, upTo },
	});
const unmark = (asker: Asker, threadId: string, from: number) =>
	asker.get(
		`mutation ($threadId: ID!, $from: Int!) { markUnread(threadId: $threadId, from: $from) { id } }`,
		{
			...{ threadId, from },
		},
	);
const setLevel = (asker: Asker, threadId: string, level: string | null) =>
	asker.get(
		`mutation ($threadId: ID!, $level: FollowLevel) { setThreadLevel(threadId: $threadId, level: $level) { id } }`,
		{ threadId, level },
	);
const setTopicLevel = (asker: Asker, topicId: string, level: string | null) =>
	asker.get(
		`mutation ($topicId: ID!, $level: FollowLevel) { setTopicLevel(topicId: $topicId, level: $level) { id } }`,
		{ topicId, level },
	);
type Entry = { thread: { id: string }; reason: string; isUnread: boolean };
const inbox = async (asker: Asker, filter: string | null = null): Promise<Entry[]> =>
	(
		await asker.get(
			`query ($filter: InboxFilter) { inbox(filter: $filter, first: 50) { items { thread { id } reason isUnread } } }`,
			{ filter },
		)
	).inbox.items;
const badge = async (asker: Asker): Promise<number> =>
	(await asker.get(`{ viewer { unreadThreads } }`)).viewer.unreadThreads;

test("what was seen stays seen, until it is marked unread", async () => {
	const [olena, amadou] = [await member(), await member()];
	const id = await start(olena);
	for (const body of ["Second", "Third"]) await post(olena, id, body);
	expect(await following(amadou, id)).toMatchObject({ readNumber: null, unread: 3, level: "normal" });
	await mark(amadou, id, 2);
	await mark(amadou, id, 1);
	expect(await following(amadou, id)).toMatchObject({ readNumber: 2, unread: 1 });
	await mark(amadou, id, 1000);
	expect(await following(amadou, id)).toMatchObject({ readNumber: 3, unread: 0 });
	await unmark(amadou, id, 2);
	expect(await following(amadou, id)).toMatchObject({ readNumber: 1, unread: 2 });
	await unmark(amadou, id, 3);
	expect(await following(amadou, id)).toMatchObject({ readNumber: 1 });
	expect(await following(app.visitor, id)).toBeNull();
});

test("whoever writes watches, whoever is answered finds it, also where they follow no longer", async () => {
	const [olena, amadou] = [await member(), await member()];
	const id = await start(olena);
	expect(await following(olena, id)).toMatchObject({ level: "watching", isOwn: true, unread: 0 });
	const asked = await post(amadou, id, "And in the rain?");
	expect(await inbox(olena)).toEqual([{ thread: { id }, reason: "watching", isUnread: true }]);
	expect(await badge(olena)).toBe(1);
	await setLevel(amadou, id, "normal");
	await mark(amadou, id, 2);
	await post(olena, id, "Nothing to do with it");
	expect(await inbox(amadou)).toEqual([]);
	await post(olena, id, "Then too", asked.id);
	expect(await inbox(amadou)).toEqual([{ thread: { id }, reason: "reply", isUnread: true }]);
	expect(await badge(amadou)).toBe(1);
	await setLevel(amadou, id, "muted");
	expect(await inbox(amadou)).toEqual([]);
});

test("a topic's level holds for the threads below it, old and new; what was there counts as read", async () => {
	const [olena, amadou] = [await member(), await member()];
	const old = await start(olena);
	await setTopicLevel(amadou, above, "tracking");
	const fresh = await start(olena);
	expect(await inbox(amadou)).toEqual([
		{ thread: { id: fresh }, reason: "tracking", isUnread: true },
		{ thread: { id: old }, reason: "tracking", isUnread: false },
	]);
	expect(await badge(amadou), "what is tracked does not count").toBe(0);
	await post(olena, old, "More");
	expect((await inbox(amadou, "unread")).map(({ thread }) => thread.id)).toEqual([old, fresh]);
	await setTopicLevel(amadou, below, "muted");
	expect(await inbox(amadou)).toEqual([]);
	await setLevel(amadou, old, "watching");
	expect(await inbox(amadou)).toEqual([{ thread: { id: old }, reason: "watching", isUnread: true }]);
});

test("a conversation is in the inbox of those who take part, as long as they do", async () => {
	const [one, other, outside] = [await makePerson(db), await makePerson(db), await makePerson(db)];
	const askers = await Promise.all([one, other, outside].map(app.asMember));
	const [thread] = await db.insert(threads).values({ private: true }).returning();
	const id = String(thread?.id);
	const part = (personId: number) => ({ threadId: Number(id), personId, state: "joined" as const });
	await db.insert(participants).values([part(one.id), part(other.id)]);
	await post(askers[0] as Asker, id, "Only for you");
	expect(await inbox(askers[1] as Asker)).toEqual([
		{ thread: { id }, reason: "conversation", isUnread: true },
	]);
	expect(await inbox(askers[2] as Asker)).toEqual([]);
	const refused = await (askers[2] as Asker).ask(
		`mutation ($id: ID!) { markRead(threadId: $id, upTo: 1) { id } }`,
		{ id },
	);
	expect(refused.issues[0]?.code).toBe("not_found");
	await db.update(participants).set({ state: "left" });
	expect(await inbox(askers[1] as Asker)).toEqual([]);
	expect(await badge(askers[1] as Asker)).toBe(0);
});

test("all is marked read at once, but for what came after one looked", async () => {
	const [olena, amadou] = [await member(), await member()];
	await setTopicLevel(amadou, below, "watching");
	const [before, after] = [await start(olena), await start(olena)];
	const until = new Date().toISOString();
	await post(olena, after, "Meanwhile");
	await amadou.get(`mutation ($until: DateTime!) { markAllRead(until: $until) }`, { until });
	expect((await inbox(amadou, "unread")).map(({ thread }) => thread.id)).toEqual([after]);
	expect((await following(amadou, before)).unread).toBe(0);
});

test("the inbox is paged without a gap and without anything twice", async () => {
	const [olena, amadou] = [await member(), await member()];
	await setTopicLevel(amadou, below, "watching");
	const ids = [];
	for (let n = 0; n < 7; n++) ids.push(await start(olena));
	for (const id of ids.slice(0, 3)) await mark(amadou, id, 1);
	const seen: string[] = [];
	for (let after: string | null = null, more = true; more; more = after !== null) {
		const { inbox: page } = await amadou.get(
			`query ($after: String) { inbox(first: 2, after: $after) { items { thread { id } } nextCursor } }`,
			{ after },
		);
		seen.push(...page.items.map((entry: Entry) => entry.thread.id));
		after = page.nextCursor;
	}
	expect(seen).toEqual([...ids.slice(3).reverse(), ...ids.slice(0, 3).reverse()]);
	const wrong = await amadou.ask(`{ inbox(after: "WzEsMl0") { items { reason } } }`);
	expect(wrong.issues[0]?.code).toBe("bad_cursor");
});

test("after any history, what is counted as unread is what one would count by hand", async () => {
	const act = fc.record({
		kind: fc.constantFrom("post", "post", "reply", "read", "unread", "delete", "level"),
		who: fc.nat(2),
		thread: fc.nat(1),
		target: fc.nat(12),
	});
	await fc.assert(fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 16 }), play), { numRuns: 25 });
});

type Act = { kind: string; who: number; thread: number; target: number };
type Kept = { author: number; id: string; answers: number | null; deleted: boolean };

async function play(acts: readonly Act[]): Promise<void> {
	const askers = [await member(), await member(), await member()] as const;
	const ids = [await start(askers[0]), await start(askers[1])] as const;
	const posts: Kept[][] = [[], []];
	const read = askers.map(() => [0, 0]);
	const levels: (string | null)[][] = askers.map(() => [null, null]);
	const replied = askers.map(() => [0, 0]);
	for (const [at, id] of ids.entries()) {
		const { thread } = await askers[0].get(`query ($id: ID!) { thread(id: $id) { posts { id } } }`, { id });
		posts[at]?.push({ author: at, id: thread.posts[0].id, answers: null, deleted: false });
		(read[at] as number[])[at] = 1;
		(levels[at] as string[])[at] = "watching";
	}
	for (const { kind, who, thread, target } of acts) {
		const asker = askers[who] as Asker;
		const [id, kept, mine] = [ids[thread] as string, posts[thread] as Kept[], read[who] as number[]];
		const own = levels[who] as (string | null)[];
		const about = kept[target % kept.length] as Kept;
		if (kind === "post" || kind === "reply") {
			const made = await post(asker, id, `By ${who}`, kind === "reply" ? about.id : undefined);
			kept.push({ author: who, id: made.id, answers: null, deleted: false });
			own[thread] ??= "watching";
			if (kind === "reply" && about.author !== who) (replied[about.author] as number[])[thread] = kept.length;
		}
		if (kind === "read") {
			await mark(asker, id, target);
			mine[thread] = Math.max(mine[thread] ?? 0, Math.min(target, kept.length));
		}
		if (kind === "unread") {
			await unmark(asker, id, target);
			mine[thread] = Math.min(mine[thread] ?? 0, Math.max(target, 1) - 1);
		}
		if (kind === "delete" && about.author === who) {
			await asker.get(documents.delete, { id: about.id });
			about.deleted = true;
		}
		if (kind === "level") {
			own[thread] = ["watching", "tracking", "normal", "muted"][target % 4] as string;
			await setLevel(asker, id, own[thread] as string);
		}
	}
	for (const [who, asker] of askers.entries()) {
		const expected = ids.flatMap((id, thread) => {
			const after = read[who]?.[thread] ?? 0;
			const others = (posts[thread] as Kept[]).filter(
				(one, index) => index + 1 > after && one.author !== who && !one.deleted,
			);
			return { id, unread: others.length, level: levels[who]?.[thread], after, thread };
		});
		for (const { id, unread } of expected) expect((await following(asker, id)).unread).toBe(unread);
		const reasons = expected.flatMap(({ id, unread, level, after, thread }) => {
			if (!unread || level === "muted") return [];
			if ((replied[who]?.[thread] ?? 0) > after) return { id, reason: "reply" };
			return level === "watching" || level === "tracking" ? { id, reason: level } : [];
		});
		const found = (await inbox(asker, "unread")).map(({ thread, reason }) => ({ id: thread.id, reason }));
		expect(found.sort(byId)).toEqual(reasons.sort(byId));
		expect(await badge(asker)).toBe(reasons.filter(({ reason }) => reason !== "tracking").length);
	}
}

const byId = (one: { id: string }, other: { id: string }) => Number(one.id) - Number(other.id);
