import { randomUUID } from "node:crypto";
import { auditEvents } from "@interurban/db/schema/people";
import { postReactions } from "@interurban/db/schema/threads";
import { inArray } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { type Asker, useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makePlace, makePractice, makeTopics } from "../kit/factories.ts";
import { documents, openThread, post } from "../kit/threads.ts";

const { db } = await useDatabase();
const { visitor, asMember } = await useApp(db);

let olena: Asker;
let amadou: Asker;
let moderator: Asker;
let aachen: { id: number };

beforeAll(async () => {
	await makeTopics(db, "waste", "composting");
	aachen = await makePlace(db, { name: "Aachen" });
	[olena, amadou, moderator] = await Promise.all([
		makePerson(db, { name: "Olena" }).then(asMember),
		makePerson(db, { name: "Amadou" }).then(asMember),
		makePerson(db, { name: "Ruth", role: "moderator" }).then(asMember),
	]);
});

const react = `mutation ($id: ID!, $kind: ReactionKind!, $given: Boolean!) {
	reactToPost(id: $id, kind: $kind, given: $given) { version reactions { kind count } viewerReactions }
}`;
const solve = `mutation ($id: ID!, $solves: Boolean!) {
	markSolution(id: $id, solves: $solves) { version solution thread { solutions { number } } }
}`;
const close = `mutation ($id: ID!, $closed: Boolean!) {
	closeThread(id: $id, closed: $closed) { version closedAt closedBy { name } }
}`;
const summarise = `mutation ($id: ID!, $summary: String!) {
	summariseThread(id: $id, summary: $summary) { version summaryHtml summaryBy { name } }
}`;
const edit = `mutation ($id: ID!, $title: String!, $topicId: ID, $placeIdText: String) {
	editThread(id: $id, title: $title, topicId: $topicId, placeIdText: $placeIdText) {
		version title topic { id } place { name }
	}
}`;

async function acts(asker: Asker, document: string, variables: object) {
	return (await asker.ask(document, variables)).issues.map(({ code }) => code);
}

test("a reaction is counted once however often it is given, and taken back as often", async () => {
	const threadId = await openThread(olena);
	const { id } = await post(olena, threadId, "Twice a day");
	const thanks = { id, kind: "thanks", given: true };
	const first = (await amadou.get(react, thanks)).reactToPost;
	expect(first).toEqual({
		version: 3,
		reactions: [{ kind: "thanks", count: 1 }],
		viewerReactions: ["thanks"],
	});
	expect((await amadou.get(react, thanks)).reactToPost).toEqual(first);
	await amadou.get(react, { ...thanks, kind: "helpful" });
	const { reactToPost: both } = await moderator.get(react, thanks);
	expect(both.reactions).toEqual([
		{ kind: "helpful", count: 1 },
		{ kind: "thanks", count: 2 },
	]);
	expect(both.viewerReactions).toEqual(["thanks"]);
	const back = { ...thanks, given: false };
	await amadou.get(react, back);
	expect((await amadou.get(react, back)).reactToPost).toMatchObject({
		version: 6,
		reactions: [
			{ kind: "helpful", count: 1 },
			{ kind: "thanks", count: 1 },
		],
	});
});

test("nobody praises themselves, visitors say nothing, and what cannot be said is refused", async () => {
	const threadId = await openThread(olena);
	const { id } = await post(olena, threadId, "Mine");
	expect(await acts(olena, react, { id, kind: "thanks", given: true })).toEqual(["forbidden"]);
	expect(await acts(visitor, react, { id, kind: "thanks", given: true })).toEqual(["auth.required"]);
	expect(await acts(amadou, react, { id, kind: "party_parrot", given: true })).toEqual(["invalid"]);
	expect(await acts(amadou, react, { id: "999999", kind: "thanks", given: true })).toEqual(["not_found"]);
	await olena.get(documents.delete, { id });
	expect(await acts(amadou, react, { id, kind: "thanks", given: true })).toEqual(["posts.deleted"]);
});

