import { compareTraits, similarity } from "@interurban/api/places/alike.rules";
import { indexPlaces, traitsAlike } from "@interurban/api/places/places";
import { indexDocuments, refreshStatistics, removeDocument } from "@interurban/api/search/search";
import { findDocuments } from "@interurban/api/search/search.queries";
import { regions } from "@interurban/contract/countries";
import { incomeGroups } from "@interurban/contract/income-groups";
import { climates, placeTraits } from "@interurban/contract/vocabulary";
import type { Traits } from "@interurban/db/place-traits";
import { places } from "@interurban/db/schema/places";
import { searchDocuments } from "@interurban/db/schema/search";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makeOrganisation, makePerson, makePlace, makePractice } from "../kit/factories.ts";

const { db } = await useDatabase();
const { visitor, asMember } = await useApp(db);

const anyTraits: fc.Arbitrary<Traits> = fc.record({
	size: fc.option(fc.integer({ min: 1, max: 50 })),
	region: fc.option(fc.constantFrom(...regions)),
	income: fc.option(fc.constantFrom(...incomeGroups)),
	climate: fc.option(fc.constantFrom(...climates)),
	coastal: fc.boolean(),
	capital: fc.boolean(),
});

/** A German town of middle size; its twin; one four times as large; one in the tropics. */
const own = await makePlace(db, { name: "Own", population: 200_000 });
const twin = await makePlace(db, { name: "Twin", country: "FR", population: 190_000 });
const large = await makePlace(db, { name: "Large", population: 800_000 });
const tropical = await makePlace(db, {
	...{ name: "Tropical", country: "UG", population: 180_000, latitude: 0.3, longitude: 32.6 },
});
await makePlace(db, { name: "Absent", population: 210_000 });
const member = await asMember(await makePerson(db, { placeId: own.id }));

test("is between 0 and 1, the same in both directions, and 1 for a town itself", () => {
	fc.assert(
		fc.property(anyTraits, anyTraits, (one, other) => {
			const found = similarity(one, other);
			expect(found).toBeGreaterThanOrEqual(0);
			expect(found).toBeLessThanOrEqual(1);
			expect(similarity(other, one)).toBe(found);
			expect(similarity(one, one)).toBe(1);
		}),
	);
});

test("grows when a trait becomes the same", () => {
	fc.assert(
		fc.property(
			anyTraits,
			anyTraits,
			fc.constantFrom("size", "region", "income", "climate", "coastal", "capital"),
			(one, other, trait) => {
				fc.pre(one[trait] !== null && other[trait] !== null);
				expect(similarity(one, { ...other, [trait]: one[trait] })).toBeGreaterThanOrEqual(
					similarity(one, other),
				);
			},
		),
	);
});

test("says the same of all traits just when towns are alike in all", () => {
	fc.assert(
		fc.property(anyTraits, anyTraits, (one, other) => {
			const fits = compareTraits(one, other);
			expect(fits.map(({ trait }) => trait)).toEqual([...placeTraits]);
			if (similarity(one, other) === 1)
				expect(fits.every(({ fit }) => fit === "same" || fit === "unknown")).toBe(true);
		}),
	);
});

describe("a town", () => {
	const likeness = `query ($id: ID!, $to: ID) { place(id: $id) {
		likeness(to: $to) { place { name } percent traits { trait fit } }
	} }`;
	const compare = async (asker: typeof visitor, id: number, to?: number | string) =>
		(await asker.get(likeness, { id, to: to === undefined ? null : String(to) })).place.likeness;

	test("is compared with the reader's own, or with one that they choose", async () => {
		const found = await compare(member, tropical.id);
		expect(found.place.name).toBe("Own");
		expect(found.percent).toBe(50);
		expect(found.traits).toEqual([
			{ trait: "population", fit: "same" },
			{ trait: "income", fit: "different" },
			{ trait: "climate", fit: "different" },
			{ trait: "region", fit: "different" },
			{ trait: "coast", fit: "same" },
			{ trait: "capital", fit: "same" },
		]);
		expect(await compare(member, tropical.id, large.id)).toMatchObject({ place: { name: "Large" } });
		expect(await compare(visitor, own.id, twin.id)).toMatchObject({ percent: 100 });
	});

	test("is compared with nothing where there is no other one", async () => {
		expect(await compare(visitor, own.id)).toBeNull();
		expect(await compare(member, own.id)).toBeNull();
		expect(await compare(visitor, own.id, own.id)).toBeNull();
		for (const unknown of ["12", "x", "", "9999999999999"])
			expect(await compare(visitor, own.id, unknown)).toBeNull();
	});

	test("has similar ones that take part, others that do not yet, and practices from the similar ones", async () => {
		const practices: Record<string, number> = {};
		for (const { id: placeId, name } of [own, twin, large, tropical]) {
			const { id: organisationId } = await makeOrganisation(db, { placeId });
			practices[name] = (await makePractice(db, { placeId, organisationId })).id;
		}
		const { place } = await visitor.get(
			`query ($id: ID!) { place(id: $id) {
				similarPlaces { place { name } percent }
				analogues(first: 3) { place { name } percent }
				practicesOfSimilarPlaces { items { id } nextCursor }
			} }`,
			{ id: own.id },
		);
		expect(place.similarPlaces).toEqual([
			{ place: { name: "Twin" }, percent: 100 },
			{ place: { name: "Large" }, percent: 85 },
			{ place: { name: "Tropical" }, percent: 50 },
		]);
		expect(place.analogues[0]).toEqual({ place: { name: "Absent" }, percent: 100 });
		expect(place.practicesOfSimilarPlaces).toEqual({
			items: [{ id: String(practices.Large) }, { id: String(practices.Twin) }],
			nextCursor: null,
		});
	});
});

