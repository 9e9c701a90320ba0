import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { participants } from "@interurban/db/schema/conversations";
import { threads } from "@interurban/db/schema/threads";
import { beforeAll, expect, test } from "vitest";
import { useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makeTopics } from "../kit/factories.ts";
import { listenTo, until } from "../kit/sockets.ts";
import { documents, openThread, post } from "../kit/threads.ts";

const { db } = await useDatabase();
const app = await useApp(db);

beforeAll(() => makeTopics(db, "waste"));

const member = async (values = {}) => {
	const person = await makePerson(db, values);
	return { person, asker: await app.asMember(person) };
};

/** A socket that hears a stream, with whom it was told of. */
async function listen(stream: string, cookie: string | null = null) {
	const listener = await listenTo(app.origin, { cookie });
	const told: { name: string; isTyping: boolean }[] = [];
	listener.socket.on("typing", ({ name, isTyping }) => told.push({ name, isTyping }));
	const joined = await listener.join(stream);
	return {
		...listener,
		joined,
		told,
		type: (isTyping = true) => listener.socket.emit("typing", stream, isTyping),
	};
}

test("who hears a thread is told who is writing there, and when no longer; nothing of it is kept", async () => {
	const olena = await member({ name: "Olena" });
	const stream = `thread:${await openThread(olena.asker)}`;
	const writing = await listen(stream, olena.asker.cookie);
	const reading = await listen(stream);
	writing.type();
	writing.type(false);
	await until("both are told", () => reading.told.length === 2);
	expect(reading.told).toEqual([
		{ name: "Olena", isTyping: true },
		{ name: "Olena", isTyping: false },
	]);
	expect(writing.told, "nobody is told of themselves").toEqual([]);
	const late = await listen(stream);
	await sleep(100);
	expect(late.told).toEqual([]);
});

test("nobody is shown who is a visitor, does not hear the stream, or does not want to be seen", async () => {
	const olena = await member({ name: "Olena" });
	const [id, other] = [await openThread(olena.asker), await openThread(olena.asker)];
	const stream = `thread:${id}`;
	const reading = await listen(stream);
	(await listen(stream)).type();
	const elsewhere = await listen(`thread:${other}`, olena.asker.cookie);
	elsewhere.socket.emit("typing", stream, true);
	const hidden = await member({ showTyping: false });
	(await listen(stream, hidden.asker.cookie)).type();
	const seen = await listen(stream, olena.asker.cookie);
	seen.type();
	await until("only one is told of", () => reading.told.length > 0);
	await sleep(200);
	expect(reading.told).toEqual([{ name: "Olena", isTyping: true }]);
});

test("in a conversation only those who take part write and are told", async () => {
	const [olena, amadou, asked, outside] = [
		await member({ name: "Olena" }),
		await member(),
		await member(),
		await member(),
	];
	const [thread] = await db.insert(threads).values({ private: true }).returning();
	const threadId = thread?.id ?? 0;
	const part = (personId: number, state: "joined" | "asked" = "joined") => ({ threadId, personId, state });
	await db
		.insert(participants)
		.values([part(olena.person.id), part(amadou.person.id), part(asked.person.id, "asked")]);
	const stream = `thread:${threadId}`;
	const reading = await listen(stream, amadou.asker.cookie);
	const stranger = await listen(stream, outside.asker.cookie);
	expect(stranger.joined.ok).toBe(false);
	stranger.type();
	(await listen(stream, asked.asker.cookie)).type();
	(await listen(stream, olena.asker.cookie)).type();
	await until("somebody is told of", () => reading.told.length > 0);
	await sleep(100);
	expect(reading.told).toEqual([{ name: "Olena", isTyping: true }]);
	expect(stranger.told).toEqual([]);
});

test("what is too much is dropped, and what is malformed is refused", async () => {
	const olena = await member();
	const stream = `thread:${await openThread(olena.asker)}`;
	const writing = await listen(stream, olena.asker.cookie);
	const reading = await listen(stream);
	for (let n = 0; n < 100; n++) writing.type(n % 2 === 0);
	const answer = await writing.socket.timeout(5000).emitWithAck("typing" as "join", stream);
	expect(answer).toEqual({ ok: false, code: "invalid" });
	await until("some are told", () => reading.told.length > 0);
	await sleep(100);
	expect(reading.told.length).toBeLessThan(50);
});

test("what somebody reads or has to read is told to them alone, on all of their devices", async () => {
	const [olena, amadou] = [await member(), await member()];
	const id = await openThread(olena.asker);
	const first = await post(amadou.asker, id, "A question");
	const stream = `person:${amadou.person.id}`;
	const devices = await Promise.all([1, 2].map(() => listenTo(app.origin, { cookie: amadou.asker.cookie })));
	const heard: [string, unknown][] = [];
	for (const device of devices) {
		device.socket.on("reading.changed", ({ readNumber }) => heard.push(["read", readNumber]));
		device.socket.on("inbox.changed", ({ threadId }) => heard.push(["inbox", threadId]));
		expect((await device.join(stream)).ok).toBe(true);
	}
	const others = await listenTo(app.origin, { cookie: olena.asker.cookie });
	expect(await others.join(stream)).toEqual({ ok: false, code: "not_found" });
	expect(await (await listenTo(app.origin)).join(stream)).toEqual({ ok: false, code: "not_found" });

	await olena.asker.get(documents.write, {
		...{ threadId: id, clientId: randomUUID(), body: "An answer", replyToId: first.id },
	});
	await until("both devices hear of the answer", () => heard.length >= 2);
	expect(heard).toEqual([
		["inbox", id],
		["inbox", id],
	]);
	await amadou.asker.get(`mutation ($id: ID!) { markRead(threadId: $id, upTo: 3) { id } }`, { id });
	await until("both devices hear that it was read", () => heard.length >= 4);
	expect(heard.slice(2)).toEqual([
		["read", 3],
		["read", 3],
	]);
});
