import { randomUUID } from "node:crypto";
import { auditEvents } from "@interurban/db/schema/people";
import { postRevisions, threads } from "@interurban/db/schema/threads";
import { asc, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { type Asker, useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makeTopics } from "../kit/factories.ts";
import { documents, openThread, post } from "../kit/threads.ts";

const { db } = await useDatabase();
const { visitor, asMember } = await useApp(db);

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

test("a thread is opened with its first post, and read by everybody", async () => {
	const { startThread } = await olena.get(documents.start, {
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
	const { thread } = await visitor.get(documents.read, { id: startThread.id });
	expect(thread).toMatchObject({ viewerCanPost: false, viewerCanModerate: false });
	expect(thread.posts).toMatchObject([
		{ number: 1, html: "<p>Five <strong>open-air</strong> markets …</p>", author: { name: "Olena" } },
	]);
});

test("posts are numbered without gaps and versions count every change, also when many write at once", async () => {
	const threadId = await openThread(olena);
	const written = await Promise.all(
		Array.from({ length: 20 }, (_, n) => post(n % 2 ? olena : amadou, threadId, `Post ${n}`)),
	);
	expect(written.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
		Array.from({ length: 20 }, (_, n) => n + 2),
	);
	for (const { number, version } of written) expect(version).toBe(number);
	expect((await visitor.get(documents.read, { id: threadId })).thread).toMatchObject({
		version: 21,
		postCount: 21,
	});
});

test("what is refused leaves no gap in the numbers", async () => {
	const threadId = await openThread(olena);
	const clientId = randomUUID();
	await olena.get(documents.write, { threadId, clientId, body: "Second" });
	const refused = await olena.ask(documents.write, { threadId, clientId, body: "Something else" });
	expect(refused.issues).toMatchObject([{ code: "posts.client_id_reused" }]);
	expect(await post(olena, threadId, "Third")).toMatchObject({ number: 3, version: 3 });
});

test("the same client id with the same text is one post, however often and however much at once it is sent", async () => {
	const threadId = await openThread(olena);
	const variables = { threadId, clientId: randomUUID(), body: " Once \r\n" };
	const answers = await Promise.all(Array.from({ length: 5 }, () => olena.ask(documents.write, variables)));
	const again = await olena.ask(documents.write, {
		...variables,
		clientId: variables.clientId.toUpperCase(),
	});
	const ids = new Set(
		[...answers, again].map(({ data, issues }) => (issues[0] ? issues : data.writePost.id)),
	);
	expect(ids.size).toBe(1);
	expect((await visitor.get(documents.read, { id: threadId })).thread.postCount).toBe(2);
});

test("a retry is answered also after the post was edited or deleted", async () => {
	const threadId = await openThread(olena);
	const variables = { threadId, clientId: randomUUID(), body: "As sent" };
	const { writePost } = await olena.get(documents.write, variables);
	await olena.get(documents.edit, { id: writePost.id, body: "As edited" });
	expect((await olena.get(documents.write, variables)).writePost).toMatchObject({
		id: writePost.id,
		body: "As edited",
	});
	await olena.get(documents.delete, { id: writePost.id });
	expect((await olena.get(documents.write, variables)).writePost.id).toBe(writePost.id);
});

test("a client id is its sender's own, and stands for one thread and one answered post", async () => {
	const [threadId, other] = [await openThread(olena), await openThread(olena)];
	const clientId = randomUUID();
	const mine = (await olena.get(documents.write, { threadId, clientId, body: "Same" })).writePost;
	const theirs = (await amadou.get(documents.write, { threadId, clientId, body: "Same" })).writePost;
	expect(theirs.id).not.toBe(mine.id);
	for (const change of [{ threadId: other }, { replyToId: theirs.id }])
		expect(
			(await olena.ask(documents.write, { threadId, clientId, body: "Same", ...change })).issues,
		).toMatchObject([{ code: "posts.client_id_reused" }]);
	const asThread = { topicId: "waste", title: "Same", body: "Same", clientId };
	expect((await olena.ask(documents.start, asThread)).issues).toMatchObject([
		{ code: "posts.client_id_reused" },
	]);
});

test("a thread that is opened twice by a retry is one", async () => {
	const variables = { topicId: "climate-finance", title: "Shade", body: "Where?", clientId: randomUUID() };
	const answers = await Promise.all([1, 2, 3].map(() => olena.get(documents.start, variables)));
	expect(new Set(answers.map(({ startThread }) => startThread.id)).size).toBe(1);
	expect(await db.select().from(threads).where(eq(threads.topicId, "climate-finance"))).toHaveLength(1);
});

test("an edited post keeps what it said before; the same text again changes nothing", async () => {
	const threadId = await openThread(olena);
	const { id } = await post(olena, threadId, "One");
	expect((await olena.get(documents.edit, { id, body: "Two" })).editPost).toMatchObject({
		version: 3,
		html: "<p>Two</p>",
		editedAt: expect.any(String),
	});
	await olena.get(documents.edit, { id, body: "Three" });
	expect((await olena.get(documents.edit, { id, body: "Three" })).editPost.version).toBe(4);
	const kept = await db
		.select({ number: postRevisions.number, body: postRevisions.body })
		.from(postRevisions)
		.where(eq(postRevisions.postId, Number(id)))
		.orderBy(asc(postRevisions.number));
	expect(kept).toEqual([
		{ number: 1, body: "One" },
		{ number: 2, body: "Two" },
	]);
	expect((await visitor.get(documents.read, { id: threadId })).thread.version).toBe(4);
});

test("a deleted post leaves number and author and nothing of its text, also not of what it said before", async () => {
	const threadId = await openThread(olena);
	const { id } = await post(olena, threadId, "Secret one");
	const answer = await post(amadou, threadId, "To that", id);
	await olena.get(documents.edit, { id, body: "Secret two" });
	const { deletePost } = await olena.get(documents.delete, { id });
	expect(deletePost).toMatchObject({
		number: 2,
		body: "",
		html: "",
		deleted: true,
		author: { name: "Olena" },
		viewerCanEdit: false,
		viewerCanDelete: false,
	});
	expect((await olena.get(documents.delete, { id })).deletePost.version).toBe(deletePost.version);
	expect((await olena.ask(documents.edit, { id, body: "x" })).issues).toMatchObject([
		{ code: "posts.deleted" },
	]);
	expect(
		await db
			.select()
			.from(postRevisions)
			.where(eq(postRevisions.postId, Number(id))),
	).toEqual([]);
	const { thread } = await visitor.get(documents.read, { id: threadId });
	expect(JSON.stringify(thread)).not.toContain("Secret");
	expect(thread.posts.find((one: { id: string }) => one.id === answer.id).replyTo).toEqual({
		number: 2,
		excerpt: "",
		deleted: true,
	});
});

test("who may do what is decided by the server, and said beforehand", async () => {
	const threadId = await openThread(olena);
	const { id } = await post(olena, threadId, "Mine");
	const abilities = async (asker: Asker) => {
		const { thread } = await asker.get(documents.read, { id: threadId });
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
		expect((await asker.ask(documents.edit, { id, body: "Theirs" })).issues).toMatchObject([{ code }]);
	expect((await amadou.ask(documents.delete, { id })).issues).toMatchObject([{ code: "forbidden" }]);
	expect((await visitor.ask(documents.delete, { id })).issues).toMatchObject([{ code: "auth.required" }]);
	const asVisitor = { threadId, clientId: randomUUID(), body: "x" };
	expect((await visitor.ask(documents.write, asVisitor)).issues).toMatchObject([{ code: "auth.required" }]);
});

test("what a moderator deletes is recorded, without its text", async () => {
	const { id } = await post(olena, await openThread(olena), "Advertisement");
	await moderator.get(documents.delete, { id });
	const [event] = await db
		.select()
		.from(auditEvents)
		.where(eq(auditEvents.subject, `post:${id}`));
	expect(event).toMatchObject({ action: "post.removed" });
});
