import { randomUUID } from "node:crypto";
import { makeLimiter } from "@interurban/api/limiter";
import { indexPeople } from "@interurban/api/people/people";
import { indexPlaces } from "@interurban/api/places/places";
import { refreshStatistics } from "@interurban/api/search/search";
import { indexTopics } from "@interurban/api/topics/topics";
import { people } from "@interurban/db/schema/people";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { type Asker, useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makePlace, makeTopics } from "../kit/factories.ts";

const { db } = await useDatabase();
const { visitor, asMember } = await useApp(db);
const { visitor: german } = await useApp(db, { language: "de" });
const { visitor: hasty } = await useApp(db, { limiter: makeLimiter(1 / 60) });

const search = `query ($text: String, $filter: SearchFilter, $sort: SearchSort, $first: Int, $after: String) {
	search(text: $text, filter: $filter, sort: $sort, first: $first, after: $after) {
		text isCut hasWords sort total nextCursor
		items {
			id kind language
			passage { html language }
			thing {
				__typename
				... on Practice { slug displayTitle titleLanguage }
				... on Person { name }
				... on Place { name countryName }
				... on Topic { label }
				... on Thread { title }
				... on Challenge { title }
			}
		}
		facets { facet values { value label count chosen } }
		withoutFacet { facet total }
		nearTopics { id label }
	}
}`;
const suggest = `query ($text: String!) { suggest(text: $text) {
	topics { id } practices { displayTitle } places { name } people { name }
} }`;

const publish = `mutation ($input: PracticeInput!) { publishPractice(input: $input) { id slug } }`;
const withdraw = `mutation ($id: ID!) { withdrawPractice(id: $id) }`;
const translate = `mutation ($id: ID!, $title: String!, $claim: String!) {
	translatePractice(id: $id, language: "de", title: $title, claim: $claim) { id }
}`;
const startThread = `mutation ($clientId: ID!) { startThread(
	topicId: "waste", title: "Cargo trams again?", body: "Has anybody tried **cargo trams** at night?", clientId: $clientId) { id } }`;
const publishChallenge = `mutation ($input: ChallengeInput!, $clientId: ID!) { publishChallenge(input: $input, clientId: $clientId) { id } }`;

const find = async (text: string, more: object = {}, asker = visitor) =>
	(await asker.get(search, { text, ...more })).search;
const kindsOf = (found: { items: { kind: string }[] }) => new Set(found.items.map(({ kind }) => kind));
const values = (found: { facets: { facet: string; values: object[] }[] }, name: string) =>
	found.facets.find(({ facet }) => facet === name)?.values as {
		value: string;
		label: string;
		count: number;
		chosen: boolean;
	}[];

let author: Asker;
let practice: { id: string; slug: string };
let town: { id: number };

beforeAll(async () => {
	await makeTopics(db, "waste", "composting");
	town = await makePlace(db, { name: "Straßburg", country: "FR", population: 290_000 });
	const person = await makePerson(db, {
		name: "Zoë Tramm",
		language: "fr",
		askMeAbout: "Le tram de fret, la nuit",
		placeId: town.id,
	});
	author = await asMember(person);
	await indexPeople(db, [person.id]);
	practice = (
		await author.get(publish, {
			input: {
				title: "Waste by tram",
				claim: "Trams carry what the market leaves.",
				language: "en",
				placeId: String(town.id),
				organisationName: "City",
				organisationKind: "municipality",
				topicIds: ["composting"],
				sdgs: [11],
				stage: "pilot",
				situation: "Lorries stood in the way.",
				approach: "At night, a **cargo tram** collects everything at the <market> stop.",
				outcome: "Quiet streets.",
			},
		})
	).publishPractice;
	await author.get(translate, { id: practice.id, title: "Müll mit der Straßenbahn", claim: "Nachts." });
	await author.get(startThread, { clientId: randomUUID() });
	await author.get(publishChallenge, {
		clientId: randomUUID(),
		input: {
			title: "Who pays for a cargo tram?",
			problem: "We have rails, and a tram that stands idle.",
			placeId: String(town.id),
			topicIds: ["waste"],
		},
	});
	await indexPlaces(db, [town.id]);
	await indexTopics(db);
	await refreshStatistics(db);
});

