import { indexDocuments, type SearchThing } from "@interurban/api/search/search.index";
import { countFacets, findAndCount, findDocuments } from "@interurban/api/search/search.queries";
import { refreshStatistics } from "@interurban/api/search/search.statistics";
import { sql } from "drizzle-orm";
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

describe("facets", () => {
	const topics = ["water", "heat", "waste"];
	const countries = ["DE", "FR", "TN"];

	beforeEach(async () => {
		await db.execute(sql`truncate search_documents, search_postings, search_terms, search_counts`);
		const things = Array.from({ length: 36 }, (_, at) =>
			thing(String(at), at % 4 === 0 ? `Tram number ${at}` : `Bus and tram lines ${at}`, {
				kind: at % 6 === 0 ? "person" : "practice",
				language: at % 5 === 0 ? "fr" : "en",
				publishedAt: new Date(Date.UTC(2024, 0, 1 + (at % 7))),
				facets: {
					topic: topics.filter((_, t) => (at >> t) % 2 === 0),
					country: [countries[at % 3] as string],
					sdg: [1 + (at % 2), 11],
				},
			}),
		);
		await indexDocuments(db, things);
		await refreshStatistics(db);
	});

	it.each([
		["without a text", ""],
		["with a text", "tram"],
	])(
		"count what choosing a value then gives, under every choice (%s)",
		async (_, text) => {
			for (const selection of [
				{},
				{ topic: ["water"] },
				{ topic: ["water", "heat"] },
				{ topic: ["water"], country: ["DE", "TN"] },
				{ kind: ["practice"], country: ["FR"], sdg: [1] },
				{ language: ["fr"], topic: ["waste"], country: ["DE"] },
			]) {
				const { total, facets } = await countFacets(db, { text, language: "en", selection });
				const listed = await findDocuments(db, { text, language: "en", selection, limit: 100 });
				expect(listed.items).toHaveLength(total);
				for (const [facet, counts] of Object.entries(facets))
					for (const { value, count } of counts) {
						const chosen = { ...selection, [facet]: [value] };
						const { items } = await findDocuments(db, {
							text,
							language: "en",
							selection: chosen,
							limit: 100,
						});
						expect([facet, value, items.length]).toEqual([facet, value, count]);
					}
			}
		},
		60_000,
	);

	it("are any-of within a facet and all-of across", async () => {
		const one = await countFacets(db, { language: "en", selection: { country: ["DE"] } });
		const two = await countFacets(db, { language: "en", selection: { country: ["DE", "FR"] } });
		const both = await countFacets(db, {
			language: "en",
			selection: { country: ["DE", "FR"], topic: ["heat"] },
		});
		expect([one.total, two.total]).toEqual([12, 24]);
		expect(both.total).toBeLessThan(24);
	});

	it("list the most frequent value first and a chosen one always", async () => {
		const { total, facets } = await countFacets(db, {
			language: "en",
			selection: { topic: ["gone", "heat"], country: ["XX"] },
		});
		expect(total).toBe(0);
		expect(facets.topic).toContainEqual({ value: "gone", count: 0 });
		expect(facets.country).toContainEqual({ value: "XX", count: 0 });
		expect(facets.country.map(({ count }) => count)).toEqual(
			facets.country.map(({ count }) => count).sort((one, other) => other - one),
		);
	});

	it("come with the list in one statement, and the same", async () => {
		const query = { text: "bus", language: "en", selection: { topic: ["water"] } };
		const { page, counts } = await findAndCount(db, query);
		expect(page).toEqual(await findDocuments(db, query));
		expect(counts).toEqual(await countFacets(db, query));
	});

	it.each([
		["relevance", "tram"],
		["newest", "tram"],
		["newest", ""],
	] as const)("leave pages that hold every document once, in one order (%s, %j)", async (sort, text) => {
		const query = { text, language: "en", sort, selection: { kind: ["practice"] } };
		const whole = await findDocuments(db, { ...query, limit: 100 });
		const paged: typeof whole.items = [];
		let cursor: string | null = null;
		do {
			const page: typeof whole = await findDocuments(db, { ...query, limit: 7, cursor });
			paged.push(...page.items);
			cursor = page.nextCursor;
		} while (cursor);
		expect(paged).toEqual(whole.items);
		expect(paged).toHaveLength(30);
	});

	it("begin again at a cursor of another query, or none of ours", async () => {
		const first = await findDocuments(db, { text: "tram", language: "en", limit: 5 });
		const other = await findDocuments(db, { text: "bus", language: "en", limit: 5 });
		for (const cursor of [other.nextCursor, "nonsense", "", "W10", "bnVsbA"])
			expect(await findDocuments(db, { text: "tram", language: "en", limit: 5, cursor })).toEqual(first);
	});

	it("bound the size of a page", async () => {
		for (const limit of [0, -1, 1000, 0.5])
			expect((await findDocuments(db, { language: "en", limit })).items.length).toBeGreaterThan(0);
	});
});
