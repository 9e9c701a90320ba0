import { randomUUID } from "node:crypto";
import { makeSessions } from "@interurban/api/sessions";
import { sessions } from "@interurban/db/schema/people";
import { posts, threads } from "@interurban/db/schema/threads";
import { StartThread, WritePost } from "@interurban/web/generated/operations";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makeTopics } from "../kit/factories.ts";
import { hasRedis, type Redis, startRedis } from "../kit/redis.ts";
import { type Listener, listenTo, until } from "../kit/sockets.ts";
import { askAt } from "../kit/storm/ask.ts";
import { type StormServer, startServer } from "../kit/storm/servers.ts";

/** Where the checks run, Redis is there, or they fail. */
const withRedis = hasRedis() || Boolean(process.env.CI);
if (!withRedis)
	console.warn("Redis is not installed (redis-server): live events that pass through it are not tested.");

describe.each([
	{ way: "PostgreSQL", isThere: true },
	{ way: "Redis", isThere: withRedis },
])("two processes that find each other through $way", async ({ way, isThere }) => {
	const { db, url } = await useDatabase();
	const servers: StormServer[] = [];
	let redis: Redis | undefined;
	const origin = (n: number) => `http://127.0.0.1:${servers[n]?.port()}`;
	const it = test.skipIf(!isThere);

	beforeAll(async () => {
		if (!isThere) return;
		await makeTopics(db, "waste");
		if (way === "Redis") redis = await startRedis();
		const env = { DATABASE_URL: url, LOG_LEVEL: "fatal", ...(redis ? { REDIS_URL: redis.url } : {}) };
		servers.push(...(await Promise.all([startServer(env), startServer(env)])));
	});
	afterAll(async () => {
		await Promise.all(servers.map((server) => server.stop()));
		await redis?.kill();
	});

	async function member() {
		const { cookie } = await makeSessions(db, false).create((await makePerson(db)).id, "test");
		return cookie.split(";", 1)[0] ?? "";
	}

	/** A thread, who opened it, and two who listen to it at either process. */
	async function open() {
		const cookie = await member();
		const run = askAt(() => origin(0), cookie);
		const start = { topicId: "waste", title: "Waste", body: "First", clientId: randomUUID() };
		const { startThread: thread } = await run(StartThread, start);
		const listeners = await Promise.all([listenTo(origin(0)), listenTo(origin(1))]);
		for (const { join } of listeners) expect(await join(`thread:${thread.id}`)).toMatchObject({ ok: true });
		const write = async (body: string) => {
			const post = { threadId: thread.id, clientId: randomUUID(), body, replyToId: null };
			return (await run(WritePost, post)).writePost.version;
		};
		return { cookie, threadId: Number(thread.id), listeners, write };
	}

	const versions = ({ heard }: Listener) => heard.map(({ version }) => version).sort((a, b) => a - b);

	it("what is written at one is heard once by the listeners of both", async () => {
		const { listeners, write } = await open();
		for (let n = 0; n < 20; n++) await write(`${n}`);
		await until("all is heard", () => listeners.every(({ heard }) => heard.length >= 20));
		for (const one of listeners) expect(versions(one)).toEqual(Array.from({ length: 20 }, (_, n) => n + 2));
	});

	it("what is too long for a notice of the database is heard just the same", async () => {
		const { listeners, write } = await open();
		await write("a".repeat(1000));
		await until("it is heard", () => listeners.every(({ heard }) => heard.length === 1));
		const rest = JSON.stringify(listeners[0]?.heard[0]).length - 1000 + 100;
		// Every length around the limit of 8000 bytes, whatever stands around the event, and one far above it.
		for (let length = 8000 - rest - 100; length <= 8000 - rest; length++) await write("a".repeat(length));
		await write("é".repeat(19_000));
		await until("all is heard", () => listeners.every(({ heard }) => heard.length >= 103));
		for (const one of listeners) expect(versions(one)).toEqual(Array.from({ length: 103 }, (_, n) => n + 2));
	});

	it("who writes at one is shown at the other, beginning and end in their order", async () => {
		const { cookie, threadId, listeners } = await open();
		const writing = await listenTo(origin(0), { cookie });
		await writing.join(`thread:${threadId}`);
		const told = listeners.map(({ socket }) => {
			const heard: boolean[] = [];
			socket.on("typing", ({ isTyping }) => heard.push(isTyping));
			return heard;
		});
		for (let n = 0; n < 8; n++) writing.socket.emit("typing", `thread:${threadId}`, n % 2 === 0);
		// A busy line may leave out a beginning, never an end.
		const ends = (heard: readonly boolean[]) => heard.filter((isTyping) => !isTyping).length;
		await until("all is told", () => told.every((heard) => ends(heard) >= 4));
		for (const heard of told) {
			expect(ends(heard)).toBe(4);
			expect(heard.at(-1)).toBe(false);
			expect(heard).toContain(true);
			expect(heard.join()).not.toContain("true,true");
		}
	});

	it("a session that is ended at one ends its sockets at the other", async () => {
		const { cookie } = await open();
		const elsewhere = await listenTo(origin(1), { cookie });
		await db.delete(sessions);
		await until("the socket ends", () => elsewhere.ended() !== undefined);
	});

	it("what was stored and not told, because a process died, is known to all listeners soon after", async () => {
		const { threadId, listeners } = await open();
		const reached = listeners.map(({ socket }) => {
			const told: number[] = [];
			socket.on("stream.reached", ({ version }) => told.push(version));
			return told;
		});
		await db.update(threads).set({ version: sql`version + 1`, postCount: 2 }).where(eq(threads.id, threadId));
		await db.insert(posts).values({
			...{ threadId, number: 2, version: 2, authorId: (await makePerson(db)).id, clientId: randomUUID() },
			...{ sentHash: "", body: "Told to nobody", language: "en" },
		});
		await until("both know", () => reached.every((told) => told.includes(2)));
	});

	it("after every connection to the database was lost, they find each other again", async () => {
		const { listeners, write } = await open();
		const cut = sql`select pg_terminate_backend(pid) from pg_stat_activity
			where datname = current_database() and pid <> pg_backend_pid()`;
		// Three times: what a lost connection leaves behind must not add up.
		for (let n = 0; n < 3; n++) {
			await db.execute(cut).catch(() => {});
			await passesAgain(listeners, write);
		}
	});

	test.skipIf(!isThere || way !== "Redis")(
		"while Redis is away nothing stands still, and afterwards it is used again",
		async () => {
			const { listeners, write } = await open();
			const [here, there] = listeners as [Listener, Listener];
			let reached = 0;
			there.socket.on("stream.reached", ({ version }) => {
				reached = version;
			});
			await redis?.kill();
			await write("Heard where it was written");
			await until("it is heard", () => here.heard.length === 1);
			await until("the others learn of it", () => reached === 2);
			await redis?.start();
			await passesAgain(listeners, write);
		},
	);

	/** Writes until what is written from now on is heard at both. */
	async function passesAgain(listeners: readonly Listener[], write: (body: string) => Promise<number>) {
		let first: number | undefined;
		let isOver = false;
		const writing = (async () => {
			while (!isOver) {
				const version = await write("Do you hear me?").catch(() => undefined);
				first ??= version;
			}
		})();
		// What was told before may still be on its way.
		const hear = (one: Listener, least: number) => versions(one).some((version) => version >= least);
		const doHear = () => listeners.every((one) => first !== undefined && hear(one, first));
		await until("both hear again", doHear).finally(() => {
			isOver = true;
		});
		await writing;
		const last = await write("Now?");
		await until("both hear", () => listeners.every((one) => hear(one, last)));
	}
});