describe("a search", () => {
	test("finds every kind of thing, each as its slice shows it", async () => {
		const found = await find("tram", { first: 50 });
		expect(kindsOf(found)).toEqual(new Set(["practice", "person", "thread", "challenge", "topic"]));
		expect(found.items.length).toBe(found.total);
		for (const { id, kind, thing } of found.items) {
			expect(id.startsWith(kind)).toBe(true);
			expect(thing.__typename.toLowerCase()).toBe(kind);
		}
		const towns = await find("strassburg", { filter: { kind: ["place"] } });
		expect(towns.items).toEqual([
			{
				id: `place-${town.id}`,
				kind: "place",
				language: null,
				passage: null,
				thing: { __typename: "Place", name: "Straßburg", countryName: "France" },
			},
		]);
	});

	test("says where each fits, with the words marked and all else as text", async () => {
		const found = await find("cargo tram market", { filter: { kind: ["practice", "thread"] } });
		const passages = Object.fromEntries(
			found.items.map((item: { kind: string; passage: object }) => [item.kind, item.passage]),
		);
		expect(passages).toEqual({
			practice: {
				html: "At night, a <mark>cargo</mark> <mark>tram</mark> collects everything at the &lt;<mark>market</mark>&gt; stop.",
				language: "en",
			},
			thread: { html: "Has anybody tried <mark>cargo</mark> <mark>trams</mark> at night?", language: "en" },
		});
	});

	test("shows a title in the reader's language where there is one, and is found by it", async () => {
		const found = await find("Straßenbahn Müll", { filter: { kind: ["practice"] } }, german);
		expect(found.items).toMatchObject([
			{ language: "en", thing: { displayTitle: "Müll mit der Straßenbahn", titleLanguage: "de" } },
		]);
		expect(values(found, "topic").map(({ label }) => label)).toContain("Kompostierung");
		expect(values(found, "country")).toEqual([{ value: "FR", label: "Frankreich", count: 1, chosen: false }]);
		expect(values(found, "evidence")).toEqual([
			{ value: "described", label: "Beschrieben", count: 1, chosen: false },
		]);
		expect(values(found, "kind")).toContainEqual({
			value: "practice",
			label: "Praxisbeispiele",
			count: 1,
			chosen: true,
		});
	});

	test("keeps the order of the index, and every page is part of the whole", async () => {
		const whole = (await find("tram", { first: 50 })).items.map(({ id }: { id: string }) => id);
		const paged: string[] = [];
		for (let after: string | null = ""; after !== null; ) {
			const page: { items: { id: string }[]; nextCursor: string | null } = await find("tram", {
				first: 2,
				after,
			});
			paged.push(...page.items.map(({ id }) => id));
			after = page.nextCursor;
		}
		expect(paged).toEqual(whole);
	});

	test("shows at once what is published, and nothing that was withdrawn or suspended", async () => {
		const input = {
			title: "Funicular for parcels",
			claim: "Up the hill.",
			language: "en",
			placeId: String(town.id),
			organisationName: "City",
			organisationKind: "municipality",
			topicIds: ["waste"],
			sdgs: [11],
			stage: "idea",
			situation: "Hill.",
			approach: "Rope.",
			outcome: "Parcels.",
		};
		const { publishPractice } = await author.get(publish, { input });
		expect((await find("funicular parcels")).items).toMatchObject([{ kind: "practice" }]);
		expect((await visitor.get(suggest, { text: "funic" })).suggest.practices).toHaveLength(1);
		await author.get(withdraw, { id: publishPractice.id });
		const after = await find("funicular parcels", { filter: { kind: ["practice"] } });
		expect([after.total, after.items, values(after, "stage")]).toEqual([0, [], []]);
		expect((await visitor.get(suggest, { text: "funic" })).suggest.practices).toEqual([]);

		const person = await makePerson(db, { name: "Xaver Unfindbar" });
		await indexPeople(db, [person.id]);
		const filter = { kind: ["person"] };
		expect((await find("Unfindbar", { filter })).total).toBe(1);
		await db.update(people).set({ suspendedAt: new Date() }).where(eq(people.id, person.id));
		// Even before the index is told.
		expect((await find("Unfindbar", { filter })).items).toEqual([]);
		expect((await visitor.get(suggest, { text: "Unfind" })).suggest.people).toEqual([]);
		await indexPeople(db, [person.id]);
		expect((await find("Unfindbar", { filter })).total).toBe(0);
	});

	test("is limited to what a person can ask", async () => {
		for (let n = 0; n < 5; n++) await hasty.get(search, { text: "tram" });
		expect((await hasty.ask(search, { text: "tram" })).issues).toMatchObject([{ code: "rate_limited" }]);
	});
});

