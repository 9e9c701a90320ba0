import { randomUUID } from "node:crypto";
import { makeLimiter } from "@interurban/api/limiter";
import { posts } from "@interurban/db/schema/threads";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { type Asker, useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makeTopics } from "../kit/factories.ts";
import { documents, openThread, post } from "../kit/threads.ts";

const { db } = await useDatabase();
const { visitor, asMember } = await useApp(db);

let olena: Asker;

beforeAll(async () => {
	await makeTopics(db, "waste", "composting", "climate-finance");
	[olena] = await Promise.all([makePerson(db, { name: "Olena", language: "uk" }).then(asMember)]);
});

test("a post answers one of its own thread only", async () => {
	const [threadId, other] = [await openThread(olena), await openThread(olena)];
	const { id } = await post(olena, other, "Elsewhere");
	for (const replyToId of [id, "999999999", "x", "0"]) {
		const variables = { threadId, clientId: randomUUID(), body: "x", replyToId };
		expect((await olena.ask(documents.write, variables)).issues, replyToId).toMatchObject([
			{ code: "not_found" },
		]);
	}
});

test.for([
	["empty", "", "required"],
	["blank", " \n\t ", "required"],
	["longer than 20,000 characters", "x".repeat(20_001), "too_long"],
	["with NUL", "a\0b", "unreadable_text"],
	["with half of a surrogate pair", "a\ud800b", "unreadable_text"],
] as const)("a text that is %s is refused with its reason", async ([, body, code]) => {
	const threadId = await openThread(olena);
	const variables = { threadId, clientId: randomUUID(), body };
	expect((await olena.ask(documents.write, variables)).issues).toMatchObject([{ code, field: "body" }]);
	expect((await visitor.get(documents.read, { id: threadId })).thread.postCount).toBe(1);
});

test("20,000 characters are enough, each of which may be an emoji", async () => {
	const body = "🙂".repeat(20_000);
	expect(await post(olena, await openThread(olena), body)).toMatchObject({ body });
});

test("Markdown that would explode is answered without a stall, and shows no markup of the writer's", async () => {
	const threadId = await openThread(olena);
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
		const { html } = await post(olena, threadId, body);
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
		[{ topicId: null, topicIdText: "a\0" }, "unreadable_text", "topicId"],
		[{ clientId: "1" }, "invalid", "clientId"],
	] as const)
		expect((await olena.ask(documents.start, { ...good, ...bad })).issues).toMatchObject([{ code, field }]);
});

test("a topic may be typed, in any of our languages", async () => {
	const typed = `mutation ($clientId: ID!) {
		startThread(topicIdText: "Kompostierung", title: "T", body: "B", clientId: $clientId) { topic { id } }
	}`;
	expect((await olena.get(typed, { clientId: randomUUID() })).startThread.topic.id).toBe("composting");
});

test("the language of a text is detected; where it says too little, it is its author's", async () => {
	const threadId = await openThread(olena);
	const german = await post(
		olena,
		threadId,
		"Wir haben das gleiche Problem mit den Bäckereien in der Innenstadt.",
	);
	const quoting = await post(
		olena,
		threadId,
		"> Wir haben das gleiche Problem mit den Bäckereien in der Innenstadt.\n\nWe have that problem too, and no solution.",
	);
	const short = await post(olena, threadId, "+1");
	expect([german, quoting, short].map(({ language }) => language)).toEqual(["de", "en", "uk"]);
});

test("ids that are none lead nowhere, and nothing breaks", async () => {
	for (const id of ["", "0", "-1", "1.5", "x", "99999999999999999999", "1 or 1=1", "\0"]) {
		expect((await visitor.get(documents.read, { id })).thread).toBeNull();
		expect((await olena.ask(documents.edit, { id, body: "x" })).issues).toMatchObject([
			{ code: "not_found" },
		]);
		expect((await olena.ask(documents.delete, { id })).issues).toMatchObject([{ code: "not_found" }]);
		const variables = { threadId: id, clientId: randomUUID(), body: "x" };
		expect((await olena.ask(documents.write, variables)).issues).toMatchObject([{ code: "not_found" }]);
	}
});

test("who writes too much at once is told how long to wait; a retry of what is stored is answered all the same", async () => {
	const narrow = await useApp(db, { limiter: makeLimiter() });
	const member = await makePerson(db);
	const asker = await narrow.asMember(member);
	const threadId = await openThread(olena);
	const first = { threadId, clientId: randomUUID(), body: "First" };
	await asker.get(documents.write, first);
	for (let n = 0; n < 29; n++)
		await asker.get(documents.write, { threadId, clientId: randomUUID(), body: `${n}` });
	expect(
		(await asker.ask(documents.write, { threadId, clientId: randomUUID(), body: "x" })).issues,
	).toMatchObject([{ code: "rate_limited", args: { seconds: expect.any(Number) } }]);
	expect((await asker.ask(documents.write, first)).issues).toEqual([]);
	expect(await db.select().from(posts).where(eq(posts.authorId, member.id))).toHaveLength(30);
});
