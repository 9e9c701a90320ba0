import { indexDocuments, refreshStatistics, removeDocument } from "@interurban/api/search/search";
import { findDocuments } from "@interurban/api/search/search.queries";
import { personLanguages } from "@interurban/db/schema/people";
import { searchDocuments } from "@interurban/db/schema/search";
import fc from "fast-check";
import { expect, test } from "vitest";
import { useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson } from "../kit/factories.ts";
import { finder, makeNetwork, valuesOf } from "./search-page.data.ts";

const words = ["funicular", "aqueduct"];

const document = fc.record({
	language: fc.constantFrom("de", "en", "fr", "uk", "und"),
	translated: fc.subarray(["de", "en"]),
	title: fc.constantFrom(...words, words.join(" "), `${words[0]} and other things`),
	day: fc.integer({ min: 1, max: 3 }),
});

test("the reader's own language first is an order of the whole list, whatever the page", async () => {
	const { db } = await useDatabase();
	await fc.assert(
		fc.asyncProperty(
			fc.array(document, { maxLength: 20 }),
			fc.constantFrom("", ...words),
			fc.constantFrom("relevance", "newest"),
			fc.subarray(["en", "de", "fr"]),
			fc.integer({ min: 1, max: 7 }),
			async (documents, text, sort, others, limit) => {
				for (const { kind, ref } of await db.select().from(searchDocuments))
					await removeDocument(db, kind, ref);
				await indexDocuments(
					db,
					documents.map(({ day, ...one }, ref) => ({
						...{ ...one, kind: "practice", ref, publishedAt: new Date(2024, 0, day) },
					})),
				);
				await refreshStatistics(db);
				const query = { text, sort, language: "en", reads: ["en", ...others] };
				const plain = await findDocuments(db, { ...query, limit: 100 });
				const tier = ({ language, ref }: { language: string; ref: string }) => {
					const translated = documents[Number(ref)]?.translated ?? [];
					if (["en", "und"].includes(language)) return 0;
					if (translated.includes("en")) return 1;
					return [language, ...translated].some((tag) => query.reads.includes(tag)) ? 2 : 3;
				};
				const expected = [...plain.items].sort((one, other) => tier(one) - tier(other));
				const paged: typeof expected = [];
				let cursor: string | null = null;
				do {
					const page: typeof plain = await findDocuments(db, { ...query, ownFirst: true, limit, cursor });
					paged.push(...page.items);
					cursor = page.nextCursor;
				} while (cursor);
				expect(paged).toEqual(expected);
			},
		),
		{ numRuns: 40 },
	);
});

const { db } = await useDatabase();
const { visitor, asMember } = await useApp(db);
const { visitor: french } = await useApp(db, { language: "fr" });
await makeNetwork(db, asMember);
const find = finder(visitor);

const languagesOf = (found: { items: { language: string | null }[] }) =>
	found.items.map(({ language }) => language);
const trams = { first: 50, filter: { kind: ["practice", "person", "thread", "challenge"] } };

test("what somebody reads is the language of the page, and what their profile names", async () => {
	expect((await find("tram", trams)).reads).toEqual(["en"]);
	expect((await find("tram", trams, french)).reads).toEqual(["fr"]);
	const person = await makePerson(db, { language: "de" });
	const values = ["uk", "fr"].map((language, position) => ({ language, position }));
	await db
		.insert(personLanguages)
		.values(values.map((value) => ({ ...value, personId: person.id, level: "speaks" as const })));
	const member = await asMember(person);
	const found = await find("tram", trams, member);
	expect(found.reads).toEqual(["en", "uk", "fr"]);
	expect(valuesOf(found, "language")).toContainEqual({
		value: "mine",
		label: "In languages I read, translations included: English, Ukrainian, and French",
		count: found.total,
		chosen: false,
	});
});

test("only what somebody reads is as many as was said, and other languages can be chosen beside", async () => {
	const all = await find("tram", trams);
	expect(new Set(languagesOf(all))).toEqual(new Set(["en", "fr"]));
	const choose = (...language: string[]) => find("tram", { ...trams, filter: { ...trams.filter, language } });
	const own = await choose("mine");
	expect(new Set(languagesOf(own))).toEqual(new Set(["en"]));
	expect(own.total).toBe(valuesOf(all, "language").find(({ value }) => value === "mine")?.count);
	expect((await choose("mine", "fr")).total).toBe(all.total);
});

test("what people have translated into a language can be read in it, and is called by its translation", async () => {
	const { visitor: german } = await useApp(db, { language: "de" });
	const titlesOf = (found: { items: { language: string; thing: { titleLanguage: string } }[] }) =>
		found.items.map(({ language, thing }) => [language, thing.titleLanguage]);
	const narrowed = { ...trams, filter: { kind: ["practice"], language: ["mine"] } };
	const found = await find("tram", narrowed, german);
	expect(titlesOf(found)).toEqual([["en", "de"]]);
	expect(valuesOf(found, "language").find(({ value }) => value === "mine")?.count).toBe(1);

	const person = await makePerson(db, { language: "fr" });
	await db.insert(personLanguages).values({ personId: person.id, language: "de", level: "reads" });
	const { asMember: inUkrainian } = await useApp(db, { language: "uk" });
	const reader = await inUkrainian(person);
	const theirs = await find("tram", narrowed, reader);
	expect(titlesOf(theirs)).toEqual([["en", "de"]]);
});

test("towns, which have no language, are for everybody", async () => {
	const found = await find("strassburg", { filter: { kind: ["place"], language: ["mine"] } }, french);
	expect(found.total).toBe(1);
	expect(valuesOf(found, "language").map(({ value }) => value)).toEqual(["mine"]);
});

test("the own language comes first across pages, and a cursor without that order gives the first page", async () => {
	const whole = await find("tram", { ...trams, ownFirst: true }, french);
	expect(languagesOf(whole)[0]).toBe("fr");
	const first = await find("tram", { ...trams, ownFirst: true, first: 1 }, french);
	const other = await find("tram", { ...trams, first: 1 }, french);
	const again = await find("tram", { ...trams, ownFirst: true, first: 1, after: other.nextCursor }, french);
	expect(again.items).toEqual(first.items);
	const next = await find("tram", { ...trams, ownFirst: true, first: 1, after: first.nextCursor }, french);
	expect(next.items).toEqual([whole.items[1]]);
});
