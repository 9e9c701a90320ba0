import { randomUUID } from "node:crypto";
import { makeLimiter } from "@interurban/api/limiter";
import { auditEvents } from "@interurban/db/schema/people";
import { practices } from "@interurban/db/schema/practices";
import { postRevisions, posts, threads } from "@interurban/db/schema/threads";
import { asc, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { type Asker, useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makePractice, makeTopics } from "../kit/factories.ts";

const { db } = await useDatabase();
const { visitor, asMember } = await useApp(db);

const write = `mutation ($threadId: ID!, $clientId: ID!, $body: String!, $replyToId: ID) {
	writePost(threadId: $threadId, clientId: $clientId, body: $body, replyToId: $replyToId) { id number version html body language }
}`;
const start = `mutation ($topicId: ID!, $title: String!, $body: String!, $clientId: ID!) {
	startThread(topicId: $topicId, title: $title, body: $body, clientId: $clientId) { id slug title version postCount topic { id } }
}`;
const edit = `mutation ($id: ID!, $body: String!) { editPost(id: $id, body: $body) { id version body html editedAt deleted } }`;
const remove = `mutation ($id: ID!) { deletePost(id: $id) { id number version body html deleted author { name } viewerCanEdit viewerCanDelete } }`;
const read = `query ($id: ID!, $after: Int, $before: Int, $around: Int, $first: Int) {
	thread(id: $id) {
		version postCount viewerCanPost viewerCanModerate
		posts(after: $after, before: $before, around: $around, first: $first) {
			id number version body html author { name } deleted viewerCanEdit viewerCanDelete replyTo { number excerpt deleted }
		}
	}
}`;

let olena: Asker;
let amadou: Asker;
let moderator: Asker;

beforeAll(async () => {
	await makeTopics(db, "waste", "composting", "climate-finance");
	[olena, amadou, moderator] = await Promise.all([
		makePerson(db, { name: "Olena", language: "uk" }).then(asMember),
		makePerson(db, { name: "Amadou", language: "fr" }).then(asMember),
		makePerson(db, { name: "Ruth", role: "moderator" }).then(asMember),
	]);
});

async function openThread(asker = olena, body = "First"): Promise<string> {
	const variables = { topicId: "waste", title: "Market waste", body, clientId: randomUUID() };
	return (await asker.get(start, variables)).startThread.id;
}

async function post(threadId: string, body: string, asker = olena, replyToId?: string) {
	const variables = { threadId, clientId: randomUUID(), body, replyToId };
	return (await asker.get(write, variables)).writePost;
}

test("a thread is opened with its first post, and read by everybody", async () => {
	const { startThread } = await olena.get(start, {
		topicId: "composting",
		title: "What to do with  market waste?",
		body: "Five **open-air** markets …",
		clientId: randomUUID(),
	});
	expect(startThread).toMatchObject({
		title: "What to do with market waste?",
		slug: "what-to-do-with-market-waste",
		version: 1,
		postCount: 1,
		topic: { id: "composting" },
	});
	const { thread } = await visitor.get(read, { id: startThread.id });
	expect(thread).toMatchObject({ viewerCanPost: false, viewerCanModerate: false });
	expect(thread.posts).toMatchObject([
		{ number: 1, html: "<p>Five <strong>open-air</strong> markets …</p>", author: { name: "Olena" } },
	]);
});

test("posts are numbered without gaps and versions count every change, also when many write at once", async () => {
	const threadId = await openThread();
	const written = await Promise.all(
		Array.from({ length: 20 }, (_, n) => post(threadId, `Post ${n}`, n % 2 ? olena : amadou)),
	);
	expect(written.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
		Array.from({ length: 20 }, (_, n) => n + 2),
	);
	for (const { number, version } of written) expect(version).toBe(number);
	expect((await visitor.get(read, { id: threadId })).thread).toMatchObject({ version: 21, postCount: 21 });
});

test("what is refused leaves no gap in the numbers", async () => {
	const threadId = await openThread();
	const clientId = randomUUID();
	await olena.get(write, { threadId, clientId, body: "Second" });
	const refused = await olena.ask(write, { threadId, clientId, body: "Something else" });
	expect(refused.issues).toMatchObject([{ code: "posts.client_id_reused" }]);
	expect(await post(threadId, "Third")).toMatchObject({ number: 3, version: 3 });
});

test("the same client id with the same text is one post, however often and however much at once it is sent", async () => {
	const threadId = await openThread();
	const variables = { threadId, clientId: randomUUID(), body: " Once \r\n" };
	const answers = await Promise.all(Array.from({ length: 5 }, () => olena.ask(write, variables)));
	const again = await olena.ask(write, { ...variables, clientId: variables.clientId.toUpperCase() });
	const ids = new Set(
		[...answers, again].map(({ data, issues }) => (issues[0] ? issues : data.writePost.id)),
	);
	expect(ids.size).toBe(1);
	expect((await visitor.get(read, { id: threadId })).thread.postCount).toBe(2);
});

test("a retry is answered also after the post was edited or deleted", async () => {
	const threadId = await openThread();
	const variables = { threadId, clientId: randomUUID(), body: "As sent" };
	const { writePost } = await olena.get(write, variables);
	await olena.get(edit, { id: writePost.id, body: "As edited" });
	expect((await olena.get(write, variables)).writePost).toMatchObject({
		id: writePost.id,
		body: "As edited",
	});
	await olena.get(remove, { id: writePost.id });
	expect((await olena.get(write, variables)).writePost.id).toBe(writePost.id);
});

test("a client id is its sender's own, and stands for one thread and one answered post", async () => {
	const [threadId, other] = [await openThread(), await openThread()];
	const clientId = randomUUID();
	const mine = (await olena.get(write, { threadId, clientId, body: "Same" })).writePost;
	const theirs = (await amadou.get(write, { threadId, clientId, body: "Same" })).writePost;
	expect(theirs.id).not.toBe(mine.id);
	for (const change of [{ threadId: other }, { replyToId: theirs.id }])
		expect((await olena.ask(write, { threadId, clientId, body: "Same", ...change })).issues).toMatchObject([
			{ code: "posts.client_id_reused" },
		]);
	const asThread = { topicId: "waste", title: "Same", body: "Same", clientId };
	expect((await olena.ask(start, asThread)).issues).toMatchObject([{ code: "posts.client_id_reused" }]);
});

test("a thread that is opened twice by a retry is one", async () => {
	const variables = { topicId: "climate-finance", title: "Shade", body: "Where?", clientId: randomUUID() };
	const answers = await Promise.all([1, 2, 3].map(() => olena.get(start, variables)));
	expect(new Set(answers.map(({ startThread }) => startThread.id)).size).toBe(1);
	expect(await db.select().from(threads).where(eq(threads.topicId, "climate-finance"))).toHaveLength(1);
});

test("an edited post keeps what it said before; the same text again changes nothing", async () => {
	const threadId = await openThread();
	const { id } = await post(threadId, "One");
	expect((await olena.get(edit, { id, body: "Two" })).editPost).toMatchObject({
		version: 3,
		html: "<p>Two</p>",
		editedAt: expect.any(String),
	});
	await olena.get(edit, { id, body: "Three" });
	expect((await olena.get(edit, { id, body: "Three" })).editPost.version).toBe(4);
	const kept = await db
		.select({ number: postRevisions.number, body: postRevisions.body })
		.from(postRevisions)
		.where(eq(postRevisions.postId, Number(id)))
		.orderBy(asc(postRevisions.number));
	expect(kept).toEqual([
		{ number: 1, body: "One" },
		{ number: 2, body: "Two" },
	]);
	expect((await visitor.get(read, { id: threadId })).thread.version).toBe(4);
});

test("a deleted post leaves number and author and nothing of its text, also not of what it said before", async () => {
	const threadId = await openThread();
	const { id } = await post(threadId, "Secret one");
	const answer = await post(threadId, "To that", amadou, id);
	await olena.get(edit, { id, body: "Secret two" });
	const { deletePost } = await olena.get(remove, { id });
	expect(deletePost).toMatchObject({
		number: 2,
		body: "",
		html: "",
		deleted: true,
		author: { name: "Olena" },
		viewerCanEdit: false,
		viewerCanDelete: false,
	});
	expect((await olena.get(remove, { id })).deletePost.version).toBe(deletePost.version);
	expect((await olena.ask(edit, { id, body: "x" })).issues).toMatchObject([{ code: "posts.deleted" }]);
	expect(
		await db
			.select()
			.from(postRevisions)
			.where(eq(postRevisions.postId, Number(id))),
	).toEqual([]);
	const { thread } = await visitor.get(read, { id: threadId });
	expect(JSON.stringify(thread)).not.toContain("Secret");
	expect(thread.posts.find((one: { id: string }) => one.id === answer.id).replyTo).toEqual({
		number: 2,
		excerpt: "",
		deleted: true,
	});
});

test("who may do what is decided by the server, and said beforehand", async () => {
	const threadId = await openThread();
	const { id } = await post(threadId, "Mine", olena);
	const abilities = async (asker: Asker) => {
		const { thread } = await asker.get(read, { id: threadId });
		const { viewerCanEdit, viewerCanDelete } = thread.posts[1];
		return [thread.viewerCanPost, thread.viewerCanModerate, viewerCanEdit, viewerCanDelete];
	};
	expect(await abilities(olena)).toEqual([true, false, true, true]);
	expect(await abilities(amadou)).toEqual([true, false, false, false]);
	expect(await abilities(moderator)).toEqual([true, true, false, true]);
	expect(await abilities(visitor)).toEqual([false, false, false, false]);
	for (const [asker, code] of [
		[amadou, "forbidden"],
		[moderator, "forbidden"],
		[visitor, "auth.required"],
	] as const)
		expect((await asker.ask(edit, { id, body: "Theirs" })).issues).toMatchObject([{ code }]);
	expect((await amadou.ask(remove, { id })).issues).toMatchObject([{ code: "forbidden" }]);
	expect((await visitor.ask(remove, { id })).issues).toMatchObject([{ code: "auth.required" }]);
	const asVisitor = { threadId, clientId: randomUUID(), body: "x" };
	expect((await visitor.ask(write, asVisitor)).issues).toMatchObject([{ code: "auth.required" }]);
});

test("what a moderator deletes is recorded, without its text", async () => {
	const { id } = await post(await openThread(), "Advertisement");
	await moderator.get(remove, { id });
	const [event] = await db
		.select()
		.from(auditEvents)
		.where(eq(auditEvents.subject, `post:${id}`));
	expect(event).toMatchObject({ action: "post.removed" });
});

test("a post answers one of its own thread only", async () => {
	const [threadId, other] = [await openThread(), await openThread()];
	const { id } = await post(other, "Elsewhere");
	for (const replyToId of [id, "999999999", "x", "0"]) {
		const variables = { threadId, clientId: randomUUID(), body: "x", replyToId };
		expect((await olena.ask(write, variables)).issues, replyToId).toMatchObject([{ code: "not_found" }]);
	}
});

test.for([
	["empty", "", "required"],
	["blank", " \n\t ", "required"],
	["longer than 20,000 characters", "x".repeat(20_001), "too_long"],
	["with NUL", "a\0b", "unreadable_text"],
	["with half of a surrogate pair", "a\ud800b", "unreadable_text"],
] as const)("a text that is %s is refused with its reason", async ([, body, code]) => {
	const threadId = await openThread();
	const variables = { threadId, clientId: randomUUID(), body };
	expect((await olena.ask(write, variables)).issues).toMatchObject([{ code, field: "body" }]);
	expect((await visitor.get(read, { id: threadId })).thread.postCount).toBe(1);
});

test("20,000 characters are enough, each of which may be an emoji", async () => {
	const body = "🙂".repeat(20_000);
	expect(await post(await openThread(), body)).toMatchObject({ body });
});

test("Markdown that would explode is answered without a stall, and shows no markup of the writer's", async () => {
	const threadId = await openThread();
	const bombs = [
		"> ".repeat(9_999),
		"[".repeat(20_000),
		"*a **b ".repeat(2_800),
		`[a]: /${"x".repeat(9_000)}\n\n${"[a] ".repeat(2_700)}`,
		`${"|a".repeat(900)}\n${"|-".repeat(900)}\n${"|\n".repeat(8_000)}`,
		"&nbsp;".repeat(3_300),
		"<script>alert(1)</script>",
	];
	for (const body of bombs) {
		const { html } = await post(threadId, body);
		expect(html).not.toMatch(/<script/);
		expect(html.length).toBeLessThan(500_000);
	}
});

test("a title is one line of at most 140 characters, a topic one of the scheme, a client id a UUID", async () => {
	const good = { topicId: "waste", title: "Title", body: "Body", clientId: randomUUID() };
	for (const [bad, code, field] of [
		[{ title: "" }, "required", "title"],
		[{ title: "x".repeat(141) }, "too_long", "title"],
		[{ title: "a\u202eb" }, "forbidden_characters", "title"],
		[{ topicId: "nonsense" }, "topics.unknown", "topicId"],
		[{ topicId: "" }, "required", "topicId"],
		[{ topicId: null, topicIdText: "a\0" }, "unreadable_text", "topicId"],
		[{ clientId: "1" }, "invalid", "clientId"],
	] as const)
		expect((await olena.ask(start, { ...good, ...bad })).issues).toMatchObject([{ code, field }]);
});

test("a topic may be typed, in any of our languages", async () => {
	const typed = `mutation ($clientId: ID!) {
		startThread(topicIdText: "Kompostierung", title: "T", body: "B", clientId: $clientId) { topic { id } }
	}`;
	expect((await olena.get(typed, { clientId: randomUUID() })).startThread.topic.id).toBe("composting");
});

test("the language of a text is detected; where it says too little, it is its author's", async () => {
	const threadId = await openThread();
	const german = await post(threadId, "Wir haben das gleiche Problem mit den Bäckereien in der Innenstadt.");
	const quoting = await post(
		threadId,
		"> Wir haben das gleiche Problem mit den Bäckereien in der Innenstadt.\n\nWe have that problem too, and no solution.",
	);
	const short = await post(threadId, "+1");
	expect([german, quoting, short].map(({ language }) => language)).toEqual(["de", "en", "uk"]);
});

test("posts are paged by their numbers, forwards, backwards and around one", async () => {
	const threadId = await openThread();
	for (let n = 2; n <= 25; n++) await post(threadId, `Post ${n}`);
	const numbers = async (range: object) =>
		(await visitor.get(read, { id: threadId, ...range })).thread.posts.map(
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

test("what changed since a version is answered as it is now, each post once, in pieces that lead to one another", async () => {
	const threadId = await openThread();
	const second = await post(threadId, "Two");
	const third = await post(threadId, "Three", amadou, second.id);
	await olena.get(edit, { id: second.id, body: "Two, better" });
	await amadou.get(remove, { id: third.id });
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

	const { id } = await post(thread.id, "How long do they last?");
	await db
		.update(practices)
		.set({ status: "withdrawn", withdrawnAt: new Date() })
		.where(eq(practices.id, practice.id));
	expect((await visitor.get(read, { id: thread.id })).thread).toBeNull();
	const variables = { threadId: thread.id, clientId: randomUUID(), body: "x" };
	expect((await olena.ask(write, variables)).issues).toMatchObject([{ code: "not_found" }]);
	expect((await olena.ask(edit, { id, body: "x" })).issues).toMatchObject([{ code: "not_found" }]);
	const listed = await visitor.get(`{ threads(first: 50) { items { id } } }`);
	expect(listed.threads.items).not.toContainEqual({ id: thread.id });
});

test("threads are listed by their last post, under a topic with those below it, and paged", async () => {
	const first = await openThread();
	const second = (
		await olena.get(start, { topicId: "composting", title: "B", body: "B", clientId: randomUUID() })
	).startThread.id;
	await post(first, "Again");
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
	const [one, two] = [await post(threadId, "One", asWriter), await post(threadId, "Two", asWriter)];
	const gone = await post(threadId, "Gone", asWriter);
	await asWriter.get(remove, { id: gone.id });
	const list = `query ($first: Int, $after: String) { person(handle: "writer") {
		posts(first: $first, after: $after) { items { id thread { title } } nextCursor }
	} }`;
	const { posts: page } = (await visitor.get(list, { first: 1 })).person;
	expect(page.items).toEqual([{ id: two.id, thread: { title: "Market waste" } }]);
	const rest = (await visitor.get(list, { first: 5, after: page.nextCursor })).person.posts;
	expect(rest).toEqual({ items: [{ id: one.id, thread: { title: "Market waste" } }], nextCursor: null });
});

test("ids that are none lead nowhere, and nothing breaks", async () => {
	for (const id of ["", "0", "-1", "1.5", "x", "99999999999999999999", "1 or 1=1", "\0"]) {
		expect((await visitor.get(read, { id })).thread).toBeNull();
		expect((await olena.ask(edit, { id, body: "x" })).issues).toMatchObject([{ code: "not_found" }]);
		expect((await olena.ask(remove, { id })).issues).toMatchObject([{ code: "not_found" }]);
		const variables = { threadId: id, clientId: randomUUID(), body: "x" };
		expect((await olena.ask(write, variables)).issues).toMatchObject([{ code: "not_found" }]);
	}
});

test("who writes too much at once is told how long to wait; a retry of what is stored is answered all the same", async () => {
	const narrow = await useApp(db, { limiter: makeLimiter() });
	const member = await makePerson(db);
	const asker = await narrow.asMember(member);
	const threadId = await openThread();
	const first = { threadId, clientId: randomUUID(), body: "First" };
	await asker.get(write, first);
	for (let n = 0; n < 29; n++) await asker.get(write, { threadId, clientId: randomUUID(), body: `${n}` });
	expect((await asker.ask(write, { threadId, clientId: randomUUID(), body: "x" })).issues).toMatchObject([
		{ code: "rate_limited", args: { seconds: expect.any(Number) } },
	]);
	expect((await asker.ask(write, first)).issues).toEqual([]);
	expect(await db.select().from(posts).where(eq(posts.authorId, member.id))).toHaveLength(30);
});