describe("a search", () => {
	const words = ["funicular", "aqueduct"];
	const document = fc.record({
		title: fc.constantFrom(...words, words.join(" ")),
		place: fc.constantFrom(own, twin, large, tropical, null),
		day: fc.integer({ min: 1, max: 3 }),
	});

	test("sorted by how alike towns are holds that order whatever the page, and finds the same as without it", async () => {
		const { db } = await useDatabase();
		for (const { searchName, ...town } of [own, twin, large, tropical])
			await db.insert(places).values({ searchName, ...town });
		const alike = await traitsAlike(db, own.traits);
		await fc.assert(
			fc.asyncProperty(
				fc.array(document, { maxLength: 20 }),
				fc.constantFrom("", ...words),
				fc.boolean(),
				fc.integer({ min: 1, max: 7 }),
				async (documents, text, ownFirst, limit) => {
					for (const { kind, ref } of await db.select().from(searchDocuments))
						await removeDocument(db, kind, ref);
					await indexDocuments(
						db,
						documents.map(({ day, ...one }, ref) => ({
							...{ ...one, kind: "practice", ref, language: ref % 2 ? "en" : "fr" },
							publishedAt: new Date(2024, 0, day),
						})),
					);
					await refreshStatistics(db);
					const query = { text, language: "en", ownFirst, similarTo: own };
					const plain = await findDocuments(db, { ...query, limit: 100 });
					const rank = ({ ref, language }: { ref: string; language: string }) => {
						const { place } = documents[Number(ref)] ?? {};
						const percent = alike.find(({ traits }) => traits === place?.traits)?.percent ?? 0;
						return percent + (ownFirst && language === "en" ? 1000 : 0);
					};
					const expected = [...plain.items].sort((one, other) => rank(other) - rank(one));
					const paged: typeof expected = [];
					let cursor: string | null = null;
					do {
						const page: typeof plain = await findDocuments(db, { ...query, sort: "similar", limit, cursor });
						paged.push(...page.items);
						cursor = page.nextCursor;
					} while (cursor);
					expect(paged.map(({ alike: _, ...hit }) => hit)).toEqual(
						expected.map(({ alike: _, ...hit }) => hit),
					);
				},
			),
			{ numRuns: 40 },
		);
	});

	const search = `query ($filter: SearchFilter, $to: ID, $sort: SearchSort, $text: String, $after: String, $first: Int) {
		search(text: $text, filter: $filter, sort: $sort, similarTo: $to, after: $after, first: $first) {
			sort similarTo { name } nextCursor
			items { alike thing { ... on Place { name } } }
			facets { facet values { value label chosen } }
		}
	}`;
	const find = async (asker: typeof visitor, variables: object) =>
		(await asker.get(search, { filter: { kind: ["place"] }, sort: "similar", ...variables })).search;
	const names = (found: { items: { thing: { name: string } }[] }) =>
		found.items.map(({ thing }) => thing.name);

	test("goes by the reader's own town, by the one that is asked for, or by the one that narrows it", async () => {
		await indexPlaces(db, [own.id, twin.id, large.id, tropical.id]);
		const mine = await find(member, {});
		expect(mine).toMatchObject({ sort: "similar", similarTo: { name: "Own" } });
		const percents = mine.items.map(({ alike }: { alike: number | null }) => alike);
		expect(percents.slice(0, 2)).toEqual([100, 100]);
		expect(names(mine).indexOf("Large")).toBeGreaterThan(names(mine).indexOf("Twin"));
		expect(names(await find(member, { to: String(tropical.id) }))[0]).toBe("Tropical");
		const narrowed = await find(visitor, { filter: { kind: ["place"], like: [String(tropical.id)] } });
		expect(narrowed.similarTo).toEqual({ name: "Tropical" });
		expect(names(narrowed)).toEqual(["Tropical"]);
	});

	test("without a town to go by is in another order", async () => {
		expect(await find(visitor, {})).toMatchObject({ sort: "newest", similarTo: null });
		expect(await find(visitor, { text: "Town", to: "12" })).toMatchObject({
			sort: "relevance",
			similarTo: null,
		});
	});

	test("offers the reader's own town, and names every town it is narrowed to", async () => {
		const valuesOf = (found: { facets: { facet: string; values: object[] }[] }) =>
			found.facets.find(({ facet }) => facet === "like")?.values;
		expect(valuesOf(await find(visitor, {}))).toEqual([]);
		expect(valuesOf(await find(member, {}))).toEqual([
			{ value: String(own.id), label: "cities like Own", chosen: false },
		]);
		expect(valuesOf(await find(visitor, { filter: { like: [String(twin.id)] } }))).toEqual([
			{ value: String(twin.id), label: "cities like Twin", chosen: true },
		]);
	});

	test("begins anew with the cursor of a search by another town", async () => {
		const first = await find(member, { first: 1 });
		const foreign = await find(member, { first: 1, to: String(tropical.id), after: first.nextCursor });
		expect(names(foreign)).toEqual(["Tropical"]);
	});
});
