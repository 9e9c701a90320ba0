import { randomUUID } from "node:crypto";
import { limits } from "@interurban/contract/limits";
import { threadReads } from "@interurban/db/schema/following";
import { practiceAuthors } from "@interurban/db/schema/practices";
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { type Asker, useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makePractice } from "../kit/factories.ts";
import { acquaint, documents, start } from "../kit/messages.ts";
import { documents as posts } from "../kit/threads.ts";

const { db } = await useDatabase();
const { asMember, visitor } = await useApp(db);

async function member(values: Parameters<typeof makePerson>[1] = {}) {
	const person = await makePerson(db, values);
	return Object.assign(await asMember(person), { person, handle: person.handle });
}

const write = (asker: Asker, threadId: string, body: string) =>
	asker.ask(posts.write, { threadId, clientId: randomUUID(), body });
const codes = ({ issues }: { issues: { code: string }[] }) => issues.map(({ code }) => code);
const read = async (asker: Asker, id: string) => (await asker.get(documents.read, { id })).conversation;
const ids = (list: { items: { id: string }[] }) => list.items.map(({ id }) => id);

test("a first message from a stranger is a request, and one message is all until it is accepted", async () => {
	const [anna, olena] = [await member(), await member()];
	const { id, refusal } = await start(anna, [olena.handle], "How did you do it?");
	expect(refusal).toBe("waiting");
	const lists = await olena.get(documents.list);
	expect([ids(lists.requests), ids(lists.conversations)]).toEqual([[id], []]);
	expect(codes(await write(anna, id, "And one more"))).toEqual(["messages.waiting"]);
	expect(codes(await write(olena, id, "Too early"))).toEqual(["messages.not_accepted"]);
	await olena.get(documents.accept, { id });
	expect((await write(anna, id, "Thank you")).issues).toEqual([]);
	expect((await write(olena, id, "You are welcome")).issues).toEqual([]);
	expect((await read(anna, id)).traces).toMatchObject([{ kind: "joined", actor: { handle: olena.handle } }]);
});

test("declining is silent: the sender gets the very same answers as before", async () => {
	const [anna, olena] = [await member(), await member()];
	const { id } = await start(anna, [olena.handle]);
	const before = [await read(anna, id), codes(await write(anna, id, "More")), await anna.get(documents.list)];
	await olena.get(documents.decline, { id });
	const after = [await read(anna, id), codes(await write(anna, id, "More")), await anna.get(documents.list)];
	expect(after).toEqual(before);
	expect(await read(olena, id)).toBeNull();
	expect(codes(await olena.ask(documents.accept, { id }))).toEqual(["not_found"]);
});

test("reading a request without answering changes nothing for the sender", async () => {
	const [anna, olena] = [await member(), await member()];
	const { id } = await start(anna, [olena.handle]);
	const before = await read(anna, id);
	await olena.get("mutation ($id: ID!) { markRead(threadId: $id, upTo: 1) { id } }", { id });
	expect(await read(anna, id)).toEqual(before);
});

test("writing to the same person again goes on in the conversation of the two", async () => {
	const [anna, olena] = [await member(), await member()];
	const id = await acquaint(anna, olena, olena.handle);
	expect((await start(olena, [anna.handle], "Again")).id).toBe(id);
	expect((await start(anna, [olena.handle], "And again")).id).toBe(id);
	expect((await read(anna, id)).thread.postCount).toBe(3);
});

test("whoever declined and then writes themselves has accepted", async () => {
	const [anna, olena] = [await member(), await member()];
	const { id } = await start(anna, [olena.handle]);
	await olena.get(documents.decline, { id });
	expect((await start(olena, [anna.handle], "After all")).id).toBe(id);
	expect((await write(anna, id, "Good")).issues).toEqual([]);
});

