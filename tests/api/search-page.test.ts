import { makeLimiter } from "@interurban/api/limiter";
import { indexPeople } from "@interurban/api/people/people";
import { people } from "@interurban/db/schema/people";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson } from "../kit/factories.ts";
import {
	finder,
	kindsOf,
	makeNetwork,
	publish,
	search,
	suggest,
	valuesOf,
	withdraw,
} from "./search-page.data.ts";

const { db } = await useDatabase();
const { visitor, asMember } = await useApp(db);
const { visitor: german } = await useApp(db, { language: "de" });
const { visitor: hasty } = await useApp(db, { limiter: makeLimiter(1 / 60) });
const { author, town } = await makeNetwork(db, asMember);
const find = finder(visitor);

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
				reasons: [{ kind: "word", typed: "strassburg", found: "Straßburg", language: "en", topic: null }],
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

	test("says why each was found", async () => {
		const found = await find("Nachtstraßenbahn Biomüll", { filter: { kind: ["practice"] } }, german);
		expect(found.items).toMatchObject([{ thing: { displayTitle: "Müll mit der Straßenbahn" } }]);
		expect(found.items[0].reasons).toEqual([
			{
				...{ kind: "form", typed: "Nachtstraßenbahn", found: "Straßenbahn" },
				...{ language: "de", topic: null },
			},
			{ kind: "form", typed: "Biomüll", found: "Müll", language: "de", topic: null },
		]);
	});

	test.each([
		["city", "City", "en"],
		["strassburg", "Straßburg", "en"],
	])("says why something was found of which the results show nothing: %s", async (typed, word, language) => {
		const found = await find(typed, { filter: { kind: ["practice"] } });
		expect(found.items[0].reasons).toEqual([{ kind: "word", typed, found: word, language, topic: null }]);
	});

	test("shows a title in the reader's language where there is one, and is found by it", async () => {
		const found = await find("Straßenbahn Müll", { filter: { kind: ["practice"] } }, german);
		expect(found.items).toMatchObject([
			{ language: "en", thing: { displayTitle: "Müll mit der Straßenbahn", titleLanguage: "de" } },
		]);
		expect(valuesOf(found, "topic").map(({ label }) => label)).toContain("Kompostierung");
		expect(valuesOf(found, "country")).toEqual([
			{ value: "FR", label: "Frankreich", count: 1, chosen: false },
		]);
		expect(valuesOf(found, "evidence")).toEqual([
			{ value: "described", label: "Beschrieben", count: 1, chosen: false },
		]);
		expect(valuesOf(found, "kind")).toContainEqual({
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
			title: "Catapult for parcels",
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
		const practices = { filter: { kind: ["practice"] } };
		expect((await find("catapult parcels", practices)).items).toMatchObject([{ kind: "practice" }]);
		expect((await visitor.get(suggest, { text: "catap" })).suggest.practices).toHaveLength(1);
		await author.get(withdraw, { id: publishPractice.id });
		const after = await find("catapult parcels", { filter: { kind: ["practice"] } });
		expect([after.total, after.items, valuesOf(after, "stage")]).toEqual([0, [], []]);
		expect((await visitor.get(suggest, { text: "catap" })).suggest.practices).toEqual([]);

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

describe("suggestions", () => {
	const suggested = async (text: string, asker = visitor) => (await asker.get(suggest, { text })).suggest;

	test("are of every kind, for the beginning of a word", async () => {
		expect(await suggested("tra")).toMatchObject({
			practices: [{ displayTitle: "Waste by tram" }],
			people: [{ name: "Zoë Tramm" }],
			places: [],
		});
		expect((await suggested("compo")).topics).toContainEqual({
			name: "composting",
			topic: { id: "composting" },
		});
		expect((await suggested("straßb")).places).toEqual([{ name: "Straßburg" }]);
		expect((await suggested("waste by tr")).practices[0]).toEqual({ displayTitle: "Waste by tram" });
		expect((await suggested("zoe")).people).toEqual([{ name: "Zoë Tramm" }]);
	});

	test("cross languages: topics by any of their names, practices by what they are about", async () => {
		const topics = async (text: string, asker = visitor) =>
			(await suggested(text, asker)).topics.map(({ topic }: { topic: { id: string } }) => topic.id);
		expect(await topics("komp")).toContain("composting");
		expect(await topics("компо")).toContain("composting");
		expect(await topics("سماد", german)).toContain("composting");
		expect((await suggested("straßenbahn")).topics[0]).toEqual({
			name: "Straßenbahn",
			topic: { id: "trams" },
		});
		expect((await suggested("трамв")).practices).toEqual([{ displayTitle: "Waste by tram" }]);
		expect((await suggested("трамв", german)).practices).toEqual([
			{ displayTitle: "Müll mit der Straßenbahn" },
		]);
	});

	test("of people are those with such a name, and then those who know about it", async () => {
		const namesake = await makePerson(db, { name: "Ana Tramway" });
		await indexPeople(db, [namesake.id]);
		expect((await suggested("tramw")).people).toEqual([{ name: "Ana Tramway" }, { name: "Zoë Tramm" }]);
	});

	test("of topics with names nearly so are made only where there is nothing else", async () => {
		expect((await suggested("compsting")).topics[0].topic.id).toBe("composting");
		expect((await suggested("zoe")).topics).toEqual([]);
	});

	test("are none for what is no word", async () => {
		for (const text of ["", " ", "%", "_", "\0", "\u202E", "x".repeat(10_000)])
			expect(await suggested(text)).toEqual({ topics: [], practices: [], places: [], people: [] });
	});
});
