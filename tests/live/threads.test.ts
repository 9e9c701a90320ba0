import { randomUUID } from "node:crypto";
import { practices } from "@interurban/db/schema/practices";
import { posts, threads } from "@interurban/db/schema/threads";
import { EditPost, WritePost } from "@interurban/web/generated/operations";
import { eq, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { type Asker, useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makePractice, makeTopics } from "../kit/factories.ts";
import { openReader, runAs } from "../kit/reader.ts";
import { listenTo, until } from "../kit/sockets.ts";

const { db } = await useDatabase();
const app = await useApp(db);
let olena: Asker;
let amadou: Asker;

beforeAll(async () => {
	await makeTopics(db, "waste");
	olena = await app.asMember(await makePerson(db, { name: "Olena" }));
	amadou = await app.asMember(await makePerson(db, { name: "Amadou" }));
});

async function openThread(): Promise<string> {
	const start = `mutation ($clientId: ID!) {
		startThread(topicId: "waste", title: "Waste", body: "First", clientId: $clientId) { id }
	}`;
	return (await olena.get(start, { clientId: randomUUID() })).startThread.id;
}

async function write(asker: Asker, threadId: string, body: string, clientId = randomUUID()) {
	const variables = { threadId, clientId, body, replyToId: null };
	return (await runAs(asker)(WritePost, variables)).writePost;
}

test("what one writes, another's page and a visitor's show without asking the server", async () => {
	const threadId = await openThread();
	const pages = [
		await openReader(app, amadou, { threadId }),
		await openReader(app, app.visitor, { threadId }),
	];
	for (const page of pages) await page.connect();
	const { id } = await write(olena, threadId, "Hello");
	await runAs(olena)(EditPost, { id, body: "Hello, *all*" });
	for (const page of pages) {
		await page.settled(3);
		expect(page.state().posts[1]).toMatchObject({ html: "<p>Hello, <em>all</em></p>", viewerCanEdit: false });
		expect(page.state()).toEqual(await page.fresh());
		expect(page.fetches()).toBe(0);
	}
});

test("events come in the order of the thread and each once, however many write at the same time", async () => {
	const threadId = await openThread();
	const listeners = await Promise.all(Array.from({ length: 10 }, () => listenTo(app.origin)));
	for (const { join } of listeners)
		expect(await join(`thread:${threadId}`)).toEqual({ ok: true, version: 1 });
	const writers = await Promise.all(
		Array.from({ length: 10 }, async () => app.asMember(await makePerson(db))),
	);
	await Promise.all(
		writers.map(async (writer) => {
			for (let n = 0; n < 10; n++) await write(writer, threadId, `${n}`);
		}),
	);
	await until("all is heard", () => listeners.every(({ heard }) => heard.length >= 100));
	for (const { heard } of listeners)
		expect(heard.map(({ version }) => version).sort((a, b) => a - b)).toEqual(
			Array.from({ length: 100 }, (_, n) => n + 2),
		);
});

test("nobody hears of a post before it is stored, nor of one that was refused", async () => {
	const threadId = await openThread();
	const { join, heard } = await listenTo(app.origin);
	await join(`thread:${threadId}`);
	const clientId = randomUUID();
	await write(olena, threadId, "Stored", clientId);
	await expect(write(olena, threadId, "Another text", clientId)).rejects.toThrow("client_id_reused");
	await expect(write(olena, threadId, "")).rejects.toThrow("required");
	await write(olena, threadId, "Last");
	await until("the last one is heard", () => heard.length >= 2);
	expect(heard.map(({ post }) => post.excerpt)).toEqual(["Stored", "Last"]);
	const stored = await db
		.select({ version: posts.version })
		.from(posts)
		.where(eq(posts.threadId, Number(threadId)))
		.orderBy(posts.number);
	expect(stored.map(({ version }) => version)).toEqual([1, 2, 3]);
});

test("a retry, also at the same time, is one post and one event, with one answer", async () => {
	const threadId = await openThread();
	const { join, heard } = await listenTo(app.origin);
	await join(`thread:${threadId}`);
	const clientId = randomUUID();
	const answers = await Promise.all(
		Array.from({ length: 5 }, () => write(olena, threadId, "Once", clientId)),
	);
	answers.push(await write(olena, threadId, "Once", clientId));
	await write(olena, threadId, "Last");
	await until("the last one is heard", () => heard.some(({ post }) => post.excerpt === "Last"));
	expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
	expect(heard.map(({ post }) => post.excerpt)).toEqual(["Once", "Last"]);
});

test("who begins first and commits last cannot make a hole: the next one waits for the counter", async () => {
	const threadId = await openThread();
	const page = await openReader(app, app.visitor, { threadId });
	await page.connect();
	let second: Promise<{ number: number }> | undefined;
	await db.transaction(async (tx) => {
		const [slow] = await tx
			.update(threads)
			.set({ version: sql`${threads.version} + 1`, postCount: sql`${threads.postCount} + 1` })
			.where(eq(threads.id, Number(threadId)))
			.returning();
		second = write(amadou, threadId, "Began second");
		expect((await page.fresh()).version).toBe(1);
		await tx.insert(posts).values({
			...{ threadId: Number(threadId), number: slow?.postCount ?? 0, version: slow?.version ?? 0 },
			...{ authorId: (await makePerson(db)).id, clientId: randomUUID(), sentHash: "", body: "Began first" },
			language: "en",
		});
	});
	expect(await second).toMatchObject({ number: 3, version: 3 });
	// Of the slow one nobody was told, as when a process dies between its commit and its events.
	await page.settled(3);
	expect(page.state()).toEqual(await page.fresh());
	expect(page.state().posts.map(({ html }) => html)).toEqual([
		"<p>First</p>",
		"<p>Began first</p>",
		"<p>Began second</p>",
	]);
	expect(page.fetches()).toBe(1);
});

test("after a reconnect a page holds what it would fetch; when nothing happened it fetches nothing", async () => {
	const threadId = await openThread();
	const page = await openReader(app, amadou, { threadId });
	await page.connect();
	page.disconnect();
	await page.connect();
	expect(page.fetches()).toBe(0);
	page.disconnect();
	for (let n = 0; n < 7; n++) await write(olena, threadId, `While away, ${n}`);
	await page.connect();
	await page.settled(8);
	expect(page.state()).toEqual(await page.fresh());
	expect(page.fetches()).toBe(1);
});

test("a page that was away for hundreds of posts catches up", async () => {
	const threadId = await openThread();
	const page = await openReader(app, app.visitor, { threadId });
	for (let n = 0; n < 120; n++) await write(olena, threadId, `${n}`);
	await page.connect();
	await page.settled(121);
	expect(page.state().posts).toHaveLength(121);
	expect(page.state().posts.map(({ number }) => number)).toEqual(
		Array.from({ length: 121 }, (_, n) => n + 1),
	);
});

test("a room is heard only by those who joined it, and no longer once they left", async () => {
	const [threadId, other] = [await openThread(), await openThread()];
	const [inside, outside, gone] = await Promise.all([1, 2, 3].map(() => listenTo(app.origin)));
	await inside?.join(`thread:${threadId}`);
	await outside?.join(`thread:${other}`);
	await gone?.join(`thread:${threadId}`);
	gone?.socket.emit("leave", `thread:${threadId}`);
	await gone?.join(`thread:${other}`);
	await write(olena, threadId, "Only there");
	await write(olena, other, "Only here");
	await until("both are heard", () => [inside, outside, gone].every((one) => one?.heard.length));
	expect(inside?.heard.map(({ stream }) => stream)).toEqual([`thread:${threadId}`]);
	expect(outside?.heard.map(({ stream }) => stream)).toEqual([`thread:${other}`]);
	expect(gone?.heard.map(({ stream }) => stream)).toEqual([`thread:${other}`]);
});

test("the discussion of a withdrawn practice cannot be joined, and makes no sound", async () => {
	const practice = await makePractice(db);
	const [thread] = await db.insert(threads).values({ practiceId: practice.id }).returning();
	const threadId = String(thread?.id);
	const before = await listenTo(app.origin);
	await before.join(`thread:${threadId}`);
	await write(olena, threadId, "Heard");
	await until("it is heard", () => before.heard.length === 1);
	await db
		.update(practices)
		.set({ status: "withdrawn", withdrawnAt: new Date() })
		.where(eq(practices.id, practice.id));
	expect(await (await listenTo(app.origin)).join(`thread:${threadId}`)).toEqual({
		ok: false,
		code: "not_found",
	});
	await expect(write(olena, threadId, "Too late")).rejects.toThrow("not_found");
	expect(before.heard).toHaveLength(1);
});

test("a client that does not read is cut off, catches up later, and the others do not notice", async () => {
	const threadId = await openThread();
	const page = await openReader(app, app.visitor, { threadId });
	await page.connect();
	const [stalled, healthy] = [await listenTo(app.origin), await listenTo(app.origin)];
	for (const one of [stalled, healthy]) await one.join(`thread:${threadId}`);
	const { transport } = stalled.socket.io.engine as unknown as {
		transport: { ws: { _socket: { pause(): void; resume(): void } } };
	};
	const wire = transport.ws._socket;
	wire.pause();
	const long = "&".repeat(19_990);
	for (let n = 0; n < 120; n++) await write(olena, threadId, `${n} ${long}`);
	await until("the healthy one has heard all", () => healthy.heard.length === 120);
	wire.resume();
	await until("the stalled one is cut off", () => stalled.ended() !== undefined);
	expect(stalled.heard.length).toBeLessThan(120);
	expect(healthy.ended()).toBeUndefined();
	await page.settled(121);
	expect(page.state().posts).toHaveLength(121);
});
