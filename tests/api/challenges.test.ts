import { randomUUID } from "node:crypto";
import { challenges } from "@interurban/db/schema/challenges";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { type Asker, useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makePlace, makeTopics } from "../kit/factories.ts";

const { db } = await useDatabase();
const { visitor, asMember } = await useApp(db);

const fields = `id slug title problem problemHtml constraints language neededBy closedAt
	place { name } topics { id } author { name } viewerCanEdit viewerCanClose thread { id postCount title }`;
const publish = `mutation ($input: ChallengeInput!, $clientId: ID!) { publishChallenge(input: $input, clientId: $clientId) { ${fields} } }`;
const update = `mutation ($id: ID!, $input: ChallengeInput!) { updateChallenge(id: $id, input: $input) { ${fields} } }`;
const close = `mutation ($id: ID!) { closeChallenge(id: $id) { closedAt } }`;
const reopen = `mutation ($id: ID!) { reopenChallenge(id: $id) { closedAt } }`;
const read = `query ($id: ID!) { challenge(id: $id) { ${fields} } }`;
const list = `query ($open: Boolean, $topicId: ID, $first: Int, $after: String) {
	challenges(open: $open, topicId: $topicId, first: $first, after: $after) { items { id } nextCursor }
}`;

let wanjiru: Asker;
let other: Asker;
let moderator: Asker;
const nakuru = { id: 0, name: "Nakuru" };

const input = () => ({
	title: "What to do with market waste?",
	problem: "Five **open-air** markets leave several skips of vegetable waste every day.",
	constraints: "No capital budget before July.",
	neededBy: "2099-11-30",
	placeId: String(nakuru.id),
	topicIds: ["composting"],
});

beforeAll(async () => {
	await makeTopics(db, "waste", "composting", "fees-and-charges", "climate-finance");
	nakuru.id = (await makePlace(db, { name: "Nakuru", country: "KE" })).id;
	[wanjiru, other, moderator] = await Promise.all([
		makePerson(db, { name: "Wanjiru" }).then(asMember),
		makePerson(db).then(asMember),
		makePerson(db, { role: "moderator" }).then(asMember),
	]);
});

const publishOne = async (change: object = {}) =>
	(await wanjiru.get(publish, { input: { ...input(), ...change }, clientId: randomUUID() })).publishChallenge;

test("a challenge is published with its discussion, and read by everybody", async () => {
	const { id } = await publishOne();
	expect((await visitor.get(read, { id })).challenge).toMatchObject({
		slug: "what-to-do-with-market-waste",
		problemHtml: expect.stringContaining("<strong>open-air</strong>"),
		language: "en",
		neededBy: "2099-11-30",
		closedAt: null,
		place: { name: "Nakuru" },
		topics: [{ id: "composting" }],
		author: { name: "Wanjiru" },
		viewerCanEdit: false,
		thread: { postCount: 0, title: "What to do with market waste?" },
	});
});

test("place and topics may be typed, in any of our languages", async () => {
	const typed = {
		placeId: null,
		placeIdText: "nakuru, KE",
		topicIds: [],
		topicIdsText: "Kompostierung; waste",
	};
	expect(await publishOne(typed)).toMatchObject({
		place: { name: "Nakuru" },
		topics: [{ id: "composting" }, { id: "waste" }],
	});
});

test("everything that is wrong is said at once, each at its field", async () => {
	const clientId = randomUUID();
	const wrong = {
		title: "",
		problem: "x".repeat(10_001),
		neededBy: "30.11.",
		placeId: null,
		placeIdText: "Nowhereville",
		topicIds: ["nonsense"],
	};
	const { issues } = await wanjiru.ask(publish, { input: wrong, clientId });
	expect(Object.fromEntries(issues.map(({ field, code }) => [field, code]))).toEqual({
		"input.title": "required",
		"input.problem": "too_long",
		"input.neededBy": "not_a_day",
		"input.topicIds": "topics.unknown",
		"input.placeId": "places.unknown",
	});
	const empty = await wanjiru.ask(publish, { input: {}, clientId });
	expect(empty.issues.map(({ field, code }) => `${field} ${code}`).sort()).toEqual([
		"input.placeId required",
		"input.problem required",
		"input.title required",
		"input.topicIds required",
	]);
});

