import { beforeAll, expect, test } from "vitest";
import { useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makeOrganisation, makePerson, makePlace, makePractice } from "../kit/factories.ts";
import { builtPages } from "../kit/pages.ts";

const { db } = await useDatabase();
const { app, asMember } = await useApp(db, { web: await builtPages() });

const get = (url: string) => app.inject({ method: "GET", url });

let town: { id: number; name: string };

beforeAll(async () => {
	town = await makePlace(db, { name: "Saint-Élan <b>", country: "FR", population: 40_000 });
	const organisation = await makeOrganisation(db, { placeId: town.id, name: "Mairie" });
	await makePractice(db, { organisationId: organisation.id, placeId: town.id, title: "Wells that last" });
});

const slug = "saint-elan-b";

test("a town's page is at its id and name; any other name leads there", async () => {
	const page = await get(`/fr/places/${town.id}-${slug}`);
	expect(page.statusCode).toBe(200);
	expect(page.body).toContain("Wells that last");
	expect(page.body).toContain("Mairie");
	expect(page.body).toContain(`"@type":"City"`);

	for (const wrong of [`${town.id}-somewhere-else`, `${town.id}`, `${town.id}-`]) {
		const answer = await get(`/fr/places/${wrong}`);
		expect(answer.statusCode).toBe(303);
		expect(answer.headers.location).toBe(`/fr/places/${town.id}-${slug}`);
	}
});

test("a town is compared with the reader's own, or with the one that the address names by id or by name", async () => {
	const own = await makePlace(db, { name: "Eigenstadt", population: 41_000 });
	const member = await asMember(await makePerson(db, { placeId: own.id }));
	const address = `/de/places/${town.id}-${slug}`;
	const mine = await app.inject({ method: "GET", url: address, headers: { cookie: member.cookie ?? "" } });
	expect(mine.body).toContain("zu 100 % ähnlich");
	expect(mine.body).toMatch(/Einwohnerzahl.*gleich.*40\.000.*41\.000/s);

	expect((await get(address)).body).not.toContain("ähnlich</strong>");
	expect((await get(`${address}?with=${own.id}`)).body).toContain("Eigenstadt");
	const named = await get(`${address}?with=eigenstadt`);
	expect(named.statusCode).toBe(303);
	expect(named.headers.location).toBe(`${address}?with=${own.id}#compare`);

	await makePlace(db, { name: "Neustadt", population: 9_000 });
	await makePlace(db, { name: "Neustadt", country: "AT", population: 7_000 });
	const several = await get(`${address}?with=Neustadt`);
	expect(several.statusCode).toBe(200);
	expect(several.body).toContain("Welche meinen Sie?");
	expect(several.body).toContain("Österreich");
	const none = await get(`${address}?with=%3Cb%3Exyzzyqq`);
	expect(none.body).toContain("Keine Stadt heißt „&lt;b");
	expect(none.body).not.toContain("„<b>");
});

test("what towns like it have shared stands on a town's page, and on the start page of those who work there", async () => {
	const own = await makePlace(db, { name: "Gleichstadt", population: 39_000 });
	const there = `/de/search?kind=practice&amp;like=${own.id}`;
	const page = await get(`/de/places/${own.id}-gleichstadt`);
	expect(page.body).toContain("Aus Städten wie Gleichstadt");
	expect(page.body).toContain("Wells that last");
	expect(page.body).toContain(there);
	const member = await asMember(await makePerson(db, { placeId: own.id }));
	const start = await app.inject({ method: "GET", url: "/de/", headers: { cookie: member.cookie ?? "" } });
	expect(start.body).toContain("Aus Städten wie Gleichstadt");
	expect((await get("/de/")).body).not.toContain("Aus Städten wie");
});

test("what is no town or no country is not found", async () => {
	for (const address of [
		"/de/places/1-nowhere",
		"/de/places/99999999999-nowhere",
		"/de/places/nowhere",
		"/de/countries/XX",
		"/de/countries/france",
		"/de/topics/nothing-of-the-kind",
	])
		expect((await get(address)).statusCode, address).toBe(404);
});

test("a country is named in the reader's language, its code in small letters leads to the one in capitals", async () => {
	expect((await get("/ar/countries/FR")).body).toContain("فرنسا");
	expect((await get("/de/countries/fr")).headers.location).toBe("/de/countries/FR");
	const empty = await get("/de/countries/NZ");
	expect(empty.statusCode).toBe(200);
	expect(empty.body).toContain("Neuseeland");
});

test("the start page has a point and a country for each town with practices, and names do not become markup", async () => {
	const { body } = await get("/de/");
	expect(body).toContain(`href="/de/places/${town.id}-${slug}"><title>Saint-Élan &lt;b&gt;, Frankreich: 1 `);
	expect(body).toContain('href="/de/countries/FR"');
	expect(body).not.toContain("<b>");
});

test("a member is greeted on the start page, with the next thing to do", async () => {
	const asGuest = await get("/en/");
	expect(asGuest.body).toContain('href="/en/join"');
	for (const [onboardedAt, next] of [
		[null, "/en/welcome"],
		[new Date(), "/en/practices/new"],
	] as const) {
		const member = await asMember(await makePerson(db, { name: "Ada <i>", onboardedAt }));
		const page = await app.inject({ method: "GET", url: "/en/", headers: { cookie: member.cookie ?? "" } });
		expect(page.body).toContain("Welcome, Ada &lt;i");
		expect(page.body).toContain(`href="${next}"`);
	}
});

test("the base map is a picture with the parts that pages draw", async () => {
	const map = await get("/world.svg");
	expect(map.headers["content-type"]).toContain("image/svg+xml");
	expect(map.body).toMatch(/<path id="land" d="M[^"]+"\/><path id="borders"/);
});

test("a topic without practices says what to do next", async () => {
	const page = await get("/en/topics/climate");
	expect(page.statusCode).toBe(200);
	expect(page.body).toContain('href="/en/practices/new');
});
