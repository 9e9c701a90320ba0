import { lookThrough } from "@interurban/api/alerts/alerts";
import { indexPeople } from "@interurban/api/people/people";
import { limits } from "@interurban/contract/limits";
import { alertHits, alerts } from "@interurban/db/schema/alerts";
import { people } from "@interurban/db/schema/people";
import { searchChanges, searchDocuments } from "@interurban/db/schema/search";
import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Asker, useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makePlace, makeTopics } from "../kit/factories.ts";
import { listenTo, until } from "../kit/sockets.ts";

const { db } = await useDatabase();
const testApp = await useApp(db);
const { origin, visitor, asMember } = testApp;
const look = () => lookThrough(db);

const save = `mutation ($search: AlertSearchInput!, $name: String) {
	saveSearch(search: $search, name: $name) { id name language text chosen { facet values { value label } } newCount }
}`;
const list = `{ alerts { id name text lookedAt newCount hits { isNew foundAt hit {
	kind thing { ... on Practice { title } ... on Person { name } ... on Challenge { title } ... on Thread { title } }
} } } }`;
const seen = "mutation ($until: DateTime!) { lookAtAlerts(until: $until) { newCount } }";
const news = "{ viewer { newHits } }";

let town: { id: number };
let author: Asker;
let member: Asker;
let memberId: number;

beforeAll(async () => {
	await makeTopics(db, "composting", "urban-heat", "waste");
	town = await makePlace(db, { name: "Musterstadt", country: "DE" });
	author = await asMember(await makePerson(db));
	await publish({ title: "Cisterns of old" });
	await db.update(searchDocuments).set({ addedAt: sql`added_at - interval '2 hours'` });
});
beforeEach(async () => {
	const person = await makePerson(db);
	memberId = person.id;
	member = await asMember(person);
	await look();
});

const saveFor = async (asker: Asker, search: object, name?: string) =>
	(await asker.get(save, { search, name })).saveSearch;
const listOf = async (asker: Asker) => (await asker.get(list)).alerts;
const newsOf = async (asker: Asker) => (await asker.get(news)).viewer.newHits;
const titlesOf = (alert: { hits: { hit: { thing: { title?: string; name?: string } } }[] }) =>
	alert.hits.map(({ hit }) => hit.thing.title ?? hit.thing.name);

async function publish(values: object): Promise<{ id: string; revision: number }> {
	const input = {
		...{ title: "T", claim: "C", language: "en", placeId: String(town.id), organisationName: "City" },
		...{
			topicIds: ["waste"],
			sdgs: [1],
			stage: "idea",
			situation: "s",
			approach: "a",
			outcome: "o",
			...values,
		},
	};
	const document = "mutation ($input: PracticeInput!) { publishPractice(input: $input) { id revision } }";
	return (await author.get(document, { input })).publishPractice;
}

test("from saving on, what is new is counted and listed, once, until its owner has looked", async () => {
	const alert = await saveFor(member, { text: "cisterns" });
	expect(alert).toMatchObject({ name: "cisterns", language: "en", text: "cisterns", newCount: 0 });
	await publish({ title: "Cisterns under the square" });
	await publish({ title: "Trams that sing" });
	expect(await newsOf(member)).toBe(0);
	await look();
	await look();
	expect(await newsOf(member)).toBe(1);
	const [found] = await listOf(member);
	expect(titlesOf(found)).toEqual(["Cisterns under the square"]);
	expect(found).toMatchObject({ newCount: 1, hits: [{ isNew: true }] });

	await member.get(seen, { until: found.hits[0].foundAt });
	expect(await newsOf(member)).toBe(0);
	expect((await listOf(member))[0]).toMatchObject({ newCount: 0, hits: [{ isNew: false }] });
	await publish({ title: "More cisterns" });
	await look();
	const [again] = await listOf(member);
	expect(again).toMatchObject({ newCount: 1, hits: [{ isNew: true }, { isNew: false }] });
	expect(titlesOf(again)).toEqual(["More cisterns", "Cisterns under the square"]);
});

test("an alert without words is narrowed by its facets alone, and finds every kind that it is about", async () => {
	const filter = { topic: ["composting"], country: ["DE"], kind: ["practice", "challenge"] };
	const alert = await saveFor(member, { filter });
	expect(alert.name).toBe("Challenges · Practices · composting · Germany");
	await publish({ title: "Heaps", topicIds: ["composting"] });
	await publish({ title: "Not heaps", topicIds: ["urban-heat"] });
	await author.get(
		`mutation ($id: ID!, $place: ID!) { publishChallenge(clientId: $id, input: { title: "Where to", problem: "With it?", placeId: $place, topicIds: ["composting"] }) { id } }`,
		{ id: crypto.randomUUID(), place: String(town.id) },
	);
	await look();
	const [found] = await listOf(member);
	expect(titlesOf(found).sort()).toEqual(["Heaps", "Where to"]);
});

