import {
	findOrCreateOrganisation,
	findPlaceByName,
	indexPlaces,
	requirePlace,
	suggestPlaces,
} from "@interurban/api/places/places";
import { Failure } from "@interurban/contract/errors";
import { decodeTraits } from "@interurban/db/place-traits";
import { organisations, places } from "@interurban/db/schema/places";
import { searchDocuments } from "@interurban/db/schema/search";
import { loadGazetteer } from "@interurban/db/seed/gazetteer";
import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makeOrganisation, makePerson, makePractice } from "../kit/factories.ts";

const { db } = await useDatabase();
const { visitor } = await useApp(db, { language: "de" });

const munich = 2867714;
const aachen = 3247449;

beforeAll(async () => {
	await loadGazetteer(db);
});

const best = async (typed: string) => (await suggestPlaces(db, typed, 8))[0]?.name;

describe("the gazetteer", () => {
	test("holds the towns of the world", async () => {
		const [row] = await db.execute(sql`select count(*)::int as count from places`);
		expect(row?.count).toBeGreaterThan(135_000);
	});

	test("loaded again changes nothing, and mends what differs or is missing", async () => {
		expect(await loadGazetteer(db)).toBe(0);
		await db.update(places).set({ population: 1 }).where(eq(places.id, munich));
		await db.delete(places).where(eq(places.id, 2643743));
		await db.execute(sql`comment on table places is null`);
		const reports: number[] = [];
		expect(await loadGazetteer(db, (done, total) => reports.push(done / total))).toBe(2);
		expect(reports.at(-1)).toBe(1);
		expect(await best("London")).toBe("London");
	});

	test("knows by what each town is like others", async () => {
		const [row] = await db.select().from(places).where(eq(places.id, aachen));
		expect(decodeTraits(row?.traits ?? 0)).toEqual({
			size: 36,
			region: "europe",
			income: "high",
			climate: "oceanic",
			coastal: false,
			capital: false,
		});
		const unknown = await db.execute(sql`select count(*)::int as count from places where traits = 0`);
		expect(unknown[0]?.count).toBe(0);
	});
});

describe("suggestions", () => {
	test.each([
		["München", "Munich"],
		["Muenchen", "Munich"],
		["munchen", "Munich"],
		["MUNICH", "Munich"],
		["Мюнхен", "Munich"],
		["ميونخ", "Munich"],
		["mün", "Munich"],
		["Köln", "Köln"],
		["Koeln", "Köln"],
		["lodz", "Łódź"],
		["Чернівці", "Chernivtsi"],
		["القاهرة", "Cairo"],
		["Saint Étien", "Saint-Étienne"],
		["laquila", "L'Aquila"],
		["St Gallen", "Sankt Gallen"],
		["aachn", "Aachen"],
	])("find %s as %s", async (typed, name) => {
		expect(await best(typed)).toBe(name);
	});

	test("put a town of that very name first, then the more populous", async () => {
		const found = await suggestPlaces(db, "Paris", 5);
		expect(found.map((place) => place.name)).toEqual(Array(5).fill("Paris"));
		expect(found.map((place) => place.population)).toEqual(
			found.map((place) => place.population).sort((one, other) => other - one),
		);
	});

	test.each(["Aachen, DE", "Aachen, Germany", "Aachen Germany", "Aachen Deutschland", "آخن، ألمانيا"])(
		"understand the country in “%s”",
		async (typed) => {
			expect((await suggestPlaces(db, typed, 5)).map((place) => place.id)).toEqual([aachen]);
		},
	);

	test.each([
		["Springfield, IL", "IL"],
		["Portland, OR", "OR"],
	])("know the state in “%s”", async (typed, state) => {
		const [found] = await suggestPlaces(db, typed, 5);
		expect(found).toMatchObject({ country: "US", adminCode: state });
	});

	test.each(["أ", "مدينة غير موجودة", "", "  ", "%", "_", "'", "\\", "|", "qqqqqqqqqq"])(
		"have nothing for “%s”",
		async (typed) => {
			expect(await suggestPlaces(db, typed, 8)).toEqual([]);
		},
	);

	test("come named in the reader's language", async () => {
		const { suggestPlaces: found } = await visitor.get(
			'{ suggestPlaces(text: "Munich", first: 1) { id name slug countryName region population } }',
		);
		expect(found).toEqual([
			{
				id: String(munich),
				name: "München",
				slug: "munich",
				countryName: "Deutschland",
				region: "europe",
				population: 1260391,
			},
		]);
	});
});

