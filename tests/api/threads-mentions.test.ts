import { randomUUID } from "node:crypto";
import { ancestorsOf } from "@interurban/concepts/concepts";
import { threadReads, topicLevels } from "@interurban/db/schema/following";
import { people as peopleTable } from "@interurban/db/schema/people";
import { postMentions } from "@interurban/db/schema/threads";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { type Asker, useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makeTopics } from "../kit/factories.ts";
import { documents, openThread, post } from "../kit/threads.ts";

const { db } = await useDatabase();
const { visitor, asMember } = await useApp(db);

let olena: Asker;
let amadouId: number;
let ruth: Asker;

beforeAll(async () => {
	await makeTopics(db, "waste");
	olena = await asMember(await makePerson(db, { name: "Olena", handle: "olena" }));
	amadouId = (await makePerson(db, { name: 'Amadou <b>"D"</b>', handle: "amadou-d" })).id;
	ruth = await asMember(await makePerson(db, { name: "Ruth", handle: "ruth" }));
	await makePerson(db, { name: "Gone", handle: "gone", suspendedAt: new Date() });
});

const mentionsOf = async (id: string) =>
	(
		await db
			.select()
			.from(postMentions)
			.where(eq(postMentions.postId, Number(id)))
	).map(({ personId }) => personId);
const reach = async (asker: Asker, threadId: string, body: string) =>
	(
		await asker.get("query ($id: ID!, $body: String!) { postReach(threadId: $id, body: $body) }", {
			id: threadId,
			body,
		})
	).postReach;

test("a mention is a link with the person's name, and noted; quotations, code and nobody's handle are not", async () => {
	const threadId = await openThread(olena);
	const written = await post(olena, threadId, "Ask @Amadou-D, not @gone or @nobody.\n\n> @ruth\n\n`@ruth`");
	expect(written.html).toBe(
		'<p>Ask <a href="/people/amadou-d">@<bdi>Amadou &lt;b&gt;&quot;D&quot;&lt;/b&gt;</bdi></a>, not @gone or @nobody.</p>\n<blockquote>\n<p><a href="/people/ruth">@<bdi>Ruth</bdi></a></p>\n</blockquote>\n<p><code>@ruth</code></p>',
	);
	expect(await mentionsOf(written.id)).toEqual([amadouId]);
	const { thread } = await visitor.get(documents.read, { id: threadId });
	expect(thread.posts[1].html).toBe(written.html);
	await olena.get(documents.edit, { id: written.id, body: "Nobody in particular" });
	expect(await mentionsOf(written.id)).toEqual([]);
});

test("before it is sent it is known how many people a post calls upon, each counted once, its author never", async () => {
	const threadId = await openThread(olena);
	expect(await reach(olena, threadId, "Hello")).toBe(0);
	expect(await reach(olena, threadId, "@amadou-d @AMADOU-D @olena @nobody")).toBe(1);
	expect(await reach(ruth, threadId, "Hello")).toBe(1);
	expect(await reach(ruth, threadId, "@olena @amadou-d")).toBe(2);
	await post(ruth, threadId, "I watch it now");
	expect(await reach(olena, threadId, "Hello")).toBe(1);
});

test("ten thousand mentions are refused with how many are possible, also in a thread's first post and in an edit", async () => {
	const threadId = await openThread(olena);
	const { id } = await post(olena, threadId, "Fine");
	const body = Array.from({ length: 2500 }, (_, n) => `@a${n}`).join(" ");
	const refusal = [{ code: "posts.too_many_mentions", field: "body", args: { max: 50, count: 2500 } }];
	const sent = { threadId, clientId: randomUUID(), body };
	expect((await olena.ask(documents.write, sent)).issues).toEqual(refusal);
	expect((await olena.ask(documents.start, { ...sent, title: "T", topicId: "waste" })).issues).toEqual(
		refusal,
	);
	expect((await olena.ask(documents.edit, { id, body })).issues).toEqual(refusal);
});

const inboxOf = async (asker: Asker) =>
	(await asker.get(
		`{ viewer { unreadThreads } inbox { items { reason isUnread thread { id viewerFollowing { recallNumber } } } } }`,
	)) as {
		viewer: { unreadThreads: number };
		inbox: { items: { reason: string; isUnread: boolean; thread: { id: string } }[] };
	};
const followingOf = async (asker: Asker, id: string) =>
	(
		await asker.get("query ($id: ID!) { thread(id: $id) { viewerFollowing { version recallNumber } } }", {
			id,
		})
	).thread.viewerFollowing;
