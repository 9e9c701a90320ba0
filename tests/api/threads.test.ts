import { randomUUID } from "node:crypto";
import { practices } from "@interurban/db/schema/practices";
import { posts } from "@interurban/db/schema/threads";
import { and, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { type Asker, useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makePractice, makeTopics } from "../kit/factories.ts";
import { documents, openThread, post } from "../kit/threads.ts";

const { db } = await useDatabase();
const { visitor, asMember } = await useApp(db);

let olena: Asker;
let amadou: Asker;

beforeAll(async () => {
	await makeTopics(db, "waste", "composting", "climate-finance");
	[olena, amadou] = await Promise.all([
		makePerson(db, { name: "Olena", language: "uk" }).then(asMember),
		makePerson(db, { name: "Amadou", language: "fr" }).then(asMember),
	]);
});

test("posts are paged by their numbers, forwards, backwards and around one", async () => {
	const threadId = await openThread(olena);
	for (let n = 2; n <= 25; n++) await post(olena, threadId, `Post ${n}`);
	const numbers = async (range: object) =>
		(await visitor.get(documents.read, { id: threadId, ...range })).thread.posts.map(
			({ number }: { number: number }) => number,
		);
	expect(await numbers({ first: 3 })).toEqual([1, 2, 3]);
	expect(await numbers({ after: 23, first: 10 })).toEqual([24, 25]);
	expect(await numbers({ before: 4, first: 2 })).toEqual([2, 3]);
	expect(await numbers({ around: 12, first: 10 })).toEqual([11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
	expect(await numbers({ around: 999, first: 10 })).toEqual([21, 22, 23, 24, 25]);
	expect(await numbers({ after: -5, first: 1 })).toEqual([1]);
	expect(await numbers({ after: 2_000_000_000 })).toEqual([]);
	expect(await numbers({ first: 1000 })).toHaveLength(25);
	expect(await numbers({ first: -1 })).toEqual([1]);
});

test("the first post from a day on is found, wherever the day begins", async () => {
	const threadId = await openThread(olena);
	for (let n = 2; n <= 4; n++) await post(olena, threadId, `Post ${n}`);
	const times = ["2026-04-28T09:00Z", "2026-04-30T22:30Z", "2026-05-01T10:00Z", "2026-05-07T10:00Z"];
	for (const [index, at] of times.entries())
		await db
			.update(posts)
			.set({ createdAt: new Date(at) })
			.where(and(eq(posts.threadId, Number(threadId)), eq(posts.number, index + 1)));
	const since = async (day: string, timeZone?: string) => {
		const { thread } = await visitor.get(
			`query ($id: ID!, $day: String!, $timeZone: String) {
				thread(id: $id) { postSince(day: $day, timeZone: $timeZone) { number } }
			}`,
			{ id: threadId, day, timeZone },
		);
		return thread.postSince?.number ?? null;
	};
	expect(await since("2026-05-01")).toBe(3);
	expect(await since("2026-05-01", "Europe/Berlin")).toBe(2);
	expect(await since("2026-05-01", "Nowhere/Land")).toBe(3);
	expect([await since("1999-01-01"), await since("2031-12-31")]).toEqual([1, 4]);
	expect([await since("2026-13-45"), await since("tomorrow"), await since("")]).toEqual([null, null, null]);
});

test("what changed since a version is answered as it is now, each post once, in pieces that lead to one another", async () => {
	const threadId = await openThread(olena);
	const second = await post(olena, threadId, "Two");
	const third = await post(amadou, threadId, "Three", second.id);
	await olena.get(documents.edit, { id: second.id, body: "Two, better" });
	await amadou.get(documents.delete, { id: third.id });
	const changes = async (version: number, first?: number) =>
		(
			await visitor.get(
				`query ($id: ID!, $version: Int!, $first: Int) { thread(id: $id) {
					changesSince(version: $version, first: $first) { version complete postCount posts { number version html deleted } }
				} }`,
				{ id: threadId, version, first },
			)
		).thread.changesSince;
	expect(await changes(1)).toEqual({
		version: 5,
		complete: true,
		postCount: 3,
		posts: [
			{ number: 2, version: 4, html: "<p>Two, better</p>", deleted: false },
			{ number: 3, version: 5, html: "", deleted: true },
		],
	});
	expect(await changes(1, 1)).toMatchObject({ version: 4, complete: false, posts: [{ number: 2 }] });
	expect(await changes(4, 1)).toMatchObject({ version: 5, complete: true, posts: [{ number: 3 }] });
	expect(await changes(5)).toEqual({ version: 5, complete: true, postCount: 3, posts: [] });
	expect(await changes(99)).toMatchObject({ version: 5, complete: true, posts: [] });
});

test("a practice has a thread from the start, which goes out of sight with it", async () => {
	const practice = await makePractice(db, { title: "Cool roofs", slug: "cool-roofs" });
	const ofPractice = `{ practice(slug: "cool-roofs") { thread { id title slug postCount practice { slug } topic { id } } } }`;
	const { thread } = (await visitor.get(ofPractice)).practice;
	expect(thread).toMatchObject({ title: "Cool roofs", slug: "cool-roofs", postCount: 0, topic: null });
	expect(thread.practice).toEqual({ slug: "cool-roofs" });
	expect((await visitor.get(ofPractice)).practice.thread.id).toBe(thread.id);

	const { id } = await post(olena, thread.id, "How long do they last?");
	await db
		.update(practices)
		.set({ status: "withdrawn", withdrawnAt: new Date() })
		.where(eq(practices.id, practice.id));
	expect((await visitor.get(documents.read, { id: thread.id })).thread).toBeNull();
	const variables = { threadId: thread.id, clientId: randomUUID(), body: "x" };
	expect((await olena.ask(documents.write, variables)).issues).toMatchObject([{ code: "not_found" }]);
	expect((await olena.ask(documents.edit, { id, body: "x" })).issues).toMatchObject([{ code: "not_found" }]);
	const listed = await visitor.get(`{ threads(first: 50) { items { id } } }`);
	expect(listed.threads.items).not.toContainEqual({ id: thread.id });
});

test("threads are listed by their last post, under a topic with those below it, and paged", async () => {
	const first = await openThread(olena);
	const second = (
		await olena.get(documents.start, { topicId: "composting", title: "B", body: "B", clientId: randomUUID() })
	).startThread.id;
	await post(olena, first, "Again");
	const list = `query ($topicId: ID, $first: Int, $after: String) {
		threads(topicId: $topicId, first: $first, after: $after) { items { id lastPost { author { name } } } nextCursor }
	}`;
	const { threads: page } = await visitor.get(list, { topicId: "waste", first: 1 });
	expect(page.items).toEqual([{ id: first, lastPost: { author: { name: "Olena" } } }]);
	const next = (await visitor.get(list, { topicId: "waste", first: 1, after: page.nextCursor })).threads;
	expect(next.items[0].id).toBe(second);
	expect((await visitor.get(list, { topicId: "nonsense" })).threads.items).toEqual([]);
	for (const after of [
		"x",
		"WzEsMl0",
		Buffer.from(`["${"2026-01-01T00:00:00.000Z"}","x"]`).toString("base64url"),
	])
		expect((await visitor.ask(list, { after })).issues).toMatchObject([{ code: "bad_cursor" }]);
});

test("a person's posts are listed, the newest first, without deleted ones", async () => {
	const writer = await makePerson(db, { handle: "writer" });
	const asWriter = await asMember(writer);
	const threadId = await openThread(amadou);
	const [one, two] = [await post(asWriter, threadId, "One"), await post(asWriter, threadId, "Two")];
	const gone = await post(asWriter, threadId, "Gone");
	await asWriter.get(documents.delete, { id: gone.id });
	const list = `query ($first: Int, $after: String) { person(handle: "writer") {
		posts(first: $first, after: $after) { items { id thread { title } } nextCursor }
	} }`;
	const { posts: page } = (await visitor.get(list, { first: 1 })).person;
	expect(page.items).toEqual([{ id: two.id, thread: { title: "Market waste" } }]);
	const rest = (await visitor.get(list, { first: 5, after: page.nextCursor })).person.posts;
	expect(rest).toEqual({ items: [{ id: one.id, thread: { title: "Market waste" } }], nextCursor: null });
});
