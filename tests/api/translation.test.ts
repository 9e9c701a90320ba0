import { makeTranslator } from "@interurban/api/translation/libretranslate";
import { participants } from "@interurban/db/schema/conversations";
import { postTranslations, threads } from "@interurban/db/schema/threads";
import { eq } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Asker, useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makeTopics } from "../kit/factories.ts";
import { useLibreTranslate } from "../kit/libretranslate.ts";
import { documents, openThread, post } from "../kit/threads.ts";

const { db } = await useDatabase();
const server = await useLibreTranslate("secret");
const translator = makeTranslator({ url: server.url, key: "secret", patience: 500 });
const { visitor, asMember } = await useApp(db, { translator });
await makeTopics(db, "waste");
const author = await makePerson(db);
const member = await asMember(author);
const peer = await makePerson(db);
const other = await asMember(peer);
const moderator = await asMember(await makePerson(db, { role: "moderator" }));
let thread = "";
beforeAll(async () => {
	thread = await openThread(member);
});
afterEach(() => server.answerWith(null));

const translate = `mutation ($id: ID!, $language: String!) {
	translatePost(id: $id, language: $language) { language body html translator { name } viewerCanEdit }
}`;
const write = `mutation ($id: ID!, $language: String!, $body: String!) {
	writeTranslation(postId: $id, language: $language, body: $body) { body translator { name } }
}`;
const remove = `mutation ($id: ID!, $language: String!) { removeTranslation(postId: $id, language: $language) { id } }`;
const read = `query ($thread: ID!, $number: Int!, $language: String!) {
	thread(id: $thread) { post(number: $number) {
		translation(language: $language) { body html translator { name } viewerCanEdit }
		viewerCanTranslate
	} }
}`;

const english =
	"The streets are **closed** to cars on Sundays, see `car_free` and [the map](https://city.example/map).";

const stored = async (asker: Asker, number: number, language = "de") =>
	(await asker.get(read, { thread, number, language })).thread.post;

/** What is stored of a post in any language. */
const translationsOf = (id: string) =>
	db
		.select()
		.from(postTranslations)
		.where(eq(postTranslations.postId, Number(id)));

describe("a machine", () => {
	test("translates the words of a post, leaves code and links alone, and is asked once", async () => {
		const { id, number } = await post(member, thread, `${english}\n\n\`\`\`\nleave me\n\`\`\``);
		const before = server.asked.length;
		const answers = await Promise.all(
			[visitor, other, visitor].map((asker) => asker.get(translate, { id, language: "de" })),
		);
		for (const { translatePost } of answers) {
			expect(translatePost.translator).toBeNull();
			expect(translatePost.body).toBe(
				"ehT steerts era **desolc** ot srac no syadnuS, ees `car_free` dna [eht pam](https://city.example/map).\n\n```\nleave me\n```",
			);
			expect(translatePost.html).toContain('href="https://city.example/map"');
		}
		expect(server.asked.length - before).toBe(1);
		expect(server.asked.at(-1)).toMatchObject({
			source: "en",
			target: "de",
			format: "html",
			api_key: "secret",
		});
		expect(JSON.stringify(server.asked.at(-1)?.q)).not.toMatch(/city\.example|car_free|leave me/);
		expect((await stored(visitor, number)).translation.translator).toBeNull();
	});

	test("is asked anew when the post has changed", async () => {
		const { id, number } = await post(member, thread, english);
		await other.get(translate, { id, language: "de" });
		await member.get(documents.edit, { id, body: "The streets are open again on all days." });
		expect((await stored(other, number)).translation).toBeNull();
		const { translatePost } = await other.get(translate, { id, language: "de" });
		expect(translatePost.body).toContain("nepo");
	});

	test("keeps what it spoils as it was written", async () => {
		const { id } = await post(member, thread, "A first paragraph with `code` in it.\n\nAnd a second one.");
		server.answerWith((answer, translated) =>
			answer.end(JSON.stringify({ translatedText: ["<p>lost</p><script>alert(1)</script>", translated[1]] })),
		);
		const { translatePost } = await other.get(translate, { id, language: "de" });
		expect(translatePost.body).toBe("A first paragraph with `code` in it.\n\ndnA a dnoces eno.");
	});

	test.each([
		["is slow", () => {}, "translations.unavailable"],
		[
			"has too much to do",
			(answer) => answer.writeHead(429).end('{"error":"Slowdown"}'),
			"translations.busy",
		],
		["fails", (answer) => answer.writeHead(500).end("<h1>500</h1>"), "translations.unavailable"],
		["answers nonsense", (answer) => answer.end("<html>"), "translations.unavailable"],
		[
			"answers something else",
			(answer) => answer.end('{"translatedText":"one text"}'),
			"translations.unavailable",
		],
		[
			"answers without end",
			(answer) => answer.end(`{"translatedText":["${"x".repeat(2_000_000)}"]}`),
			"translations.unavailable",
		],
		["hangs up", (answer) => answer.destroy(), "translations.unavailable"],
		[
			"leads elsewhere",
			(answer) => answer.writeHead(307, { location: "http://127.0.0.1:1/" }).end(),
			"translations.unavailable",
		],
	] satisfies [string, Parameters<typeof server.answerWith>[0], string][])(
		"that %s is told of, and nothing is stored",
		async (_, way, code) => {
			const { id, number } = await post(member, thread, english);
			server.answerWith(way);
			expect((await other.ask(translate, { id, language: "de" })).issues).toMatchObject([{ code }]);
			expect((await stored(other, number)).translation).toBeNull();
			server.answerWith(null);
			expect((await other.get(translate, { id, language: "de" })).translatePost.body).toContain("desolc");
		},
	);

	test("translates a conversation for those who take part, and nothing of it is kept", async () => {
		const [row] = await db.insert(threads).values({ private: true, language: "en" }).returning();
		const threadId = row?.id ?? 0;
		await db.insert(participants).values([
			{ threadId, personId: author.id, state: "joined" },
			{ threadId, personId: peer.id, state: "joined" },
		]);
		const { id } = await post(member, String(threadId), english);
		const before = server.asked.length;
		for (const asker of [visitor, moderator])
			expect((await asker.ask(translate, { id, language: "de" })).issues).toMatchObject([
				{ code: "not_found" },
			]);
		expect(server.asked.length).toBe(before);
		expect((await other.get(translate, { id, language: "de" })).translatePost.body).toContain("desolc");
		const refused = await other.ask(write, { id, language: "de", body: "Die Straßen" });
		expect(refused.issues).toMatchObject([{ code: "forbidden" }]);
		expect(await translationsOf(id)).toEqual([]);
	});

	test("is not asked for what is there already, is gone or is no language of ours", async () => {
		const { id } = await post(member, thread, english);
		const ask = async (language: string, of = id) =>
			(await other.ask(translate, { id: of, language })).issues;
		expect(await ask("en")).toMatchObject([{ code: "translations.same_language" }]);
		expect(await ask("tlh")).toMatchObject([{ code: "unknown_choice" }]);
		expect(await ask("de", "999999")).toMatchObject([{ code: "not_found" }]);
		await member.get(documents.delete, { id });
		expect(await ask("de")).toMatchObject([{ code: "posts.deleted" }]);
	});
});

