import { postingsOf } from "@interurban/api/search/postings";
import {
	indexDocument,
	indexDocuments,
	removeDocument,
	type SearchThing,
} from "@interurban/api/search/search.index";
import { keepStatistics } from "@interurban/api/search/search.job";
import { countFacets, findAndCount, findDocuments } from "@interurban/api/search/search.queries";
import { refreshStatistics } from "@interurban/api/search/search.statistics";
import type { Db } from "@interurban/db/client";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { useDatabase } from "../kit/database.ts";

const { db } = await useDatabase();

const thing = (ref: string, title: string, more: Partial<SearchThing> = {}): SearchThing => ({
	kind: "practice",
	ref,
	language: "en",
	title,
	publishedAt: new Date("2024-05-01T12:00:00Z"),
	...more,
});

const find = async (text: string, language = "en", on: Db = db) =>
	(await findDocuments(on, { text, language })).items.map((hit) => hit.ref);

/** The index as anybody would see it, whatever the ids of documents and terms. */
const contents = () =>
	db.execute(sql`
		select d.kind, d.ref, d.facets, t.kind as term_kind, t.lexeme, p.weight
		from search_documents d
		left join search_postings p on p.document = d.id
		left join search_terms t on t.id = p.term
		order by d.kind, d.ref, t.kind, t.lexeme`);

const countsKept = () =>
	db.execute(sql`
		select kind, value, sum(documents)::integer as documents from search_counts
		group by kind, value having sum(documents) <> 0 order by kind, value`);

beforeEach(async () => {
	await db.execute(sql`truncate search_documents, search_postings, search_terms, search_counts`);
});

describe("finding", () => {
	it("finds every form of a word in the language of the text", async () => {
		await indexDocuments(db, [
			thing("de", "Leerstehende Wohnungen für Geflüchtete", { language: "de" }),
			thing("uk", "Фінансування громадського транспорту", { language: "uk" }),
			thing("ar", "إدارة المياه في البلديات", { language: "ar" }),
		]);
		await refreshStatistics(db);
		expect(await find("Wohnung", "de")).toEqual(["de"]);
		expect(await find("громадський", "uk")).toEqual(["uk"]);
		expect(await find("\u200Fبلدية", "ar")).toEqual(["ar"]);
	});

	it("goes by the script when it is not the reader's", async () => {
		await indexDocument(db, thing("ar", "إدارة المياه في البلديات", { language: "ar" }));
		expect(await find("بلدية", "de")).toEqual(["ar"]);
	});

	it("finds a German compound by its part", async () => {
		await indexDocuments(db, [
			thing("compound", "Trinkwasserversorgung", { language: "de" }),
			thing("other", "Straßenbahn", { language: "de" }),
		]);
		expect(await find("Wasser", "de")).toEqual(["compound"]);
	});

	it("puts a title that fits above a text that fits, and a rare word above a common one", async () => {
		const common = Array.from({ length: 20 }, (_, at) => thing(`common${at}`, `City report ${at}`));
		await indexDocuments(db, [
			...common,
			thing("text", "Something else", { body: "It mentions a funicular." }),
			thing("title", "A funicular"),
		]);
		await refreshStatistics(db);
		expect(await find("funicular city")).toEqual(expect.arrayContaining(["title", "text"]));
		expect((await find("funicular city")).slice(0, 2)).toEqual(["title", "text"]);
	});

	it("finds a thing by a translation of its title", async () => {
		await indexDocument(
			db,
			thing("fr", "Bus gratuits", {
				language: "fr",
				translations: [{ language: "en", title: "Free buses" }],
			}),
		);
		expect(await find("bus for free")).toEqual(["fr"]);
	});

	it("leaves out what merely shares a syllable or an everyday word", async () => {
		await indexDocuments(db, [
			thing("fits", "Participatory budgeting with young people"),
			thing("hardly", "Parking", {
				body: "The city thinks about young trees and other things, with people.",
			}),
		]);
		expect(await find("participatory budgeting")).toEqual(["fits"]);
	});

	it("gives everything, newest first, when there is no word to look for", async () => {
		await indexDocuments(db, [
			thing("older", "Water", { publishedAt: new Date("2023-01-01T00:00:00Z") }),
			thing("newer", "Heat", { publishedAt: new Date("2024-01-01T00:00:00Z") }),
		]);
		for (const text of ["", "   ", "?!", "the and of", "\u202E\u200F"])
			expect(await find(text)).toEqual(["newer", "older"]);
	});

	it.each([
		["ten thousand characters", "water ".repeat(1667)],
		["ten thousand different words", Array.from({ length: 2000 }, (_, at) => `w${at}`).join(" ")],
		["operators of other search engines", `"water" -heat title:water (a OR b) AND NOT c* ~2 \\ ' ; -- %_`],
		["a NUL and half a character", "water\u0000 \uD800"],
		["right-to-left marks and mixed scripts", "\u202Ewater\u202C вода مياه 水 \u200F"],
	])("answers a query of %s", async (_, text) => {
		await indexDocument(db, thing("water", "Water"));
		await findAndCount(db, { text, language: "en", selection: { topic: ["\u0000", text] } });
		expect(await find(text)).toEqual(text.includes("w1999") ? [] : ["water"]);
	});
});