test("a retry with the same client id makes one conversation, another text under it is refused", async () => {
	const [anna, olena, third] = [await member(), await member(), await member()];
	const variables = { handles: [olena.handle, third.handle], body: "Once", clientId: randomUUID() };
	const answers = await Promise.all([1, 2, 3].map(() => anna.get(documents.start, variables)));
	expect(new Set(answers.map(({ startConversation }) => startConversation.id)).size).toBe(1);
	expect(codes(await anna.ask(documents.start, { ...variables, body: "Twice" }))).toEqual([
		"posts.client_id_reused",
	]);
});

test("two who write to each other at once have one conversation", async () => {
	const [anna, olena] = [await member(), await member()];
	const both = await Promise.all([
		anna.ask(documents.start, { handles: [olena.handle], body: "A", clientId: randomUUID() }),
		olena.ask(documents.start, { handles: [anna.handle], body: "B", clientId: randomUUID() }),
	]);
	const found = new Set(both.flatMap(({ data }) => data?.startConversation?.id ?? []));
	expect(found.size).toBe(1);
});

test("co-authors whom somebody else brought together are no strangers; adding somebody oneself is not enough", async () => {
	const [author, coAuthor, other] = [await member(), await member(), await member()];
	const practice = await makePractice(db, { authorId: author.person.id });
	await db.insert(practiceAuthors).values([
		{ practiceId: practice.id, personId: coAuthor.person.id },
		{ practiceId: practice.id, personId: other.person.id },
	]);
	expect((await start(author, [coAuthor.handle])).refusal).toBe("waiting");
	expect((await start(other, [author.handle])).refusal).toBeNull();
	expect((await start(other, [coAuthor.handle])).refusal).toBeNull();
});

test("in a group, friends take part at once, strangers are asked; who is added reads everything, who leaves nothing", async () => {
	const [anna, olena, stranger, late] = [await member(), await member(), await member(), await member()];
	await acquaint(anna, olena, olena.handle);
	const { id } = await start(anna, [olena.handle, stranger.handle], "Hello all", "Market waste");
	expect((await read(anna, id)).participants).toMatchObject([
		{ invited: false, opener: true },
		{ person: { handle: olena.handle }, invited: false, viewerCanRemove: true },
		{ person: { handle: stranger.handle }, invited: true },
	]);
	await olena.get(documents.add, { id, handles: [late.handle] });
	expect((await read(late, id)).thread.posts).toMatchObject([{ body: "Hello all" }]);
	await late.get(documents.accept, { id });
	await late.get(documents.leave, { id });
	expect(await read(late, id)).toBeNull();
	expect(codes(await late.ask(documents.leave, { id }))).toEqual(["not_found"]);
	expect(codes(await write(late, id, "Still here?"))).toEqual(["not_found"]);
	expect((await read(anna, id)).traces.map(({ kind }: { kind: string }) => kind)).toEqual([
		"asked",
		"joined",
		"left",
	]);
});

test("who opened a group may remove others and nobody else may; when they leave, the next one may", async () => {
	const [anna, olena, third] = [await member(), await member(), await member()];
	const { id } = await start(anna, [olena.handle, third.handle]);
	await olena.get(documents.accept, { id });
	await third.get(documents.accept, { id });
	const removal = { id, handle: third.handle };
	expect(codes(await olena.ask(documents.remove, removal))).toEqual(["forbidden"]);
	await anna.get(documents.leave, { id });
	await olena.get(documents.remove, removal);
	expect(await read(third, id)).toBeNull();
	await olena.get(documents.add, { id, handles: [third.handle] });
	expect((await read(third, id)).requested).toBe(true);
});

test("a group has a name if somebody gives it one; a conversation of two stays as it is", async () => {
	const [anna, olena, third] = [await member(), await member(), await member()];
	const { id } = await start(anna, [olena.handle, third.handle]);
	await anna.get(documents.name, { id, name: "Waste" });
	await anna.get(documents.name, { id, name: "  " });
	expect((await read(anna, id)).name).toBe("");
	const direct = await acquaint(anna, olena, olena.handle);
	expect(codes(await anna.ask(documents.name, { id: direct, name: "Us" }))).toEqual(["forbidden"]);
	expect(codes(await anna.ask(documents.add, { id: direct, handles: [third.handle] }))).toEqual([
		"forbidden",
	]);
	expect(codes(await anna.ask(documents.leave, { id: direct }))).toEqual(["forbidden"]);
});