test("who reacted is named; with a deleted post all of it goes", async () => {
	const threadId = await openThread(olena);
	const { id } = await post(olena, threadId, "Soon gone");
	await amadou.get(react, { id, kind: "agree", given: true });
	const who = `query ($id: ID!) { thread(id: $id) { post(number: 2) { solution reactors { kind person { name } } } } }`;
	expect((await visitor.get(who, { id: threadId })).thread.post.reactors).toEqual([
		{ kind: "agree", person: { name: "Amadou" } },
	]);
	await olena.get(solve, { id, solves: true });
	await olena.get(documents.delete, { id });
	expect((await visitor.get(who, { id: threadId })).thread.post).toEqual({ solution: false, reactors: [] });
	expect(
		await db
			.select()
			.from(postReactions)
			.where(inArray(postReactions.postId, [Number(id)])),
	).toEqual([]);
});

test("the asker and moderators mark solutions, several of them; nobody else does", async () => {
	const threadId = await openThread(olena);
	const [second, third] = [await post(amadou, threadId, "Two"), await post(moderator, threadId, "Three")];
	expect(await acts(amadou, solve, { id: second.id, solves: true })).toEqual(["forbidden"]);
	await olena.get(solve, { id: third.id, solves: true });
	const { markSolution } = await moderator.get(solve, { id: second.id, solves: true });
	expect(markSolution).toMatchObject({
		solution: true,
		thread: { solutions: [{ number: 2 }, { number: 3 }] },
	});
	const again = (await olena.get(solve, { id: second.id, solves: true })).markSolution;
	expect(again.version).toBe(markSolution.version);
	const none = (await olena.get(solve, { id: third.id, solves: false })).markSolution;
	expect(none).toMatchObject({ solution: false, thread: { solutions: [{ number: 2 }] } });
});

test("into a closed thread nobody writes until it is open again, and both leave a trace", async () => {
	const threadId = await openThread(olena);
	expect(await acts(amadou, close, { id: threadId, closed: true })).toEqual(["forbidden"]);
	const { closeThread } = await olena.get(close, { id: threadId, closed: true });
	expect(closeThread).toMatchObject({
		version: 2,
		closedAt: expect.any(String),
		closedBy: { name: "Olena" },
	});
	expect((await olena.get(close, { id: threadId, closed: true })).closeThread).toEqual(closeThread);
	const sent = { threadId, clientId: randomUUID(), body: "Late" };
	expect(await acts(moderator, documents.write, sent)).toEqual(["threads.closed"]);
	await moderator.get(close, { id: threadId, closed: false });
	expect((await moderator.get(documents.write, sent)).writePost).toMatchObject({ number: 2 });
	const traces = await db
		.select({ action: auditEvents.action, subject: auditEvents.subject })
		.from(auditEvents);
	const own = traces.filter(({ subject }) => subject === `thread:${threadId}`).map(({ action }) => action);
	expect(own).toEqual(["thread.closed", "thread.reopened"]);
});

test("a post that was acknowledged before a thread was closed is answered again to whoever repeats it", async () => {
	const threadId = await openThread(olena);
	const sent = { threadId, clientId: randomUUID(), body: "In time" };
	const { writePost } = await amadou.get(documents.write, sent);
	await olena.get(close, { id: threadId, closed: true });
	expect((await amadou.get(documents.write, sent)).writePost).toEqual(writePost);
});

test("a summary stands with its author's name until it is emptied; a practice's author may write that of its discussion", async () => {
	const person = await makePerson(db, { name: "Dirk" });
	const author = await asMember(person);
	await makePractice(db, { slug: "shade", authorId: person.id });
	const { practice } = await visitor.get(`{ practice(slug: "shade") { thread { id } } }`);
	const { id } = practice.thread;
	expect(await acts(olena, summarise, { id, summary: "S" })).toEqual(["forbidden"]);
	expect((await author.get(summarise, { id, summary: "Trees **help**" })).summariseThread).toMatchObject({
		summaryHtml: "<p>Trees <strong>help</strong></p>",
		summaryBy: { name: "Dirk" },
	});
	expect(await acts(author, close, { id, closed: true })).toEqual(["forbidden"]);
	expect(await acts(author, summarise, { id, summary: "x".repeat(5001) })).toEqual(["too_long"]);
	expect((await author.get(summarise, { id, summary: " " })).summariseThread).toMatchObject({
		summaryHtml: "",
		summaryBy: null,
	});
});

