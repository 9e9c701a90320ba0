import { people, sessions } from "@interurban/db/schema/people";
import { threads } from "@interurban/db/schema/threads";
import { eq, sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makeTopics } from "../kit/factories.ts";
import { pause } from "../kit/pause.ts";
import { listenTo, until } from "../kit/sockets.ts";
import { openThread, post } from "../kit/threads.ts";

// What ends sockets here are the notices of the database: the looks that find what they missed stand still.
vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
const { db } = await useDatabase();
const { origin, asMember } = await useApp(db);

// biome-ignore lint/suspicious/noExplicitAny: what the types forbid is sent on purpose
type Untyped = any;

test("a page of another site cannot connect, not even without saying where it is from", async () => {
	await expect(listenTo(origin, { from: "https://evil.example" })).rejects.toThrow();
	await expect(listenTo(origin, { from: "null" })).rejects.toThrow();
	await expect(listenTo(origin, { from: null })).rejects.toThrow();
	await expect(listenTo(origin, { from: `${origin}.evil.example` })).rejects.toThrow();
	await expect(listenTo(origin)).resolves.toBeDefined();
});

test("rooms that are none, and those of other persons and of sessions, cannot be joined", async () => {
	const [member, other] = [await makePerson(db), await makePerson(db)];
	const { join } = await listenTo(origin, { cookie: (await asMember(member)).cookie });
	for (const room of [
		`person:${other.id}`,
		`messages:${other.id}`,
		`of person:${member.id}`,
		"session:x",
		"constructor:1",
		"__proto__:1",
		"thread",
		"",
		"nothing:1",
		"thread:999999",
		"thread:1e3",
		"thread:\0",
	])
		expect(await join(room), room).toEqual({ ok: false, code: "not_found" });
});

test("an event of the wrong shape gets an error as its answer, and a client that goes on with them is cut off", async () => {
	const { socket, ended } = await listenTo(origin);
	const untyped = socket as Untyped;
	for (const args of [
		["join", 12],
		["join", { toString: "x" }],
		["join", "thread:1", "more"],
		["join"],
		["post", "x"],
		["join", "x".repeat(101)],
	])
		expect(await untyped.timeout(2000).emitWithAck(...args)).toMatchObject({ ok: false });
	for (let n = 0; n < 20; n++) untyped.emit("nonsense", n);
	await until("the client is cut off", () => ended() !== undefined);
});

test("an event that asks for no answer, or gives something else for it, does no harm", async () => {
	const { socket, join } = await listenTo(origin);
	(socket as Untyped).emit("join", "thread:1");
	(socket as Untyped).emit("join", null);
	expect(await join("thread:0")).toEqual({ ok: false, code: "not_found" });
});

test("a client that sends a thousand events a second is cut off, and others do not notice", async () => {
	const [loud, calm] = await Promise.all([listenTo(origin), listenTo(origin)]);
	for (let n = 0; n < 1000; n++) loud.socket.emit("leave", `thread:${n}`);
	await until("the loud one is cut off", () => loud.ended() !== undefined);
	expect(await calm.join("thread:0")).toEqual({ ok: false, code: "not_found" });
	expect(calm.ended()).toBeUndefined();
});

test("a frame above 64 KB ends the connection", async () => {
	const { socket, ended } = await listenTo(origin);
	(socket as Untyped).emit("join", "x".repeat(70_000));
	await until("the connection ends", () => ended() !== undefined);
});

test("a token that is no session makes a visitor of the socket, not an error", async () => {
	await expect(listenTo(origin, { cookie: "session=nonsense" })).resolves.toBeDefined();
});

test("a socket ends as soon as its session was ended, wherever that was done", async () => {
	const member = await makePerson(db);
	const [first, second] = await Promise.all([asMember(member), asMember(member)]);
	const gone = await listenTo(origin, { cookie: first.cookie });
	const stays = await listenTo(origin, { cookie: second.cookie });
	const [oldest] = await db
		.select()
		.from(sessions)
		.where(eq(sessions.personId, member.id))
		.orderBy(sessions.createdAt);
	await db.delete(sessions).where(eq(sessions.id, oldest?.id ?? ""));
	await until("one of them ends", () => gone.ended() !== undefined || stays.ended() !== undefined);
	expect([gone.ended(), stays.ended()].filter(Boolean)).toHaveLength(1);
});

test("all sockets of a person end as soon as they are suspended or have another role", async () => {
	for (const change of [{ suspendedAt: new Date() }, { role: "moderator" as const }]) {
		const member = await makePerson(db);
		const listeners = await Promise.all(
			[1, 2].map(async () => listenTo(origin, { cookie: (await asMember(member)).cookie })),
		);
		const bystander = await listenTo(origin, { cookie: (await asMember(await makePerson(db))).cookie });
		await db.update(people).set(change).where(eq(people.id, member.id));
		await until("both end", () => listeners.every(({ ended }) => ended()));
		expect(bystander.ended()).toBeUndefined();
	}
});

test("a change of anything else about a person leaves their sockets alone", async () => {
	const member = await makePerson(db);
	const { join, ended } = await listenTo(origin, { cookie: (await asMember(member)).cookie });
	await db.update(people).set({ name: "Another name", role: "member" }).where(eq(people.id, member.id));
	await join("thread:0");
	expect(ended()).toBeUndefined();
});

test("a join that fails late takes nothing from the one that was sent after it", async () => {
	await makeTopics(db, "waste");
	const author = await asMember(await makePerson(db));
	const id = await openThread(author);
	const { join, heard } = await listenTo(origin);
	const { held, finish } = pause();
	const locked = pause();
	const locking = db.transaction(async (tx) => {
		await tx.execute(sql`lock table ${threads} in access exclusive mode`);
		locked.finish();
		await held;
	});
	await locked.held;
	const waiting = sql`select pid from pg_stat_activity
		where datname = current_database() and wait_event_type = 'Lock' order by query_start`;
	const answers = [];
	for (const count of [1, 2]) {
		answers.push(join(`thread:${id}`));
		await expect.poll(() => db.execute(waiting)).toHaveLength(count);
	}
	const [first] = await db.execute<{ pid: number }>(waiting);
	await db.execute(sql`select pg_terminate_backend(${first?.pid})`);
	expect(await answers[0]).toEqual({ ok: false, code: "unavailable" });
	finish();
	await locking;
	expect(await answers[1]).toMatchObject({ ok: true });
	await post(author, id, "Heard");
	await until("it is heard", () => heard.length === 1);
});

test("a session that was ended while the database could not tell is found out afterwards", async () => {
	const member = await makePerson(db);
	const { ended } = await listenTo(origin, { cookie: (await asMember(member)).cookie });
	const cutOff = sql`select pg_terminate_backend(pid) from pg_stat_activity
		where datname = current_database() and query ilike 'listen%'`;
	await expect.poll(() => db.execute(cutOff)).toHaveLength(1);
	await db.delete(sessions).where(eq(sessions.personId, member.id));
	await until("the socket ends", () => ended() !== undefined);

	const other = await makePerson(db);
	const next = await listenTo(origin, { cookie: (await asMember(other)).cookie });
	await db.delete(sessions).where(eq(sessions.personId, other.id));
	await until("the database is listened to again", () => next.ended() !== undefined);
});
