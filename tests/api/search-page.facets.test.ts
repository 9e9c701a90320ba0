import { similarity } from "@interurban/api/places/alike.rules";
import { indexDocuments, refreshStatistics, removeDocument } from "@interurban/api/search/search";
import { ancestorsOf, concepts } from "@interurban/concepts/concepts";
import { bandOf, regionOf } from "@interurban/contract/countries";
import { decodeTraits } from "@interurban/db/place-traits";
import { personLanguages } from "@interurban/db/schema/people";
import { searchDocuments } from "@interurban/db/schema/search";
import fc from "fast-check";
import { expect, test } from "vitest";
import { useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makePlace } from "../kit/factories.ts";

const { db } = await useDatabase();
const { asMember } = await useApp(db);

const towns = [
	await makePlace(db, { country: "DE", population: 60_000 }),
	await makePlace(db, { country: "FR", population: 90_000 }),
	await makePlace(db, { country: "FR", population: 2_000_000 }),
	await makePlace(db, { country: "TN", population: 70_000, latitude: 36.8, longitude: 10.2 }),
];
type Town = (typeof towns)[number];

/** Somebody who uses the network in English, what they read and where they work. */
const reads = ["en", "de"];
const home = towns[0] as Town;
const person = await makePerson(db, { placeId: home.id });
await db.insert(personLanguages).values({ personId: person.id, language: "de", level: "reads" });
const reader = await asMember(person);

const search = `query ($text: String, $filter: SearchFilter) { search(text: $text, filter: $filter) {
	total
	facets { facet values { value label count chosen } }
	withoutFacet { facet total }
} }`;

interface Thing {
	kind: string;
	language: string;
	translated: string[];
	word: string;
	town: Town | null;
	facets: Record<string, string[]>;
}

const leaves = [...concepts.values()].filter((concept) => concept.broader.length > 0).slice(0, 4);
const topics = leaves.map(({ id }) => [id, ...ancestorsOf(id).map((above) => above.id)]);
const words = ["funicular", "aqueduct"];

/** What is in one place of an address: values of every facet, some of which there may not be. */
const domains: Record<string, string[]> = {
	kind: ["practice", "person", "topic", "nonsense"],
	topic: [...new Set(topics.flat()), "no-such-topic"],
	sdg: ["6", "11", "13", "99"],
	country: ["DE", "FR", "TN", "XX"],
	region: ["europe", "north_africa_west_asia", "moon"],
	population: ["20k_100k", "over_1m", "huge"],
	like: [...towns.map(({ id }) => String(id)), "12", "§"],
	language: ["de", "en", "fr", "und", "mine", "zz", "+de"],
	stage: ["idea", "running", "failed"],
	evidence: ["described", "measured"],
};

const some = (values: readonly string[]) => fc.subarray([...values], { maxLength: 2 });

const thing: fc.Arbitrary<Thing> = fc.record({
	kind: fc.constantFrom("practice", "person", "topic"),
	language: fc.constantFrom("de", "en", "fr", "und"),
	translated: fc.subarray(["de", "en", "fr", "uk"], { maxLength: 3 }),
	word: fc.constantFrom(...words),
	town: fc.constantFrom(null, ...towns),
	facets: fc.record({
		topic: fc.subarray(topics, { maxLength: 2 }).map((chosen) => [...new Set(chosen.flat())]),
		sdg: some(["6", "11", "13"]),
		stage: fc.subarray(["idea", "running", "failed"], { maxLength: 1 }),
		evidence: fc.subarray(["described", "measured"], { maxLength: 1 }),
	}),
});

const selection = fc.record(
	Object.fromEntries(Object.entries(domains).map(([facet, values]) => [facet, some(values)])),
	{ requiredKeys: [] },
) as fc.Arbitrary<Record<string, string[]>>;

const areAlike = (one: Town, other: Town): boolean =>
	similarity(decodeTraits(one.traits), decodeTraits(other.traits)) >= 0.75;

function valuesOf({ kind, language, translated, town, facets }: Thing, facet: string): string[] {
	if (facet === "kind") return [kind];
	if (facet === "country") return town ? [town.country] : [];
	if (facet === "region") return town ? [String(regionOf(town.country))] : [];
	if (facet === "population") return town ? [String(bandOf(town.population))] : [];
	if (facet === "like")
		return towns.filter((other) => town && areAlike(town, other)).map(({ id }) => String(id));
	if (facet !== "language") return facets[facet] ?? [];
	const isRead = [language, ...translated].some((tag) => [...reads, "und"].includes(tag));
	return isRead ? [language, "mine"] : [language];
}

/** Those that fit, found the slow and simple way. */
const fitting = (things: Thing[], text: string, filter: Record<string, string[]>) =>
	things.filter(
		(thing) =>
			(!text || thing.word === text) &&
			Object.entries(filter).every(
				([facet, chosen]) => !chosen.length || chosen.some((value) => valuesOf(thing, facet).includes(value)),
			),
	);

test("facets count, under every combination, what choosing a value would leave", async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(thing, { maxLength: 25 }),
			fc.constantFrom("", ...words),
			selection,
			async (things, text, filter) => {
				for (const { kind, ref } of await db.select().from(searchDocuments))
					await removeDocument(db, kind, ref);
				await indexDocuments(
					db,
					things.map(({ kind, language, translated, word, town, facets }, ref) => ({
						...{
							kind,
							language,
							translated,
							ref,
							title: word,
							facets,
							publishedAt: new Date(2024, 0, 1 + (ref % 3)),
						},
						// All of them are found by the same, whatever their language.
						translations: [{ language: "en", title: word }],
						place: town,
					})),
				);
				await refreshStatistics(db);
				const { total, facets, withoutFacet } = (await reader.get(search, { text, filter })).search;
				expect(total).toBe(fitting(things, text, filter).length);
				for (const { facet, values } of facets) {
					const chosen = filter[facet] ?? [];
					const counts: number[] = values.map(({ count }: { count: number }) => count);
					expect(counts).toEqual([...counts].sort((one, other) => other - one));
					for (const { value, count, chosen: isChosen } of values) {
						expect([facet, value, count]).toEqual([
							...[facet, value],
							fitting(things, text, { ...filter, [facet]: [value] }).length,
						]);
						expect(isChosen).toBe(chosen.includes(value));
					}
					// Nothing is missing: every value that something has, and every chosen one.
					const listed = values.map(({ value }: { value: string }) => value).sort();
					const others = fitting(things, text, { ...filter, [facet]: [] });
					const all = others.flatMap((thing) => valuesOf(thing, facet)).filter((value) => value !== "und");
					const had = facet === "like" ? [] : all;
					const always = { language: ["mine"], like: [String(home.id)] }[facet as string] ?? [];
					const expected = new Set([...had, ...chosen, ...always]);
					expect([facet, ...listed]).toEqual([facet, ...[...expected].sort()]);
				}
				for (const { facet, total } of withoutFacet) {
					const without = facet ? { ...filter, [facet]: [] } : { kind: filter.kind ?? [] };
					expect([facet, total]).toEqual([facet, fitting(things, text, without).length]);
				}
				if (total === 0)
					for (const facet of Object.keys(filter).filter((facet) => filter[facet]?.length))
						expect(withoutFacet.some((way: { facet: string }) => way.facet === facet)).toBe(
							fitting(things, text, { ...filter, [facet]: [] }).length > 0,
						);
			},
		),
		{ numRuns: 60 },
	);
});