describe("a typed name in a form", () => {
	test("is a town when only one bears it, else a choice", async () => {
		expect((await findPlaceByName(db, "Aachen")).place?.id).toBe(aachen);
		expect((await findPlaceByName(db, "Kiew")).place?.name).toBe("Kyiv");
		const several = await findPlaceByName(db, "Paris");
		expect(several.place).toBeNull();
		expect(several.candidates.length).toBeGreaterThan(1);
		expect((await findPlaceByName(db, "Paris, France")).place?.name).toBe("Paris");
		const near = await findPlaceByName(db, "Aachn");
		expect(near).toMatchObject({ place: null, candidates: [{ name: "Aachen" }, {}, {}] });
	});

	test.each([
		[{ name: "Paris" }, "places.ambiguous"],
		[{ name: "Qqqqqqqqqq" }, "places.unknown"],
		[{ name: " " }, "required"],
		[{ id: "1" }, "places.unknown"],
		[{ id: "99999999999" }, "places.unknown"],
		[{ id: "1; drop" }, "places.unknown"],
	])("is refused for a reason: %j", async (input, code) => {
		const refusal = await requirePlace(db, input, "input.placeId").catch((error) => error);
		expect(refusal).toBeInstanceOf(Failure);
		expect(refusal.issues).toEqual([expect.objectContaining({ code, field: "input.placeId" })]);
	});
});

describe("organisations", () => {
	test("of one name at one place are one, whatever the case and however many make it at once", async () => {
		const made = await Promise.all(
			["Stadt Aachen", "stadt aachen", "STADT AACHEN"].map((name) =>
				db.transaction((tx) => findOrCreateOrganisation(tx, { name, placeId: aachen })),
			),
		);
		expect(new Set(made.map((organisation) => organisation.id)).size).toBe(1);
		const elsewhere = await findOrCreateOrganisation(db, { name: "Stadt Aachen", placeId: munich });
		expect(made.map((organisation) => organisation.id)).not.toContain(elsewhere.id);
		await db.delete(organisations);
	});
});

test("a town with content is found, a town without any more is not", async () => {
	const found = () =>
		db.select({ ref: searchDocuments.ref }).from(searchDocuments).where(eq(searchDocuments.kind, "place"));
	const organisation = await makeOrganisation(db, { placeId: aachen });
	await indexPlaces(db, [aachen, munich]);
	expect(await found()).toEqual([{ ref: String(aachen) }]);
	await db.delete(organisations).where(eq(organisations.id, organisation.id));
	await indexPlaces(db, [aachen]);
	expect(await found()).toEqual([]);
});

test("the map, countries and similar towns show what is published and who is there", async () => {
	const inMunich = await makeOrganisation(db, { placeId: munich });
	const inAachen = await makeOrganisation(db, { placeId: aachen });
	await makePractice(db, { organisationId: inMunich.id, placeId: munich });
	await makePractice(db, { organisationId: inMunich.id, placeId: munich });
	await makePractice(db, { organisationId: inAachen.id, placeId: aachen });
	await makePractice(db, {
		organisationId: inAachen.id,
		placeId: 2643743,
		status: "withdrawn",
		withdrawnAt: new Date(),
	});
	await makePerson(db, { placeId: munich, name: "Anna" });
	await makePerson(db, { placeId: munich, suspendedAt: new Date() });
	const data = await visitor.get(`{
		practiceMap { id practiceCount mapX mapY }
		countries { code name practiceCount peopleCount places { id } }
		place(id: ${munich}) {
			peopleCount people { name } organisations { name } similarPlaces { place { id } percent }
		}
	}`);
	expect(data.practiceMap).toEqual([
		{ id: String(munich), practiceCount: 2, mapX: expect.any(Number), mapY: expect.any(Number) },
		{ id: String(aachen), practiceCount: 1, mapX: expect.any(Number), mapY: expect.any(Number) },
	]);
	expect(data.countries).toEqual([
		{
			code: "DE",
			name: "Deutschland",
			practiceCount: 3,
			peopleCount: 1,
			places: [{ id: String(munich) }, { id: String(aachen) }],
		},
	]);
	expect(data.place).toEqual({
		peopleCount: 1,
		people: [{ name: "Anna" }],
		organisations: [{ name: inMunich.name }],
		similarPlaces: [{ place: { id: String(aachen) }, percent: 81 }],
	});
});