test("who is blocked can neither write nor start, and is not told", async () => {
	const [anna, olena, pest] = [await member(), await member(), await member()];
	const id = await acquaint(anna, olena, olena.handle);
	await olena.get(documents.block, { handle: anna.handle });
	expect(codes(await write(anna, id, "Hey"))).toEqual(["messages.undeliverable"]);
	expect(codes(await write(olena, id, "Hey"))).toEqual(["messages.blocked"]);
	await olena.get(documents.unblock, { handle: anna.handle });
	expect((await write(anna, id, "Hey")).issues).toEqual([]);
	await olena.get(documents.block, { handle: pest.handle });
	const begun = await start(pest, [olena.handle]);
	expect(begun.refusal).toBe("waiting");
	expect(ids((await olena.get(documents.list)).requests)).not.toContain(begun.id);
	const { person } = await pest.get(
		`{ person(handle: "${olena.handle}") { viewerHasBlocked viewerCanMessage } }`,
	);
	expect(person).toEqual({ viewerHasBlocked: false, viewerCanMessage: true });
});

test("a block declines the request that is open", async () => {
	const [anna, olena] = [await member(), await member()];
	const { id } = await start(anna, [olena.handle]);
	await olena.get(documents.block, { handle: anna.handle });
	expect(await read(olena, id)).toBeNull();
	expect((await read(anna, id)).refusal).toBe("waiting");
});

test("messages are found by their words, with these marked, in one's own conversations alone", async () => {
	const [anna, olena, nosy] = [await member(), await member(), await member({ role: "admin" })];
	const id = await acquaint(anna, olena, olena.handle);
	await write(anna, id, "The **Kompost** of the market, 100% of it");
	const find = async (asker: Asker, text: string) =>
		(await asker.get(documents.search, { text })).messages.items;
	expect(await find(olena, "MARKET kompost")).toMatchObject([
		{
			passage: [
				{ text: "The " },
				{ text: "Kompost", marked: true },
				{},
				{ text: "market", marked: true },
				{},
			],
		},
	]);
	expect(await find(olena, "100% kompost")).toHaveLength(1);
	expect(await find(olena, "1_0%")).toEqual([]);
	expect(await find(olena, "märkte komposts")).toEqual([]);
	expect(await find(olena, "markets kompost")).toHaveLength(1);
	expect(await find(nosy, "kompost")).toEqual([]);
	expect(await find(visitor, "kompost")).toEqual([]);
});

test("what is unread is counted for each, requests among it, and goes with reading", async () => {
	const [anna, olena] = [await member(), await member()];
	const { id } = await start(anna, [olena.handle]);
	expect((await olena.get(documents.list)).viewer.unreadMessages).toBe(1);
	expect((await anna.get(documents.list)).viewer.unreadMessages).toBe(0);
	await olena.get(documents.accept, { id });
	await write(anna, id, "Second");
	expect((await olena.get(documents.list)).conversations.items).toMatchObject([{ id, unread: 2 }]);
	await olena.get("mutation ($id: ID!) { markRead(threadId: $id, upTo: 2) { id } }", { id });
	expect((await olena.get(documents.list)).viewer.unreadMessages).toBe(0);
});