describe("a person's translation", () => {
	test("takes the place of the machine's, and is changed by them and moderators only", async () => {
		const { id, number } = await post(member, thread, english);
		await other.get(translate, { id, language: "de" });
		await other.get(write, { id, language: "de", body: "Sonntags sind die Straßen **autofrei**." });
		const { translation } = await stored(visitor, number);
		expect(translation).toMatchObject({ translator: { name: peer.name }, viewerCanEdit: false });
		expect(translation.html).toContain("<strong>autofrei</strong>");
		const third = await asMember(await makePerson(db));
		const change = { id, language: "de", body: "Etwas anderes" };
		expect((await third.ask(write, change)).issues).toMatchObject([{ code: "translations.taken" }]);
		expect((await third.ask(remove, change)).issues).toMatchObject([{ code: "forbidden" }]);
		expect((await visitor.ask(write, change)).issues).toMatchObject([{ code: "auth.required" }]);
		// The machine is not asked where a person has translated.
		const before = server.asked.length;
		expect((await third.get(translate, { id, language: "de" })).translatePost.translator.name).toBe(
			peer.name,
		);
		expect(server.asked.length).toBe(before);
		await moderator.get(remove, change);
		expect((await stored(visitor, number)).translation).toBeNull();
	});

	test("goes when the post is changed or deleted", async () => {
		const { id, number } = await post(member, thread, english);
		await other.get(write, { id, language: "de", body: "Sonntags autofrei." });
		await member.get(documents.edit, { id, body: "Not any more." });
		expect((await stored(visitor, number)).translation).toBeNull();
		await other.get(write, { id, language: "de", body: "Nicht mehr." });
		await member.get(documents.delete, { id });
		expect(await translationsOf(id)).toEqual([]);
	});
});

test("without a machine a post is translated by people only", async () => {
	const plain = await useApp(db);
	const asker = await plain.asMember(peer);
	const { id } = await post(member, thread, english);
	expect((await asker.get("{ machineTranslation }")).machineTranslation).toBe(false);
	expect((await asker.ask(translate, { id, language: "de" })).issues).toMatchObject([
		{ code: "translations.unavailable" },
	]);
});
