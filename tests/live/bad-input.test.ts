import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { type Asker, useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makeTopics } from "../kit/factories.ts";
import { acquaint, documents as talks } from "../kit/messages.ts";
import { listenTo, until } from "../kit/sockets.ts";
import { documents, openThread, post } from "../kit/threads.ts";

const { db } = await useDatabase();
const { origin, asMember, visitor } = await useApp(db);

type Member = Asker & { handle: string };
let olena: Member;
let amadou: Member;

const member = async (): Promise<Member> => {
	const { id, handle } = await makePerson(db);
	return { ...(await asMember({ id })), handle };
};

beforeAll(() => makeTopics(db, "waste"));

/** Texts that some renderers take minutes or gigabytes for. */
const bombs = {
	quotations: "> ".repeat(9_999),
	lists: Array.from({ length: 190 }, (_, depth) => `${" ".repeat(depth)}- a`).join("\n"),
	brackets: "[".repeat(20_000),
	links: "[a](".repeat(5_000),
	pictures: "![".repeat(10_000),
	references: `[a]: /${"x".repeat(9_000)}\n\n${"[a] ".repeat(2_700)}`,
	emphasis: "*a **b ".repeat(2_800),
	"crossed emphasis": "*a_b".repeat(5_000),
	tables: `${"|a".repeat(900)}\n${"|-".repeat(900)}\n${"|\n".repeat(8_000)}`,
	entities: "&nbsp;".repeat(3_300),
	code: "`"
		.repeat(19_999)
		.replace(/(.{50})/g, "$1 ")
		.slice(0, 20_000),
	addresses: "http://a.b/".repeat(1_800),
	mails: "a@b.".repeat(5_000),
	tags: "<a ".repeat(6_600),
	backslashes: "\\".repeat(20_000),
};

describe.each(["thread", "conversation"] as const)("in a %s", (where) => {
	let id = "";
	beforeAll(async () => {
		[olena, amadou] = [await member(), await member()];
		id = where === "thread" ? await openThread(olena) : await acquaint(olena, amadou, amadou.handle);
	});

	const write = (body: string) => olena.ask(documents.write, { threadId: id, clientId: randomUUID(), body });
	const count = async (): Promise<number> => (await olena.get(documents.read, { id })).thread.postCount;

	test.for([
		["empty", "", "required"],
		["blank", " \n\t\u3000", "required"],
		["too long", "x".repeat(20_001), "too_long"],
		["with NUL", "a\0b", "unreadable_text"],
		["with half of a surrogate pair", "a\udc00b", "unreadable_text"],
	] as const)("a text that is %s is refused at its field, and nothing is stored", async ([, body, code]) => {
		const before = await count();
		expect((await write(body)).issues).toMatchObject([{ code, field: "body" }]);
		expect(await count()).toBe(before);
	});

	test("200 KB are refused before they are read, and the next request is answered", async () => {
		const before = await count();
		const response = await fetch(`${origin}/graphql`, {
			method: "POST",
			headers: { "content-type": "application/json", cookie: olena.cookie ?? "" },
			body: JSON.stringify({
				query: documents.write,
				variables: { threadId: id, clientId: randomUUID(), body: "x".repeat(200_000) },
			}),
		});
		expect(response.status).toBeLessThan(500);
		expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "too_large" } }] });
		expect(await count()).toBe(before);
	});

	test.for(Object.keys(bombs))("%s that would explode become a page of bounded size", async (kind) => {
		const body = bombs[kind as keyof typeof bombs];
		const { data, issues } = await write(body);
		expect(issues).toEqual([]);
		expect(data.writePost.html.length).toBeLessThan(500_000);
		expect(data.writePost.html).not.toMatch(/<script|javascript:/);
	});

	test("thousands of mentions are refused with how many are possible", async () => {
		const body = Array.from({ length: 2_500 }, (_, n) => `@a${n}`).join(" ");
		expect((await write(body)).issues).toMatchObject([
			{ code: "posts.too_many_mentions", field: "body", args: { max: 50 } },
		]);
		const started = await olena.ask(talks.start, {
			...{ handles: [amadou.handle], body, clientId: randomUUID() },
		});
		expect(started.issues).toMatchObject([{ code: "posts.too_many_mentions", field: "body" }]);
	});

	test("a reaction that does not exist is refused, and changes nothing", async () => {
		const { data } = await write("Praise me");
		const react = (kind: string) =>
			amadou.ask(
				"mutation ($id: ID!, $kind: ReactionKind!) { reactToPost(id: $id, kind: $kind, given: true) { version } }",
				{
					...{ id: data.writePost.id, kind },
				},
			);
		for (const kind of ["nonsense", "", "constructor", "__proto__", "THANKS"]) {
			const { issues } = await react(kind);
			expect(
				issues.map(({ code }) => code),
				kind,
			).toEqual(["invalid"]);
		}
		const { thread } = await olena.get(documents.read, { id });
		expect(thread.posts.at(-1)?.version ?? data.writePost.version).toBe(data.writePost.version);
	});
});

test("whoever floods the service with events is let go, while others hear every post", async () => {
	const [loud, calm] = [await member(), await member()];
	const threadId = await openThread(calm);
	const stream = `thread:${threadId}`;
	const [flooding, listening] = [
		await listenTo(origin, { cookie: loud.cookie }),
		await listenTo(origin, { cookie: calm.cookie }),
	];
	for (const { join } of [flooding, listening]) expect(await join(stream)).toMatchObject({ ok: true });
	const typists: string[] = [];
	listening.socket.on("typing", ({ handle }) => typists.push(handle));
	for (let n = 0; n < 1000; n++) {
		flooding.socket.emit("typing", stream, n % 2 === 0);
		if (n % 100 === 0) await post(calm, threadId, `${n}`);
	}
	await until("the loud one is let go", () => flooding.ended() !== undefined);
	await post(calm, threadId, "Peace");
	await until("all is heard", () => listening.heard.length >= 11);
	expect(listening.heard.map(({ version }) => version)).toEqual(Array.from({ length: 11 }, (_, n) => n + 2));
	expect(typists.length).toBeLessThan(20);
	expect(listening.ended()).toBeUndefined();
	// Whoever comes to reason is let in again.
	const back = await listenTo(origin, { cookie: loud.cookie });
	expect(await back.join(stream)).toMatchObject({ ok: true });
});

test("a foreign conversation's stream is no more to be joined than one that does not exist", async () => {
	const [one, other] = [await member(), await member()];
	const id = await acquaint(one, other, other.handle);
	for (const asker of [visitor, await member()]) {
		const { join } = await listenTo(origin, { cookie: asker.cookie });
		expect(await join(`thread:${id}`)).toEqual(await join("thread:999999999"));
	}
});