test("the same search is one alert however its values are ordered; another language is another one", async () => {
	const one = await saveFor(member, { text: " solar  roofs ", filter: { country: ["FR", "DE"] } });
	const same = await saveFor(
		member,
		{ text: "solar roofs", filter: { country: ["DE", "FR", "DE"], topic: [] } },
		"Else",
	);
	expect(same).toEqual(one);
	expect(one.name).toBe("solar roofs · Germany · France");
	expect(one.chosen).toEqual([
		{
			facet: "country",
			values: [
				{ value: "DE", label: "Germany" },
				{ value: "FR", label: "France" },
			],
		},
	]);
	expect((await saveFor(member, { text: "solar roofs" })).id).not.toBe(one.id);
	const answers = await Promise.all([1, 2, 3, 4].map(() => saveFor(member, { text: "at once" })));
	expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
	expect(await listOf(member)).toHaveLength(3);
});

test("results say whether one has an alert for them", async () => {
	const query = `query ($text: String, $filter: SearchFilter) { search(text: $text, filter: $filter) { alert { name } } }`;
	const search = { text: "parks", filter: { country: ["DE"] } };
	await saveFor(member, search, "Parks");
	expect((await member.get(query, search)).search.alert).toEqual({ name: "Parks" });
	expect((await member.get(query, { text: "parks" })).search.alert).toBeNull();
	expect((await author.get(query, search)).search.alert).toBeNull();
	expect((await visitor.get(query, search)).search.alert).toBeNull();
});

test("what is withdrawn, deleted or hidden shows neither in the list nor in the count", async () => {
	await saveFor(member, { text: "windmills" });
	const practice = await publish({ title: "Windmills" });
	const person = await makePerson(db, { name: "Wim Windmills" });
	await indexPeople(db, [person.id]);
	await look();
	expect(await newsOf(member)).toBe(2);
	await author.get("mutation ($id: ID!) { withdrawPractice(id: $id) }", { id: practice.id });
	expect(await newsOf(member)).toBe(1);
	expect(titlesOf((await listOf(member))[0])).toEqual(["Wim Windmills"]);
	await db.update(people).set({ suspendedAt: new Date() }).where(eq(people.id, person.id));
	await indexPeople(db, [person.id]);
	expect(await newsOf(member)).toBe(0);
	expect(await listOf(member)).toMatchObject([{ newCount: 0, hits: [] }]);
});

test("a draft is never found, nor what is withdrawn before the alerts are looked through", async () => {
	await saveFor(member, { text: "lighthouses" });
	await author.get(
		'mutation { saveDraft(key: "practice:new:1", version: 0, fields: [{ name: "input.title", value: "Lighthouses" }]) { key } }',
	);
	const practice = await publish({ title: "Lighthouses" });
	await author.get("mutation ($id: ID!) { withdrawPractice(id: $id) }", { id: practice.id });
	await look();
	expect(await newsOf(member)).toBe(0);
	expect(await db.$count(searchChanges)).toBe(0);
});

test("what comes to fit by a change is found while it is new, and what was there before is not", async () => {
	const old = await makePerson(db, { name: "Olena Old" });
	await indexPeople(db, [old.id]);
	await db.update(searchDocuments).set({ addedAt: sql`added_at - interval '2 hours'` });
	await look();
	await saveFor(member, { text: "beekeeping" });
	const fresh = await makePerson(db, { name: "Nadia New" });
	await indexPeople(db, [fresh.id]);
	await look();
	expect(await newsOf(member)).toBe(0);
	for (const { id } of [old, fresh]) {
		await db.update(people).set({ askMeAbout: "Beekeeping on roofs" }).where(eq(people.id, id));
		await indexPeople(db, [id]);
	}
	await look();
	expect(titlesOf((await listOf(member))[0])).toEqual(["Nadia New"]);
});

