import { personLanguages, personTopics } from "@interurban/db/schema/people";
import { practiceTopics } from "@interurban/db/schema/practices";
import { expect, test } from "vitest";
import { useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makePlace, makePractice, makeTopics } from "../kit/factories.ts";

const { db } = await useDatabase();
const { asMember, visitor } = await useApp(db, { language: "de" });
await makeTopics(db, "water", "flood-protection", "cycling", "walking");

const [aachen, dakar] = [await makePlace(db, { country: "DE" }), await makePlace(db, { country: "SN" })];
let at = Date.UTC(2026, 0, 1);

async function expert(
	name: string,
	values: {
		place?: number;
		knows?: string[];
		seeks?: string[];
		languages?: string[];
		capacity?: "open" | "limited" | "none";
		suspendedAt?: Date;
	},
) {
	const { knows = [], seeks = [], languages = [], place, ...rest } = values;
	at += 1000;
	const person = await makePerson(db, { name, placeId: place ?? null, createdAt: new Date(at), ...rest });
	const rows = [
		...knows.map((topicId) => ({ personId: person.id, topicId, interest: "knows" as const })),
		...seeks.map((topicId) => ({ personId: person.id, topicId, interest: "seeks" as const })),
	];
	if (rows.length) await db.insert(personTopics).values(rows);
	if (languages.length)
		await db
			.insert(personLanguages)
			.values(languages.map((language) => ({ personId: person.id, language, level: "speaks" as const })));
	return person;
}

await expert("Anna", { place: aachen.id, knows: ["flood-protection"], languages: ["de", "en"] });
await expert("Boubacar", {
	place: dakar.id,
	knows: ["water", "cycling"],
	languages: ["fr"],
	capacity: "limited",
});
await expert("Carla", { place: aachen.id, knows: ["cycling"], languages: ["de"], capacity: "none" });
await expert("Dana", {});
await expert("Gone", { place: aachen.id, knows: ["cycling"], suspendedAt: new Date() });

const List = `query ($filter: PeopleFilter, $after: String, $first: Int) {
	people(filter: $filter, after: $after, first: $first) { items { name } nextCursor }
}`;

async function names(filter: object = {}) {
	const { people } = await visitor.get(List, { filter });
	return people.items.map(({ name }: { name: string }) => name);
}

test("the latest members come first, suspended ones never", async () => {
	expect(await names()).toEqual(["Dana", "Carla", "Boubacar", "Anna"]);
});

test("pages follow one another without gap or repetition", async () => {
	const seen: string[] = [];
	let after: string | null = null;
	do {
		const { people } = await visitor.get(List, { first: 1, after });
		seen.push(...people.items.map(({ name }: { name: string }) => name));
		after = people.nextCursor;
	} while (after);
	expect(seen).toEqual(["Dana", "Carla", "Boubacar", "Anna"]);
	expect((await visitor.ask(List, { after: "made up" })).issues).toEqual([{ code: "bad_cursor" }]);
	const foreign = Buffer.from('["x","y"]').toString("base64url");
	expect((await visitor.ask(List, { after: foreign })).issues).toEqual([{ code: "bad_cursor" }]);
});

test.each([
	[{ topic: ["cycling"] }, ["Carla", "Boubacar"]],
	[{ topic: ["climate-adaptation", "water"] }, ["Boubacar", "Anna"]],
	[{ country: ["DE"] }, ["Carla", "Anna"]],
	[{ country: ["DE", "SN"], topic: ["cycling"] }, ["Carla", "Boubacar"]],
	[{ language: ["en", "fr"] }, ["Boubacar", "Anna"]],
	[{ capacity: ["open"] }, ["Dana", "Anna"]],
	[{ country: ["DE"], capacity: ["open"], language: ["de"], topic: ["climate"] }, ["Anna"]],
	[{ country: ["nowhere"] }, []],
	[{ topic: ["a\0b"] }, []],
	[{ topic: [] }, ["Dana", "Carla", "Boubacar", "Anna"]],
])("the filter %j finds %j", async (filter, expected) => {
	expect(await names(filter)).toEqual(expected);
});

test("facets count what each further choice would leave, in the reader's language", async () => {
	const { peopleFacets } = await visitor.get(
		`query ($filter: PeopleFilter) { peopleFacets(filter: $filter) {
			total topic { value count } country { value label count } language { value label count } capacity { value count }
		} }`,
		{ filter: { country: ["DE"] } },
	);
	expect(peopleFacets).toEqual({
		total: 2,
		topic: expect.arrayContaining([
			{ value: "flood-protection", count: 1 },
			{ value: "cycling", count: 1 },
		]),
		country: [
			{ value: "DE", label: "Deutschland", count: 2 },
			{ value: "SN", label: "Senegal", count: 1 },
		],
		language: [
			{ value: "de", label: "Deutsch", count: 2 },
			{ value: "en", label: "Englisch", count: 1 },
		],
		capacity: expect.arrayContaining([
			{ value: "open", count: 1 },
			{ value: "none", count: 1 },
		]),
	});
});

test("a member is shown who knows what they look for, but not who has no time", async () => {
	const seeker = await expert("Seeker", { knows: ["water"], seeks: ["cycling", "flood-protection"] });
	const me = await asMember(seeker);
	const { viewer } = await me.get("{ viewer { peopleThatFit { name } } }");
	expect(viewer.peopleThatFit.map(({ name }: { name: string }) => name).sort()).toEqual(["Anna", "Boubacar"]);
	const nobody = await asMember(await expert("Nothing sought", {}));
	expect((await nobody.get("{ viewer { peopleThatFit { name } } }")).viewer.peopleThatFit).toEqual([]);
});

test("the languages one can name are sorted in the reader's own", async () => {
	const { spokenLanguages } = await visitor.get("{ spokenLanguages { tag name } }");
	const listed = spokenLanguages.map(({ name }: { name: string }) => name);
	expect(listed).toContain("Ukrainisch");
	expect(listed).toEqual([...listed].sort(new Intl.Collator("de").compare));
});

test("a member is shown practices on what they look for, then of the wider field, then the newest", async () => {
	const onCycling = await makePractice(db, { title: "Cycle streets" });
	await db.insert(practiceTopics).values({ practiceId: onCycling.id, topicId: "cycling", position: 0 });
	await makePractice(db, { title: "Something else" });
	const titles = async (seeks: string[]) => {
		const me = await asMember(await expert("Reader", { seeks }));
		const { viewer } = await me.get("{ viewer { practicesThatFit { title } } }");
		return viewer.practicesThatFit.map(({ title }: { title: string }) => title);
	};
	expect(await titles(["cycling"])).toEqual(["Cycle streets"]);
	expect(await titles(["walking"])).toEqual(["Cycle streets"]);
	expect(await titles(["water"])).toEqual(["Something else", "Cycle streets"]);
	expect(await titles([])).toEqual(["Something else", "Cycle streets"]);
});
