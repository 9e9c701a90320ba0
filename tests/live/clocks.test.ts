import { randomUUID } from "node:crypto";
import { makeSessions } from "@interurban/api/sessions";
import { sessions } from "@interurban/db/schema/people";
import { posts, threads } from "@interurban/db/schema/threads";
import {
	CloseThread,
	Inbox,
	MarkAllRead,
	SetThreadLevel,
	StartThread,
	Viewer,
	WritePost,
} from "@interurban/web/generated/operations";
import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makeTopics } from "../kit/factories.ts";
import { type Listener, listenTo, until } from "../kit/sockets.ts";
import { askAt } from "../kit/storm/ask.ts";
import { type StormServer, startServer } from "../kit/storm/servers.ts";

const day = 86_400_000;

/** Two processes of one network: the clock of one is a day ahead, that of the other one a day behind. */
const { db, url } = await useDatabase();
const servers: StormServer[] = [];
const origin = (n: number) => `http://127.0.0.1:${servers[n]?.port()}`;

beforeAll(async () => {
	await makeTopics(db, "waste");
	const starts = [day, -day].map((off) =>
		startServer({ DATABASE_URL: url, LOG_LEVEL: "fatal", CLOCK_OFF: String(off) }),
	);
	servers.push(...(await Promise.all(starts)));
}, 180_000);
afterAll(() => Promise.all(servers.map((server) => server.stop())));

async function member() {
	const { id } = await makePerson(db);
	const cookie = (await makeSessions(db, false).create(id, "test")).cookie.split(";", 1)[0] ?? "";
	return { id, cookie, at: (n: number) => askAt(() => origin(n), cookie) };
}

async function open(by: Awaited<ReturnType<typeof member>>) {
	const start = { topicId: "waste", title: "Waste", body: "First", clientId: randomUUID() };
	const { id } = (await by.at(0)(StartThread, start)).startThread;
	const write = (n: number, body: string, clientId = randomUUID()) =>
		by.at(n)(WritePost, { threadId: id, clientId, body, replyToId: null });
	return { id, write };
}

test("posts keep their order and the network's time, and are heard once at both", async () => {
	const olena = await member();
	const { id, write } = await open(olena);
	const listeners = await Promise.all([listenTo(origin(0)), listenTo(origin(1))]);
	for (const { join } of listeners) expect(await join(`thread:${id}`)).toMatchObject({ ok: true });
	const before = Date.now();
	for (let n = 0; n < 10; n++) await write(n % 2, `${n}`);
	const versions = ({ heard }: Listener) => heard.map(({ version }) => version);
	await until("all is heard", () => listeners.every(({ heard }) => heard.length >= 10));
	for (const one of listeners) expect(versions(one).sort((a, b) => a - b)).toEqual(expected(2, 10));
	const stored = await db
		.select()
		.from(posts)
		.where(eq(posts.threadId, Number(id)))
		.orderBy(asc(posts.number));
	const times = stored.map(({ createdAt }) => createdAt.getTime());
	expect(stored.slice(1).map(({ body }) => body)).toEqual(expected(0, 10).map(String));
	expect(times).toEqual([...times].sort((a, b) => a - b));
	expect(Math.abs((times.at(-1) ?? 0) - before)).toBeLessThan(day / 2);
});

test("what is sent again at the other process is one post", async () => {
	const { write } = await open(await member());
	const clientId = randomUUID();
	const [one, other] = [await write(0, "Once", clientId), await write(1, "Once", clientId)];
	expect(other.writePost.id).toBe(one.writePost.id);
});

test("all is marked read up to what one saw, whichever process answered", async () => {
	const [olena, amadou] = [await member(), await member()];
	for (const n of [0, 1]) {
		const { id, write } = await open(olena);
		await amadou.at(n)(SetThreadLevel, { threadId: id, level: "watching" });
		const { inbox } = await amadou.at(n)(Inbox, {});
		expect(inbox.items.map(({ isUnread }) => isUnread)).toContain(true);
		await amadou.at(1 - n)(MarkAllRead, { until: inbox.asOf });
		const after = await amadou.at(n)(Inbox, {});
		expect(after.inbox.items.map(({ isUnread }) => isUnread)).not.toContain(true);
		await write(n, "Later");
		await amadou.at(n)(MarkAllRead, { until: inbox.asOf });
		const later = await amadou.at(n)(Inbox, {});
		expect(later.inbox.items.find(({ thread }) => thread.id === id)?.isUnread).toBe(true);
		await amadou.at(n)(MarkAllRead, { until: later.inbox.asOf });
	}
});

test("when a thread was closed is told by the network's clock", async () => {
	const olena = await member();
	for (const n of [0, 1]) {
		const { id } = await open(olena);
		await olena.at(n)(CloseThread, { id, closed: true });
		const [thread] = await db
			.select()
			.from(threads)
			.where(eq(threads.id, Number(id)));
		expect(Math.abs((thread?.closedAt?.getTime() ?? 0) - Date.now())).toBeLessThan(day / 2);
	}
});

test("a session is good at both, ends at both at once, and another one begins", async () => {
	for (const n of [0, 1]) {
		const olena = await member();
		for (const at of [0, 1]) expect((await olena.at(at)(Viewer, {})).viewer).not.toBeNull();
		const listeners = await Promise.all([0, 1].map((at) => listenTo(origin(at), { cookie: olena.cookie })));
		expect(await listeners[n]?.join(`person:${olena.id}`)).toMatchObject({ ok: true });
		await db.delete(sessions).where(eq(sessions.personId, olena.id));
		await until("both sockets end", () => listeners.every(({ ended }) => ended() !== undefined));
		const again = (await makeSessions(db, false).create(olena.id, "test")).cookie.split(";", 1)[0] ?? "";
		const back = await listenTo(origin(n), { cookie: again });
		expect(await back.join(`person:${olena.id}`)).toMatchObject({ ok: true });
	}
});

test("who writes is shown at the other process, and no longer when they stop", async () => {
	const olena = await member();
	const { id } = await open(olena);
	const [writing, reading] = [await listenTo(origin(0), { cookie: olena.cookie }), await listenTo(origin(1))];
	const told: boolean[] = [];
	reading.socket.on("typing", ({ isTyping }) => told.push(isTyping));
	for (const { join } of [writing, reading]) expect(await join(`thread:${id}`)).toMatchObject({ ok: true });
	for (const isTyping of [true, false]) {
		writing.socket.emit("typing", `thread:${id}`, isTyping);
		await until("it is told", () => told.includes(isTyping));
	}
	expect(told).toEqual([true, false]);
});

const expected = (first: number, count: number) => Array.from({ length: count }, (_, n) => first + n);