test("a thread is opened under a topic, in a place, with both or neither, and listed there", async () => {
	const start = `mutation ($title: String!, $topicId: ID, $placeId: ID, $placeIdText: String, $clientId: ID!) {
		startThread(title: $title, topicId: $topicId, placeId: $placeId, placeIdText: $placeIdText, body: "B", clientId: $clientId) {
			id topic { id } place { name }
		}
	}`;
	const open = async (variables: object) =>
		(await olena.get(start, { title: "Here", clientId: randomUUID(), ...variables })).startThread;
	const inPlace = await open({ placeId: String(aachen.id) });
	expect(inPlace).toMatchObject({ topic: null, place: { name: "Aachen" } });
	expect(await open({ placeIdText: "aachen", topicId: "waste" })).toMatchObject({ topic: { id: "waste" } });
	expect(await open({})).toMatchObject({ topic: null, place: null });
	const unknown = { title: "Here", clientId: randomUUID(), placeIdText: "Nowhereville" };
	expect(await acts(olena, start, unknown)).toEqual(["places.unknown"]);
	const listed = `query ($id: ID!) { place(id: $id) { threads { items { id } } } threads(placeId: $id) { items { id } } }`;
	const { place, threads } = await visitor.get(listed, { id: String(aachen.id) });
	expect(place.threads).toEqual(threads);
	expect(threads.items.map(({ id }: { id: string }) => id)).toContain(inPlace.id);
	expect(threads.items).toHaveLength(2);
});

test("a thread of a town is found by the town's name, its country and what it is like", async () => {
	const start = `mutation ($placeId: ID, $clientId: ID!) {
		startThread(title: "Market days and delivery vans", placeId: $placeId, body: "B", clientId: $clientId) { id }
	}`;
	const { startThread } = await olena.get(start, { placeId: String(aachen.id), clientId: randomUUID() });
	const found = async (text: string, filter: object) => {
		const { search } = await visitor.get(
			`query ($text: String!, $filter: SearchFilter) { search(text: $text, filter: $filter) {
				items { thing { ... on Thread { id } } }
			} }`,
			{ text, filter: { kind: ["thread"], ...filter } },
		);
		return search.items.map((hit: { thing: { id: string } }) => hit.thing.id);
	};
	expect(await found("delivery vans Aachen", {})).toContain(startThread.id);
	expect(await found("delivery vans", { country: ["DE"] })).toEqual([startThread.id]);
	expect(await found("delivery vans", { country: ["FR"] })).toEqual([]);
});

test("its asker and moderators give a thread another title, topic and place; a search then finds it by these", async () => {
	const threadId = await openThread(olena);
	const to = { id: threadId, title: "Zebrastreifen in Rot", topicId: "composting", placeIdText: "Aachen" };
	expect(await acts(amadou, edit, to)).toEqual(["forbidden"]);
	expect(await acts(olena, edit, { ...to, topicId: "no-topic" })).toEqual(["topics.unknown"]);
	expect(await acts(olena, edit, { ...to, title: "" })).toEqual(["required"]);
	const { editThread } = await moderator.get(edit, to);
	expect(editThread).toMatchObject({
		version: 2,
		title: to.title,
		topic: { id: "composting" },
		place: { name: "Aachen" },
	});
	expect((await olena.get(edit, to)).editThread.version).toBe(2);
	const found = await visitor.get(
		`{ search(text: "Zebrastreifen") { items { thing { ... on Thread { id } } } } }`,
	);
	expect(found.search.items.map(({ thing }: { thing: { id: string } }) => thing.id)).toEqual([threadId]);
});