describe("an alert is its owner’s alone", () => {
	test("nobody else lists, renames or removes it, nor learns that it is there", async () => {
		const { id } = await saveFor(member, { text: "secret plans" });
		expect(await listOf(author)).toEqual([]);
		expect(await listOf(visitor)).toEqual([]);
		const rename = 'mutation ($id: ID!) { renameAlert(id: $id, name: "Mine") { id } }';
		const remove = "mutation ($id: ID!) { removeAlert(id: $id) }";
		for (const document of [rename, remove]) {
			expect((await author.ask(document, { id })).issues).toEqual([{ code: "not_found" }]);
			expect((await author.ask(document, { id: "987654" })).issues).toEqual([{ code: "not_found" }]);
			expect((await author.ask(document, { id: "x" })).issues).toEqual([{ code: "not_found" }]);
			expect((await visitor.ask(document, { id })).issues).toEqual([{ code: "auth.required" }]);
		}
		expect((await visitor.ask(save, { search: {} })).issues).toEqual([{ code: "auth.required" }]);
		expect((await visitor.get("{ viewer { newHits } }")).viewer).toBeNull();
		expect((await member.get(rename, { id })).renameAlert.id).toBe(id);
		expect(await listOf(member)).toMatchObject([{ name: "Mine" }]);
		expect((await member.get(remove, { id })).removeAlert).toBe(id);
		expect(await listOf(member)).toEqual([]);
	});

	test("looking at one’s own leaves others’ new", async () => {
		const other = await asMember(await makePerson(db));
		for (const asker of [member, other]) await saveFor(asker, { text: "fountains" });
		await publish({ title: "Fountains" });
		await look();
		await member.get(seen, { until: new Date().toISOString() });
		expect([await newsOf(member), await newsOf(other)]).toEqual([0, 1]);
	});

	test("it is gone with its owner’s account", async () => {
		await saveFor(member, { text: "benches" });
		await publish({ title: "Benches" });
		await look();
		await db.delete(people).where(eq(people.id, memberId));
		expect(await db.$count(alerts, eq(alerts.personId, memberId))).toBe(0);
		expect(await db.$count(alertHits, sql`alert_id not in (select id from alerts)`)).toBe(0);
	});
});

test("one may have so many, also when they are saved at once, and is told so", async () => {
	await db.insert(alerts).values(
		Array.from({ length: limits.alerts - 1 }, (_, n) => ({
			...{ personId: memberId, name: `${n}`, language: "en", question: `q${n}`, chosen: {} },
			...{ ownFirst: false, terms: [`stem q${n}`] },
		})),
	);
	const answers = await Promise.all(
		["one", "two", "three"].map((text) => member.ask(save, { search: { text } })),
	);
	expect(answers.flatMap(({ issues }) => issues)).toEqual([
		{ code: "alerts.too_many", args: { max: limits.alerts } },
		{ code: "alerts.too_many", args: { max: limits.alerts } },
	]);
	expect(await listOf(member)).toHaveLength(limits.alerts);
	// What there is already needs no place.
	expect((await saveFor(member, { text: "q3" })).name).toBe("3");
});

test("names are checked, and made of what is looked for where none is given", async () => {
	for (const [name, code] of [
		["x".repeat(limits.alertName + 1), "too_long"],
		["a\u202Eb", "forbidden_characters"],
		["a\0b", "unreadable_text"],
	])
		expect((await member.ask(save, { search: {}, name })).issues).toMatchObject([{ code, field: "name" }]);
	expect((await saveFor(member, {})).name).toBe("Everything in the network");
	const long = await saveFor(member, { text: "x".repeat(500) });
	expect([...long.name].length).toBe(limits.alertName);
	expect([...long.text].length).toBe(limits.query);
	const { id } = await saveFor(member, { text: "\u202Egreen\0 walls\uD800" }, "   ");
	expect((await listOf(member)).find((alert: { id: string }) => alert.id === id)).toMatchObject({
		text: "green walls",
		name: "green walls",
	});
	expect(
		(await member.ask('mutation ($id: ID!) { renameAlert(id: $id, name: " ") { id } }', { id })).issues,
	).toEqual([{ code: "required", field: "name" }]);
	expect((await member.ask(seen, { until: "soon" })).issues).toEqual([{ code: "invalid", field: "until" }]);
});

test("its owner’s browsers hear of it, and nobody else’s", async () => {
	await saveFor(member, { text: "ferries" });
	const stream = `alerts:${memberId}`;
	const own = await listenTo(origin, { cookie: member.cookie });
	let reached = 0;
	own.socket.on("stream.reached", ({ version }) => {
		reached = version;
	});
	const joined = await own.join(stream);
	expect(joined.ok).toBe(true);
	for (const cookie of [author.cookie, null])
		expect(await (await listenTo(origin, { cookie })).join(stream)).toEqual({ ok: false, code: "not_found" });
	await publish({ title: "Ferries" });
	await look();
	const before = joined.ok ? joined.version : 0;
	await until("it is heard", () => reached > before, 15_000);
}, 20_000);

test("what is noted already is not noted again", async () => {
	await saveFor(member, { text: "orchard" });
	for (let n = 0; n < 3; n++) await publish({ title: `Orchard ${n}` });
	const changes = await db.select({ document: searchChanges.document }).from(searchChanges);
	await look();
	const [{ hits: before }] = await listOf(member);
	// As after a process that ended halfway.
	await db.insert(searchChanges).values(changes);
	await look();
	expect((await listOf(member))[0]).toMatchObject({ newCount: 3, hits: before });
	expect(await db.$count(searchChanges)).toBe(0);
});
