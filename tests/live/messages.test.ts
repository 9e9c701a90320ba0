import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson } from "../kit/factories.ts";
import { acquaint, documents, start } from "../kit/messages.ts";
import { listenTo, until } from "../kit/sockets.ts";
import { documents as posts } from "../kit/threads.ts";

const { db } = await useDatabase();
const { origin, asMember } = await useApp(db);

async function member(values: Parameters<typeof makePerson>[1] = {}) {
	const person = await makePerson(db, values);
	const asker = await asMember(person);
	return Object.assign(asker, {
		id: person.id,
		handle: person.handle,
		write: (threadId: string, body: string) =>
			asker.ask(posts.write, { threadId, clientId: randomUUID(), body }),
		listen: () => listenTo(origin, { cookie: asker.cookie }),
	});
}

const refused = { ok: false, code: "not_found" };

test("those who take part hear a conversation, nobody else does, staff included", async () => {
	const [anna, olena, admin] = [await member(), await member(), await member({ role: "admin" })];
	const id = await acquaint(anna, olena, olena.handle);
	const [hers, theirs, nobody] = [await olena.listen(), await admin.listen(), await listenTo(origin)];
	expect(await hers.join(`thread:${id}`)).toMatchObject({ ok: true });
	expect(await theirs.join(`thread:${id}`)).toEqual(refused);
	expect(await nobody.join(`thread:${id}`)).toEqual(refused);
	expect(await theirs.join(`messages:${olena.id}`)).toEqual(refused);
	await anna.write(id, "Between us");
	await until("it arrives", () => hers.heard.length > 0);
	expect(theirs.heard).toEqual([]);
});

test("a new conversation is heard of in the other's own stream, with how much there is to read", async () => {
	const [anna, olena] = [await member(), await member()];
	const hers = await olena.listen();
	const told: number[] = [];
	hers.socket.on("messages.changed", ({ unread }) => told.push(unread));
	expect(await hers.join(`messages:${olena.id}`)).toMatchObject({ ok: true });
	await start(anna, [olena.handle]);
	await until("she is told", () => told.length > 0);
	expect(told.at(-1)).toBe(1);
});

test("accepting is heard by the one who asked, declining by nobody", async () => {
	for (const answer of ["decline", "accept"] as const) {
		const [anna, olena] = [await member(), await member()];
		const { id } = await start(anna, [olena.handle]);
		const listener = await anna.listen();
		const heard: string[] = [];
		// How far the stream has come is said now and then, whatever has happened.
		listener.socket.onAny((event: string) => event !== "stream.reached" && heard.push(event));
		const joined = await listener.join(`thread:${id}`);
		const before = (await anna.get(documents.read, { id })).conversation;
		await olena.get(documents[answer], { id });
		if (answer === "accept") await until("she hears of it", () => heard.includes("conversation.changed"));
		else {
			// What was told before comes before the answer, which is that nothing has changed.
			expect(await listener.join(`thread:${id}`)).toEqual(joined);
			expect(heard).toEqual([]);
			expect((await anna.get(documents.read, { id })).conversation).toEqual(before);
		}
	}
});

test.each(["leave", "remove", "block", "decline"] as const)(
	"after %s nothing more of the conversation is heard",
	async (what) => {
		const [anna, olena, third] = [await member(), await member(), await member()];
		const handles = what === "block" ? [olena.handle] : [olena.handle, third.handle];
		const { id } = await start(anna, handles);
		if (what !== "decline") await olena.get(documents.accept, { id });
		// Nobody can write after a block; the posts that there are can be deleted.
		if (what === "block") for (let n = 0; n < 20; n++) await anna.write(id, `${n}`);
		// The block is anna's: it is olena who is to hear nothing more.
		const hers = await olena.listen();
		expect(await hers.join(`thread:${id}`)).toMatchObject({ ok: true });
		if (what === "leave") await olena.get(documents.leave, { id });
		if (what === "decline") await olena.get(documents.decline, { id });
		if (what === "remove") await anna.get(documents.remove, { id, handle: olena.handle });
		if (what === "block") await anna.get(documents.block, { handle: olena.handle });
		const { conversation } = await anna.get(documents.read, { id });
		expect(conversation).not.toBeNull();
		const own = (await anna.get(`{ thread(id: "${id}") { posts { id } } }`)).thread.posts;
		/** Whether she hears of a change: what she is told comes before the answer to what she asks next. */
		const hears = async () => {
			const before = hers.heard.length;
			if (what === "block") await anna.get(posts.delete, { id: own.pop().id });
			else await anna.write(id, "After that");
			expect(await hers.join(`messages:${olena.id}`)).toMatchObject({ ok: true });
			return hers.heard.length > before;
		};
		await expect.poll(hears).toBe(false);
		expect(await hears()).toBe(false);
		expect(await hers.join(`thread:${id}`)).toEqual(refused);
	},
);