const entryOf = async (asker: Asker, id: string) =>
	(await inboxOf(asker)).inbox.items.find(({ thread }) => thread.id === id);
const member = async () => {
	const person = await makePerson(db);
	return { ...person, ...(await asMember(person)) };
};
const markRead = (asker: Asker, id: string, upTo: number) =>
	asker.get(`mutation ($id: ID!, $upTo: Int!) { markRead(threadId: $id, upTo: $upTo) { id } }`, { id, upTo });

test("whom a changed post mentions finds it in the inbox, also who had read it, until they have looked at it again", async () => {
	const threadId = await openThread(olena);
	const [fresh, reader] = [await member(), await member()];
	await markRead(reader, threadId, 1);
	const written = await post(olena, threadId, "Who knows?");
	await post(olena, threadId, "Nobody?");
	await markRead(reader, threadId, 3);
	const body = `Who knows? @${fresh.handle} @${reader.handle}`;
	await olena.get(documents.edit, { id: written.id, body });
	expect(await entryOf(fresh, threadId)).toMatchObject({ reason: "mention", isUnread: true });
	expect(await entryOf(reader, threadId)).toMatchObject({
		...{ reason: "mention", isUnread: true },
		thread: { viewerFollowing: { recallNumber: 2 } },
	});
	expect((await inboxOf(reader)).viewer.unreadThreads).toBe(1);
	const { version } = await followingOf(reader, threadId);
	await markRead(reader, threadId, 1);
	expect(await followingOf(reader, threadId), "reading less far changes nothing").toEqual({
		version,
		recallNumber: 2,
	});
	await markRead(reader, threadId, 2);
	const after = { isUnread: false, thread: { viewerFollowing: { recallNumber: null } } };
	expect(await entryOf(reader, threadId)).toMatchObject(after);
	expect((await inboxOf(reader)).viewer.unreadThreads).toBe(0);
	await olena.get(documents.edit, { id: written.id, body: `${body} Please!` });
	expect(await entryOf(reader, threadId), "they are told once").toMatchObject(after);
});

test("all is marked read together with what a changed post calls back to", async () => {
	const threadId = await openThread(olena);
	const reader = await member();
	const { id } = await post(olena, threadId, "Hello");
	await markRead(reader, threadId, 2);
	await olena.get(documents.edit, { id, body: `Hello @${reader.handle}` });
	expect((await inboxOf(reader)).viewer.unreadThreads).toBe(1);
	await reader.get(`mutation ($until: DateTime!) { markAllRead(until: $until) }`, {
		until: new Date(Date.now() + 60_000).toISOString(),
	});
	expect((await inboxOf(reader)).viewer.unreadThreads).toBe(0);
});

test("who has blocked the author is not told of a mention, neither at once nor later, and the number does not tell of it", async () => {
	const [author, blocking] = [await member(), await member()];
	const threadId = await openThread(olena);
	await blocking.get(`mutation ($handle: String!) { blockPerson(handle: $handle) { handle } }`, {
		handle: author.handle,
	});
	expect(await reach(author, threadId, `@${blocking.handle}`)).toBe(2);
	await post(author, threadId, `Dear @${blocking.handle}`);
	const { id } = await post(author, threadId, "Dear all");
	await author.get(documents.edit, { id, body: `Dear @${blocking.handle}` });
	expect(await entryOf(blocking, threadId)).toBeUndefined();
});

test("nobody is called upon who does not watch the nearest topic, has muted the thread, or is suspended", async () => {
	const above = ancestorsOf("composting")[0]?.id ?? "";
	await makeTopics(db, above, "composting");
	const people = await Promise.all([1, 2, 3, 4].map(member));
	for (const { id } of people)
		await db.insert(topicLevels).values({ personId: id, topicId: above, level: "watching" });
	const [, muting, silent, gone] = people as [(typeof people)[number], ...typeof people];
	await db.insert(topicLevels).values({ personId: muting?.id ?? 0, topicId: "composting", level: "muted" });
	const start = { topicId: "composting", title: "T", body: "First", clientId: randomUUID() };
	const threadId = (await olena.get(documents.start, start)).startThread.id;
	await db
		.insert(threadReads)
		.values({ personId: silent?.id ?? 0, threadId: Number(threadId), level: "muted" })
		.onConflictDoUpdate({ target: [threadReads.personId, threadReads.threadId], set: { level: "muted" } });
	await db
		.update(peopleTable)
		.set({ suspendedAt: new Date() })
		.where(eq(peopleTable.id, gone?.id ?? 0));
	expect(await reach(olena, threadId, "Hello")).toBe(1);
});
