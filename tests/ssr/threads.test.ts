import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makePlace, makePractice, makeTopics } from "../kit/factories.ts";
import { type ShownPage, withoutScript } from "../kit/no-script.ts";
import { builtPages } from "../kit/pages.ts";
import { documents, openThread, post } from "../kit/threads.ts";

const { db } = await useDatabase();
const { app, asMember } = await useApp(db, { web: await builtPages() });
await makeTopics(db, "waste", "composting");
const olena = await asMember(await makePerson(db, { name: "Olena" }));
const member = withoutScript(app, olena.cookie);
const visitor = withoutScript(app);
const moderator = withoutScript(app, (await asMember(await makePerson(db, { role: "moderator" }))).cookie);

const posts = (page: ShownPage) => page.texts("article.post .post-body");
const numbers = (page: ShownPage) =>
	[...page.document.querySelectorAll("article.post")].map((element) =>
		Number(element.id.replace("post-", "")),
	);
const links = (page: ShownPage, label: string) =>
	[...page.document.querySelectorAll("a")]
		.filter((link) => link.textContent.trim() === label)
		.map((link) => link.getAttribute("href") ?? "");
const only = (page: ShownPage, label: string) => links(page, label)[0]?.replace(/#.*/, "") ?? "";

async function makeThread(count: number): Promise<string> {
	const threadId = await openThread(olena);
	for (let n = 2; n <= count; n++) await post(olena, threadId, `Post ${n}`);
	return threadId;
}

test("a discussion is read page by page, and each post has an address of its own", async () => {
	const path = `/en/threads/${await makeThread(45)}`;
	const first = await visitor.get(path);
	expect(first.status).toBe(200);
	expect(numbers(first)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
	const second = await visitor.get(only(first, "Later posts"));
	expect(numbers(second)[0]).toBe(21);
	const last = await visitor.get(only(first, "To the newest"));
	expect(numbers(last)).toEqual([41, 42, 43, 44, 45]);
	expect(numbers(await visitor.get(only(last, "Earlier posts")))[0]).toBe(21);
	expect(numbers(await visitor.get(`${path}?post=33`))).toContain(33);
	expect(numbers(await visitor.get(`${path}?post=99`))).toContain(45);
	expect(numbers(await visitor.get(`${path}?after=9999`))).toEqual([]);
});

test("what leads to no discussion is not found", async () => {
	for (const path of ["/en/threads/0", "/en/threads/999999-waste", "/en/threads/x", "/en/challenges/0"])
		expect((await visitor.get(path)).status, path).toBe(404);
});

test("a long discussion leads to a day, a number and its ends", async () => {
	const today = new Date().toISOString().slice(0, 10); // or yesterday by now
	const threadId = await makeThread(25);
	const page = await visitor.get(`/en/threads/${threadId}`);
	const forms = [...page.document.querySelectorAll(".jump form")];
	expect(forms.map((form) => form.querySelector("input")?.getAttribute("name"))).toEqual(["at", "post"]);
	const led = await visitor.get(`/en/threads/${threadId}?at=${today}`);
	expect([led.status, led.to]).toEqual([303, expect.stringMatching(/\?post=1#post-1$/)]);
	const late = await visitor.get(`/en/threads/${threadId}?at=2199-01-01`);
	expect(late.to).toMatch(/\?post=25#post-25$/);
	const nonsense = await visitor.get(`/en/threads/${threadId}?at=2026-99-99`);
	expect([nonsense.status, posts(nonsense).length]).toEqual([200, 20]);
});

test("a visitor is led to sign in, and back to where they wanted to write", async () => {
	const page = await visitor.get(`/en/threads/${await makeThread(1)}`);
	expect(links(page, "Reply")).toEqual([]);
	const [signIn] = links(page, "Sign in to answer");
	expect(signIn).toMatch(/^\/en\/sign-in\?next=%2Fthreads%2F\d+-market-waste%23answer$/);
	const toSignIn = await visitor.get("/en/threads/new");
	expect([toSignIn.status, toSignIn.to]).toEqual([303, "/en/sign-in?next=%2Fthreads%2Fnew"]);
});

test("a post is sent as a form, leads to itself, and sent again makes no second one", async () => {
	const threadId = await makeThread(1);
	const page = await member.get(`/en/threads/${threadId}`);
	const sent = await member.submit(page, "WritePost", { body: "Without a **script**" });
	expect(sent.status).toBe(303);
	expect(sent.to).toMatch(/\?post=2#post-2$/);
	const again = await member.submit(page, "WritePost", { body: "Without a **script**" });
	expect(again.to).toBe(sent.to);
	const shown = await visitor.get(sent.to?.replace(/#.*/, "") ?? "");
	expect(posts(shown)).toEqual(["First", "Without a script"]);
	expect(shown.html).toContain("<strong>script</strong>");
});

test("what cannot be sent comes back with its reason and all that was typed, to be sent with the same id", async () => {
	const threadId = await makeThread(1);
	const page = await member.get(`/en/threads/${threadId}`);
	const long = "x".repeat(20_001);
	const refused = await member.submit(page, "WritePost", { body: long });
	expect(refused.status).toBe(422);
	expect(refused.texts(".error-summary li")).toEqual(["Your post: Too long: at most 20,000 characters."]);
	expect(refused.document.querySelector("textarea")?.textContent).toBe(long);
	const sent = await member.submit(refused, "WritePost", { body: "Shorter" });
	expect(sent.status).toBe(303);
	const clientId = (shown: ShownPage) =>
		shown.document.querySelector('[name="clientId"]')?.getAttribute("value");
	expect(clientId(refused)).toBe(clientId(page));
});

test("replying and quoting work as links", async () => {
	const threadId = await makeThread(2);
	const page = await member.get(`/en/threads/${threadId}`);
	const replying = await member.get(links(page, "Reply")[1]?.replace(/#.*/, "") ?? "");
	expect(replying.texts("#answer")[0]).toContain("In reply to Olena, post 2");
	await member.submit(replying, "WritePost", { body: "To that" });
	const quoting = await member.get(links(page, "Quote")[0]?.replace(/#.*/, "") ?? "");
	const quotation = quoting.document.querySelector("textarea")?.textContent ?? "";
	expect(quotation).toMatch(/^> \[Olena\]\(\/threads\/\d+-market-waste\?post=1#post-1\):\n>\n> First/);
	await member.submit(quoting, "WritePost", { body: `${quotation}Indeed.` });
	const shown = await visitor.get(`/en/threads/${threadId}`);
	expect(shown.texts("#post-3 > .meta")).toEqual(["In reply to Olena"]);
	expect(shown.texts("#post-4 blockquote")).toEqual(["Olena: First"]);
});

test("one's own post is changed in the page; another's is not", async () => {
	const threadId = await makeThread(2);
	const page = await member.get(`/en/threads/${threadId}`);
	const editing = await member.get(links(page, "Edit")[1]?.replace(/#.*/, "") ?? "");
	const refused = await member.submit(editing, "EditPost", { body: "" });
	expect(refused.status).toBe(422);
	const changed = await member.submit(refused, "EditPost", { body: "Better" });
	expect(changed.to).toMatch(/\?post=2#post-2$/);
	expect(posts(await visitor.get(`/en/threads/${threadId}`))).toEqual(["First", "Better"]);
	expect(links(await moderator.get(`/en/threads/${threadId}`), "Edit")).toEqual([]);
	expect((await visitor.get(`/en/threads/${threadId}?edit=2`)).html).not.toContain("EditPost");
});

test("deleting asks first, and leaves a trace", async () => {
	const threadId = await makeThread(2);
	const page = await moderator.get(`/en/threads/${threadId}`);
	const asking = await moderator.get(links(page, "Delete")[1]?.replace(/#.*/, "") ?? "");
	expect(asking.texts("form p").join()).toContain("The text disappears for good.");
	const deleted = await moderator.submit(asking, "DeletePost");
	expect(deleted.status).toBe(303);
	expect(posts(await visitor.get(`/en/threads/${threadId}`))).toEqual(["First", "This post was deleted."]);
});

test("a discussion is opened under a topic, which may be typed", async () => {
	const form = await member.get("/en/threads/new?topic=composting");
	expect(form.texts(".chip")).toEqual(["Composting"]);
	const refused = await member.submit(form, "StartThread", { title: "", body: "" });
	expect(refused.status).toBe(422);
	const made = await member.submit(refused, "StartThread", {
		topicId: null,
		topicIdText: "Abfall",
		title: "Smell",
		body: "How do you keep it low?",
	});
	expect(made.to).toMatch(/^\/en\/threads\/\d+-smell$/);
	const list = await visitor.get("/en/threads?topic=waste");
	expect(list.texts("h3")[0]).toBe("Smell");
});

test("the discussion of a practice stands on its page", async () => {
	const practice = await makePractice(db, { slug: "cool-roofs", title: "Cool roofs" });
	const page = await member.get(`/en/practices/${practice.slug}`);
	const sent = await member.submit(page, "WritePost", { body: "How long do they last?" });
	expect(sent.to).toMatch(/^\/en\/threads\/\d+-cool-roofs\?post=1#post-1$/);
	expect(posts(await visitor.get(`/en/practices/${practice.slug}`))).toEqual(["How long do they last?"]);
	const onItsOwn = await visitor.get(sent.to?.replace(/#.*/, "") ?? "");
	expect(links(onItsOwn, "Cool roofs")[0]).toBe("/en/practices/cool-roofs");
});

test("a challenge is posted, changed and closed", async () => {
	await makePlace(db, { name: "Nakuru", country: "KE" });
	const form = await member.get("/en/challenges/new");
	const refused = await member.submit(form, "PublishChallenge", { "input.problem": "Five markets" });
	expect(refused.status).toBe(422);
	expect(refused.texts(".error-summary li")).toHaveLength(3);
	const named = { "input.title": "Market waste", "input.problem": "Composting fails at five markets." };
	const offered = await member.submit(refused, "PublishChallenge", named, "topics");
	expect(offered.texts(".topic-offers .chip")).toContain("Composting");
	const made = await member.submit(refused, "PublishChallenge", {
		"input.title": "Market waste",
		"input.topicIdsText": "Kompostierung, waste",
		"input.placeIdText": "Nakuru, KE",
		"input.neededBy": "2099-11-30",
	});
	const path = made.to ?? "";
	expect(path).toMatch(/^\/en\/challenges\/\d+-market-waste$/);
	const page = await member.get(path);
	expect(page.texts("dd").join()).toContain("\u2068Nakuru\u2069, Kenya");
	expect(page.texts("dd").join()).toContain("November 30, 2099");
	const changed = await member.submit(await member.get(`${path}/edit`), "UpdateChallenge", {
		"input.title": "Organic market waste",
	});
	expect(changed.to).toBe(path.replace("market", "organic-market"));
	await member.submit(page, "CloseChallenge");
	expect((await visitor.get("/en/challenges")).texts("h3")).not.toContain("Organic market waste");
	expect((await visitor.get("/en/challenges?show=all")).texts("h3")).toContain("Organic market waste");
	expect((await visitor.get(`${path}/edit`)).status).toBe(403);
});

test("a form of another site is refused", async () => {
	const threadId = await makeThread(1);
	const fields = { _form: "WritePost", _key: threadId, threadId, clientId: randomUUID(), body: "Forged" };
	const response = await app.inject({
		method: "POST",
		url: `/en/threads/${threadId}`,
		headers: {
			cookie: olena.cookie ?? "",
			origin: "https://evil.example",
			"content-type": "application/x-www-form-urlencoded",
		},
		payload: new URLSearchParams(fields).toString(),
	});
	expect(response.statusCode).toBe(403);
	expect(posts(await visitor.get(`/en/threads/${threadId}`))).toEqual(["First"]);
});

test("a post is praised, marked as the solution and its changes shown, with forms and links alone", async () => {
	const threadId = await openThread(olena);
	const path = `/en/threads/${threadId}`;
	const amadou = await asMember(await makePerson(db, { name: "Amadou" }));
	const answer = await post(amadou, threadId, "Twice a day");
	await amadou.get(documents.edit, { id: answer.id, body: "Three times a day" });
	const praised = await member.submit(await member.get(path), "ReactToPost", { reaction: "thanks:true" });
	expect(praised.to).toMatch(/\?post=2#post-2$/);
	const solved = await member.submit(await member.get(path), "MarkSolution", { solves: "true" });
	expect(solved.status).toBe(303);
	const page = await member.get(path);
	expect(page.texts(".reactions button[aria-pressed=true]")).toEqual(["Thank you1"]);
	expect(page.texts(".solutions li")).toEqual(["Amadou: Three times a day"]);
	expect((await visitor.get(path)).texts(".reactions .reaction")).toEqual(["Thank you 1"]);
	const who = await visitor.get(only(page, "Who?"));
	expect(who.texts(".reactors dd li")).toEqual(["Olena"]);
	const history = await visitor.get(only(page, "edited"));
	expect(history.texts(".pieces del, .pieces ins").map((text) => text.replace(/\s+/g, " "))).toEqual([
		"removed: Twice end.",
		"added: Three end.",
		"added: times end.",
	]);
});

test("a closed discussion shows what came of it and no field to write in; its asker opens it again", async () => {
	const threadId = await openThread(olena);
	const path = `/en/threads/${threadId}`;
	expect((await visitor.get(`${path}/edit`)).status).toBe(403);
	const manage = await member.get(`${path}/edit`);
	await member.submit(manage, "SummariseThread", { summary: "Collect it *twice*." });
	await member.submit(manage, "CloseThread", {});
	const page = await member.get(path);
	expect(page.texts(".summary .prose")).toEqual(["Collect it twice."]);
	expect(page.texts(".notice-title")).toEqual(["Note: This discussion is closed"]);
	expect(page.document.querySelector('[name="_form"][value="WritePost"]')).toBeNull();
	await member.submit(await member.get(`${path}/edit`), "CloseThread", {});
	expect((await member.get(path)).document.querySelector('[name="_form"][value="WritePost"]')).not.toBeNull();
});

test("a discussion is begun on its own, or from the page of a town", async () => {
	const town = await makePlace(db, { name: "Tuttlingen" });
	const begun = await member.get(`/en/threads/new?place=${town.id}`);
	const sent = await member.submit(begun, "StartThread", {
		title: "Shade on squares",
		body: "Who has some?",
	});
	expect(sent.status).toBe(303);
	expect((await visitor.get(sent.to ?? "")).texts(".kicker, h1").join(" ")).toContain("Tuttlingen");
	const page = await visitor.get(`/en/threads?place=${town.id}`);
	expect(page.texts("main h3")).toEqual(["Shade on squares"]);
	const alone = await member.submit(await member.get("/en/threads/new"), "StartThread", {
		...{ title: "On its own", body: "B" },
	});
	expect(alone.status).toBe(303);
});

test("a practice begins with what its discussion says, and names that as its source", async () => {
	const threadId = await openThread(olena);
	const answer = await post(olena, threadId, "We compost it ourselves.");
	await olena.get("mutation ($id: ID!) { markSolution(id: $id, solves: true) { id } }", { id: answer.id });
	const page = await member.get(`/en/practices/new?draft=thread${threadId}&thread=${threadId}`);
	const field = (name: string) =>
		page.document.querySelector(`[name="${name}"]`)?.getAttribute("value") ??
		page.document.querySelector(`textarea[name="${name}"]`)?.textContent;
	expect(field("input.title")).toBe("Market waste");
	expect(field("input.situation")).toBe("First");
	expect(field("input.approach")).toBe("We compost it ourselves.");
	expect(field("input.references.0.url")).toMatch(new RegExp(`/threads/${threadId}-market-waste$`));
});