test.for([
	[{ neededBy: "2020-01-01" }, "challenges.day_past"],
	[{ neededBy: "2099-02-30" }, "not_a_day"],
	[{ title: "x".repeat(141) }, "too_long"],
	[{ title: "a\nb" }, "forbidden_characters"],
	[{ problem: "a\0" }, "unreadable_text"],
	[{ placeId: "999999999" }, "places.unknown"],
	[{ placeId: "1; drop table places" }, "places.unknown"],
	[{ placeId: null, placeIdText: "a\0b" }, "unreadable_text"],
] as const)("%o is refused", async ([change, code]) => {
	const { issues } = await wanjiru.ask(publish, { input: { ...input(), ...change }, clientId: randomUUID() });
	expect(issues.map((issue) => issue.code)).toContain(code);
});

test("sent again, also at the same time, it is the same challenge", async () => {
	const variables = { input: { ...input(), title: "Only once" }, clientId: randomUUID() };
	const answers = await Promise.all([1, 2, 3].map(() => wanjiru.get(publish, variables)));
	expect(new Set(answers.map(({ publishChallenge }) => publishChallenge.id)).size).toBe(1);
	expect(await db.select().from(challenges).where(eq(challenges.title, "Only once"))).toHaveLength(1);
});

test("its author changes all of it; a day that has passed since may stay", async () => {
	const { id } = await publishOne();
	await db
		.update(challenges)
		.set({ neededBy: "2021-01-01" })
		.where(eq(challenges.id, Number(id)));
	const change = {
		...input(),
		title: "Another title",
		constraints: "",
		neededBy: "2021-01-01",
		topicIds: ["waste"],
	};
	expect((await wanjiru.get(update, { id, input: change })).updateChallenge).toMatchObject({
		title: "Another title",
		constraints: "",
		neededBy: "2021-01-01",
		topics: [{ id: "waste" }],
		thread: { title: "Another title" },
	});
	for (const asker of [other, moderator])
		expect((await asker.ask(update, { id, input: change })).issues).toMatchObject([{ code: "forbidden" }]);
	expect((await visitor.ask(update, { id, input: change })).issues).toMatchObject([
		{ code: "auth.required" },
	]);
	expect((await wanjiru.ask(update, { id: "999999", input: change })).issues).toMatchObject([
		{ code: "not_found" },
	]);
});

test("its author or a moderator closes and opens it", async () => {
	const { id } = await publishOne({ topicIds: ["climate-finance"] });
	const open = async (open: boolean) =>
		(await visitor.get(list, { open, topicId: "climate-finance" })).challenges.items;
	expect((await other.ask(close, { id })).issues).toMatchObject([{ code: "forbidden" }]);
	expect((await moderator.get(close, { id })).closeChallenge.closedAt).toEqual(expect.any(String));
	expect([await open(true), await open(false)]).toEqual([[], [{ id }]]);
	expect((await wanjiru.get(reopen, { id })).reopenChallenge.closedAt).toBeNull();
	expect([await open(true), await open(false)]).toEqual([[{ id }], []]);
});

test("challenges are listed by topic with those below it, and paged", async () => {
	const first = await publishOne({ topicIds: ["composting"] });
	const second = await publishOne({ topicIds: ["waste"] });
	const page = (await visitor.get(list, { topicId: "waste", first: 1 })).challenges;
	expect(page.items).toEqual([{ id: second.id }]);
	const next = (await visitor.get(list, { topicId: "waste", first: 1, after: page.nextCursor })).challenges;
	expect(next.items).toEqual([{ id: first.id }]);
	expect((await visitor.ask(list, { after: "x" })).issues).toMatchObject([{ code: "bad_cursor" }]);
});

test("ids that are none lead nowhere", async () => {
	for (const id of ["", "0", "x", "1e3", "99999999999999999999"])
		expect((await visitor.get(read, { id })).challenge).toBeNull();
});