test("bad recipients are refused by name, and nothing is stored", async () => {
	const [anna, olena] = [await member(), await member({ name: "Same Name" })];
	await member({ name: "Same Name" });
	const gone = await makePerson(db, { suspendedAt: new Date() });
	const refused = async (sought: object) =>
		codes(await anna.ask(documents.start, { body: "x", clientId: randomUUID(), ...sought }));
	expect(await refused({ handles: [anna.handle] })).toEqual(["messages.to_oneself"]);
	expect(await refused({ handles: ["nobody-at-all"] })).toEqual(["messages.unknown_person"]);
	expect(await refused({ handles: [gone.handle] })).toEqual(["messages.unknown_person"]);
	expect(await refused({ handlesText: "same name" })).toEqual(["messages.unknown_person"]);
	expect(await refused({ handles: [] })).toEqual(["required"]);
	expect(await refused({ handlesText: "a\0b" })).toContain("unreadable_text");
	expect(await refused({ handles: [olena.handle], body: " " })).toEqual(["required"]);
	const many = await Promise.all(Array.from({ length: limits.conversation.people }, () => makePerson(db)));
	const handles = many.map(({ handle }) => handle);
	expect(await refused({ handles })).toEqual(["messages.too_many_people"]);
	const { id } = await start(anna, handles.slice(1));
	expect(codes(await anna.ask(documents.add, { id, handles: [handles[0]] }))).toEqual([
		"messages.too_many_people",
	]);
	expect(codes(await anna.ask(documents.add, { id, handles: [handles[1]] }))).toEqual([
		"messages.already_there",
	]);
	expect(ids((await anna.get(documents.list)).conversations)).toEqual([id]);
});

test("what was typed without choosing finds a handle, with or without @, or a name that only one has", async () => {
	const [anna, olena] = [await member(), await member({ name: "Олена Коваль" })];
	const third = await member();
	const started = (
		await anna.get(documents.start, {
			...{ handlesText: `олена коваль, @${third.handle}`, body: "x", clientId: randomUUID() },
		})
	).startConversation;
	expect(started.others.sort()).toEqual([olena.person.name, third.person.name].sort());
});

test("who was suspended cannot be reached, and what they wrote stays", async () => {
	const [anna, olena, admin] = [await member(), await member(), await member({ role: "admin" })];
	const id = await acquaint(anna, olena, olena.handle);
	await admin.get(`mutation { suspendPerson(handle: "${olena.handle}") }`);
	expect(codes(await write(anna, id, "Hello?"))).toEqual(["messages.undeliverable"]);
	expect((await read(anna, id)).thread.postCount).toBe(1);
});

test("a foreign conversation and none at all get the same answer everywhere", async () => {
	const [anna, olena, nosy] = [await member(), await member(), await member({ role: "admin" })];
	const { id } = await start(anna, [olena.handle]);
	const operations = [documents.accept, documents.decline, documents.leave, documents.read];
	const outsiders: Asker[] = [nosy, await member()];
	for (const asker of outsiders)
		for (const document of operations)
			expect(await asker.ask(document, { id })).toEqual(await asker.ask(document, { id: "999999" }));
	expect(await nosy.ask(documents.add, { id, handles: [olena.handle] })).toEqual(
		await nosy.ask(documents.add, { id: "999999", handles: [olena.handle] }),
	);
	expect(codes(await write(nosy, id, "Ha"))).toEqual(["not_found"]);
});

test("an answer by somebody whom one has blocked does not count as one", async () => {
	const [anna, pest, other] = [await member(), await member(), await member()];
	const { id } = await start(anna, [pest.handle, other.handle]);
	await pest.get(documents.accept, { id });
	await other.get(documents.accept, { id });
	const [first] = (await anna.get(`{ thread(id: "${id}") { posts { id } } }`)).thread.posts;
	const answer = async (asker: Asker) => {
		await asker.get(posts.write, { threadId: id, clientId: randomUUID(), body: "Look", replyToId: first.id });
		const where = and(eq(threadReads.personId, anna.person.id), eq(threadReads.threadId, Number(id)));
		return (await db.select().from(threadReads).where(where))[0]?.replyNumber;
	};
	await anna.get(documents.block, { handle: pest.handle });
	expect(await answer(pest)).toBe(0);
	expect(await answer(other)).toBe(3);
});