describe("what nobody would search for gets a sensible answer:", () => {
	test.each([
		["nothing", ""],
		["spaces", " \n\t "],
		["only stop words", "the and of"],
		["only punctuation", "?! … — ()"],
		["direction marks only", "\u202E\u200F\u2066"],
		["NUL and half a character", "\0\uD800"],
	])("%s finds everything, the newest first", async (_, text) => {
		const found = await find(text);
		expect(found).toMatchObject({ hasWords: false, sort: "newest", isCut: false });
		expect(found.total).toBeGreaterThan(400);
		expect(found.text).not.toMatch(/[\0\uD800\u202E\u200F\u2066]/);
	});

	test.each([
		["operators of other engines", '"tram" AND -waste OR title:tram (a b) +c* ~2'],
		["half a quotation", '"cargo tram'],
		["direction marks around", "\u202Etram\u202C\u200F"],
		["mixed scripts", "tram трамвай ترام 電車"],
		["SQL", "tram'); drop table people; --"],
		["NUL inside", "tr\0am tram"],
	])("%s finds the words in it", async (_, text) => {
		const found = await find(text, { filter: { kind: ["practice"] } });
		expect(found.items).toMatchObject([{ thing: { slug: practice.slug } }]);
	});

	test("ten thousand characters are cut, and it says so", async () => {
		const found = await find("tram ".repeat(2000));
		expect(found).toMatchObject({ isCut: true, hasWords: true });
		expect([...found.text].length).toBeLessThanOrEqual(200);
		expect(found.total).toBeGreaterThan(0);
		expect((await find(`${"😀".repeat(199)}x`)).isCut).toBe(false);
	});

	test("values that there are not find nothing, are listed as chosen, and lead back", async () => {
		const filter = { topic: ["no-such-topic"], country: ["FR"], stage: ["\0"], language: [] };
		const found = await find("tram", { filter });
		expect(found.total).toBe(0);
		expect(values(found, "topic")).toContainEqual({
			value: "no-such-topic",
			label: "no-such-topic",
			count: 0,
			chosen: true,
		});
		expect(found.withoutFacet[0].facet).toBe("topic");
		expect(found.withoutFacet[0].total).toBe((await find("tram", { filter: { country: ["FR"] } })).total);
		const odd = {
			sdg: ["99", "1.5"],
			region: ["moon"],
			population: ["x"],
			language: ["a-b-c-", "ii"],
			kind: ["x"],
		};
		expect((await find("tram", { filter: odd })).total).toBe(0);
		await find("tram", { filter: { country: Array.from({ length: 200 }, (_, n) => `x${n}`.repeat(50)) } });
	});

	test("a cursor of another search, or none of ours, gives the first page", async () => {
		const first = await find("tram", { first: 2 });
		const other = await find("waste", { first: 2 });
		for (const after of [other.nextCursor, "", "nonsense", "\0", "W10"])
			expect((await find("tram", { first: 2, after })).items).toEqual(first.items);
	});

	test("where nothing is found, topics with such names lead on", async () => {
		const found = await find("composting", { filter: { kind: ["person"] } });
		expect(found.total).toBe(0);
		expect(found.nearTopics.map(({ id }: { id: string }) => id)).toContain("composting");
		expect(found.withoutFacet).toMatchObject([{ facet: "kind" }]);
		expect((await find("compsting", { filter: { kind: ["person"] } })).nearTopics[0].id).toBe("composting");
	});
});

describe("suggestions", () => {
	const suggested = async (text: string) => (await visitor.get(suggest, { text })).suggest;

	test("are of every kind, for the beginning of a word", async () => {
		expect(await suggested("tra")).toMatchObject({
			practices: [{ displayTitle: "Waste by tram" }],
			people: [{ name: "Zoë Tramm" }],
			places: [],
		});
		expect((await suggested("compo")).topics).toContainEqual({ id: "composting" });
		expect((await suggested("straßb")).places).toEqual([{ name: "Straßburg" }]);
		expect((await suggested("waste by tr")).practices[0]).toEqual({ displayTitle: "Waste by tram" });
		expect((await suggested("zoe")).people).toEqual([{ name: "Zoë Tramm" }]);
	});

	test("of topics with names nearly so are made only where there is nothing else", async () => {
		expect((await suggested("compsting")).topics).toContainEqual({ id: "composting" });
		expect((await suggested("zoe")).topics).toEqual([]);
	});

	test("are none for what is no word", async () => {
		for (const text of ["", " ", "%", "_", "\0", "\u202E", "x".repeat(10_000)])
			expect(await suggested(text)).toEqual({ topics: [], practices: [], places: [], people: [] });
	});
});