describe("the index", () => {
	it("shows a thing in the transaction that publishes it, and nowhere when that fails", async () => {
		const published = db.transaction(async (tx) => {
			await indexDocument(tx, thing("a", "Water"));
			expect(await find("water", "en", tx)).toEqual(["a"]);
			throw new Error("something else went wrong");
		});
		await expect(published).rejects.toThrow("something else");
		expect(await find("water")).toEqual([]);
	});

	it("forgets what a thing used to say, and the thing itself once withdrawn", async () => {
		await indexDocument(db, thing("a", "Water", { facets: { topic: ["water"] } }));
		await indexDocument(db, thing("a", "Heat", { facets: { topic: ["heat"] } }));
		expect(await find("water")).toEqual([]);
		expect(await find("heat")).toEqual(["a"]);
		expect((await countFacets(db, { language: "en" })).facets.topic).toEqual([{ value: "heat", count: 1 }]);
		await removeDocument(db, "practice", "a");
		expect(await find("heat")).toEqual([]);
		expect(await contents()).toEqual([]);
	});

	it("keeps things of different kinds with the same id apart", async () => {
		await indexDocuments(db, [thing("1", "Water"), thing("1", "Water", { kind: "person" })]);
		await removeDocument(db, "practice", 1);
		const [hit, ...others] = (await findDocuments(db, { text: "water", language: "en" })).items;
		expect(hit).toMatchObject({ kind: "person", ref: "1", language: "en" });
		expect(others).toEqual([]);
	});

	it("survives writers who meet at the same thing and at the same new words", async () => {
		const titles = ["alpha beta gamma delta", "delta gamma beta alpha", "beta delta alpha gamma"];
		await Promise.all(
			Array.from({ length: 30 }, (_, at) =>
				db.transaction((tx) => indexDocument(tx, thing(String(at % 4), `${titles[at % 3]} new${at % 7}`))),
			),
		);
		const rows = await db.execute(
			sql`select count(*)::integer as n, count(distinct ref)::integer as refs from search_documents`,
		);
		expect(rows[0]).toEqual({ n: 4, refs: 4 });
		expect(await find("gamma")).toHaveLength(4);
	});

	it("is the same whatever led to it", async () => {
		const refs = fc.constantFrom("a", "b", "c");
		const titles = fc.constantFrom(
			"Water for all",
			"Wasser für alle",
			"Heat plans",
			"Water, water and heat",
			"",
		);
		const steps = fc.array(fc.record({ ref: refs, title: fc.option(titles) }), { maxLength: 8 });
		await fc.assert(
			fc.asyncProperty(steps, async (history) => {
				await db.execute(sql`truncate search_documents, search_postings, search_terms, search_counts`);
				const last = new Map<string, SearchThing>();
				for (const { ref, title } of history) {
					if (title === null) await removeDocument(db, "practice", ref);
					else await indexDocument(db, thing(ref, title, { facets: { topic: title.split(" ") } }));
					if (title === null) last.delete(ref);
					else last.set(ref, thing(ref, title, { facets: { topic: title.split(" ") } }));
					if (history.length % 2 === 0) await refreshStatistics(db);
				}
				const stepByStep = [await contents(), await countsKept()];
				await db.execute(sql`truncate search_documents, search_postings, search_terms, search_counts`);
				await indexDocuments(db, [...last.values()]);
				expect(stepByStep).toEqual([await contents(), await countsKept()]);
			}),
			{ numRuns: 15 },
		);
	});

	it("stores exactly the postings of the text", async () => {
		await indexDocument(db, thing("a", "Water and heat", { body: "In the city." }));
		const stored = (await contents()).map(({ term_kind, lexeme, weight }) => [
			...[term_kind, lexeme],
			Math.fround(Number(weight)),
		]);
		const wanted = postingsOf([{ language: "en", title: "Water and heat", body: "In the city." }]);
		expect(new Set(stored.map(String))).toEqual(
			new Set(wanted.map(({ kind, lexeme, weight }) => String([kind, lexeme, weight]))),
		);
	});
});

describe("statistics", () => {
	it("are refreshed while the network runs, until it stops", async () => {
		await indexDocuments(db, [thing("a", "Water"), thing("b", "Water and heat")]);
		const warnings: string[] = [];
		const statistics = keepStatistics(db, { warn: (_, message) => warnings.push(message) });
		const counted = () => db.execute(sql`select lexeme, df from search_terms where kind = 'stem' order by 1`);
		statistics.start();
		await expect
			.poll(async () => [...(await counted())])
			.toEqual([
				{ lexeme: "heat", df: 1 },
				{ lexeme: "water", df: 2 },
			]);
		await statistics.stop();
		await removeDocument(db, "practice", "b");
		expect([...(await counted())]).toContainEqual({ lexeme: "water", df: 2 });
		expect(warnings).toEqual([]);
	});
});
