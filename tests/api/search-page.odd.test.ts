import { describe, expect, test } from "vitest";
import { useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { finder, makeNetwork, valuesOf } from "./search-page.data.ts";

const { db } = await useDatabase();
const { visitor, asMember } = await useApp(db);
const { practice } = await makeNetwork(db, asMember);
const find = finder(visitor);

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
		["operators of other engines", '"tram" AND -helicopter OR title:tram (a b) +c* ~2'],
		["half a quotation", '"cargo tram'],
		["direction marks around", "\u202Etram\u202C\u200F"],
		["mixed scripts", "tram трамвай ترام 電車"],
		["SQL", "tram'); drop table people; --"],
		["NUL inside", "tr\0am tram"],
	])("%s finds the words in it", async (_, text) => {
		const found = await find(text, { filter: { kind: ["practice"] } });
		expect(found.items).toMatchObject([{ thing: { slug: practice.slug } }]);
	});

	test("quotation marks demand all their words, a minus leaves words out, in lists and counts", async () => {
		const kinds = (text: string) =>
			find(text, { filter: { kind: ["practice", "thread", "challenge"] } }).then((found) => {
				const values = valuesOf(found, "kind");
				expect(found.total).toBe(values.reduce((sum, { chosen, count }) => sum + (chosen ? count : 0), 0));
				return found.items.map(({ kind }: { kind: string }) => kind).sort();
			});
		expect(await kinds("cargo tram market")).toEqual(["challenge", "practice", "thread"]);
		expect(await kinds('cargo "tram markets"')).toEqual(["practice"]);
		expect(await kinds('"cargo tram" -market')).toEqual(["challenge", "thread"]);
		expect(await kinds('cargo -"tram market" NOT rails')).toEqual(["thread"]);
		expect(await kinds('"the" tram')).toEqual(["challenge", "practice", "thread"]);
		expect(await find('"cargo tram" -market AND x*')).toMatchObject({
			...{ words: "cargo tram x", quoted: ["cargo tram"], excluded: ["market"], hasOtherSigns: true },
		});
		const quoted = await find('"tram"', { first: 2 });
		const plain = await find("tram", { first: 2, after: quoted.nextCursor });
		expect(plain.items).toEqual((await find("tram", { first: 2 })).items);
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
		expect(valuesOf(found, "topic")).toContainEqual({
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
