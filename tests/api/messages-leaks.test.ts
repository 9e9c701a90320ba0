import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson } from "../kit/factories.ts";
import { acquaint, documents, start } from "../kit/messages.ts";
import { listenTo } from "../kit/sockets.ts";
import { post } from "../kit/threads.ts";

const { db } = await useDatabase();
const { asMember, visitor, origin } = await useApp(db);
/** Letters that stand nowhere but in what is private. */
const canary = "Kanarienvogel";

async function member(values: Parameters<typeof makePerson>[1] = {}) {
	const person = await makePerson(db, values);
	return Object.assign(await asMember(person), { id: person.id, handle: person.handle });
}

test("nothing of a conversation comes out on any way, for staff as little as for visitors or those who left", async () => {
	const [anna, olena, gone] = [await member(), await member(), await member()];
	const direct = await acquaint(anna, olena, olena.handle);
	const { id } = await start(anna, [olena.handle, gone.handle], `First ${canary}`, `Group ${canary}`);
	await gone.get(documents.accept, { id });
	await gone.get(documents.leave, { id });
	const first = await post(anna, id, `Again ${canary}`);
	const second = await post(olena, direct, `Here too ${canary}`);
	const admin = await member({ role: "admin" });
	const threads = [id, direct].map(
		(thread, n) => `t${n}: thread(id: "${thread}") { title version posts { body } }`,
	);
	const everything = `{
		${threads.join(" ")}
		c: conversation(id: "${id}") { name traces { name } }
		conversations { items { name lastPost { excerpt } } }
		messages(text: "${canary}") { items { passage { text } } }
		threads(first: 50) { items { title lastPost { excerpt } } }
		inbox { items { thread { title lastPost { excerpt } } conversation { name } } }
		search(text: "${canary}") { items { __typename } }
		suggest(text: "${canary}") { people { name } practices { title } }
		a: person(handle: "${anna.handle}") { posts { items { body } } }
		reports { items { details posts { html } } }
		similar(title: "First ${canary} of all") { id }
	}`;
	for (const asker of [visitor, admin, gone, await member({ role: "moderator" })]) {
		const answer = await asker.ask(everything);
		expect(answer.issues).toEqual([]);
		expect(JSON.stringify(answer)).not.toContain(canary);
		for (const postId of [first.id, second.id])
			for (const act of [
				`deletePost(id: "${postId}") { body }`,
				`editPost(id: "${postId}", body: "x") { body }`,
				`reportPost(postId: "${postId}", reason: spam)`,
				`reactToPost(id: "${postId}", kind: helpful, given: true) { body }`,
				`writePost(threadId: "${id}", clientId: "${randomUUID()}", body: "x", replyToId: "${postId}") { body }`,
			]) {
				const refused = await asker.ask(`mutation { ${act} }`);
				expect(JSON.stringify(refused)).not.toContain(canary);
				expect(["not_found", "auth.required"]).toContain(refused.issues[0]?.code);
			}
		const { join } = await listenTo(origin, { cookie: asker.cookie });
		for (const stream of [`thread:${id}`, `thread:${direct}`, `messages:${anna.id}`, `person:${anna.id}`])
			expect(await join(stream)).toEqual({ ok: false, code: "not_found" });
	}
	// Those who take part do see it, so that the canary is one.
	expect(JSON.stringify(await olena.ask(everything))).toContain(canary);
	// What is seen of one who wrote, among those who share a conversation too, is what is public.
	const { a } = (await olena.ask(everything)).data;
	expect(a.posts.items).toEqual([]);
});
