import { randomUUID } from "node:crypto";
import { postMentions } from "@interurban/db/schema/threads";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { type Asker, useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makeTopics } from "../kit/factories.ts";
import { documents, openThread, post } from "../kit/threads.ts";

const { db } = await useDatabase();
const { visitor, asMember } = await useApp(db);

let olena: Asker;
let amadouId: number;
let ruth: Asker;

beforeAll(async () => {
	await makeTopics(db, "waste");
	olena = await asMember(await makePerson(db, { name: "Olena", handle: "olena" }));
	amadouId = (await makePerson(db, { name: 'Amadou <b>"D"</b>', handle: "amadou-d" })).id;
	ruth = await asMember(await makePerson(db, { name: "Ruth", handle: "ruth" }));
	await makePerson(db, { name: "Gone", handle: "gone", suspendedAt: new Date() });
});

const mentionsOf = async (id: string) =>
	(
		await db
			.select()
			.from(postMentions)
			.where(eq(postMentions.postId, Number(id)))
	).map(({ personId }) => personId);
const reach = async (asker: Asker, threadId: string, body: string) =>
	(
		await asker.get("query ($id: ID!, $body: String!) { postReach(threadId: $id, body: $body) }", {
			id: threadId,
			body,
		})
	).postReach;

test("a mention is a link with the person's name, and noted; quotations, code and nobody's handle are not", async () => {
	const threadId = await openThread(olena);
	const written = await post(olena, threadId, "Ask @Amadou-D, not @gone or @nobody.\n\n> @ruth\n\n`@ruth`");
	expect(written.html).toBe(
		'<p>Ask <a href="/people/amadou-d">@<bdi>Amadou &lt;b&gt;&quot;D&quot;&lt;/b&gt;</bdi></a>, not @gone or @nobody.</p>\n<blockquote>\n<p><a href="/people/ruth">@<bdi>Ruth</bdi></a></p>\n</blockquote>\n<p><code>@ruth</code></p>',
	);
	expect(await mentionsOf(written.id)).toEqual([amadouId]);
	const { thread } = await visitor.get(documents.read, { id: threadId });
	expect(thread.posts[1].html).toBe(written.html);
	await olena.get(documents.edit, { id: written.id, body: "Nobody in particular" });
	expect(await mentionsOf(written.id)).toEqual([]);
});

test("before it is sent it is known how many people a post calls upon, each counted once, its author never", async () => {
	const threadId = await openThread(olena);
	expect(await reach(olena, threadId, "Hello")).toBe(0);
	expect(await reach(olena, threadId, "@amadou-d @AMADOU-D @olena @nobody")).toBe(1);
	expect(await reach(ruth, threadId, "Hello")).toBe(1);
	expect(await reach(ruth, threadId, "@olena @amadou-d")).toBe(2);
	await post(ruth, threadId, "I watch it now");
	expect(await reach(olena, threadId, "Hello")).toBe(1);
});

test("ten thousand mentions are refused with how many are possible, also in a thread's first post and in an edit", async () => {
	const threadId = await openThread(olena);
	const { id } = await post(olena, threadId, "Fine");
	const body = Array.from({ length: 2500 }, (_, n) => `@a${n}`).join(" ");
	const refusal = [{ code: "posts.too_many_mentions", field: "body", args: { max: 50, count: 2500 } }];
	const sent = { threadId, clientId: randomUUID(), body };
	expect((await olena.ask(documents.write, sent)).issues).toEqual(refusal);
	expect((await olena.ask(documents.start, { ...sent, title: "T", topicId: "waste" })).issues).toEqual(
		refusal,
	);
	expect((await olena.ask(documents.edit, { id, body })).issues).toEqual(refusal);
});
