import { indexPeople } from "@interurban/api/people/people";
import { people } from "@interurban/db/schema/people";
import { searchDocuments } from "@interurban/db/schema/search";
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makePlace, makeTopics } from "../kit/factories.ts";

const { db } = await useDatabase();
const { asMember, visitor } = await useApp(db);
const topics = ["flood-protection", "recycling", "cycling", "water"];
await makeTopics(db, ...topics);

const Update = `mutation ($input: ProfileInput!) { updateProfile(input: $input) {
	name jobTitle bio capacity place { name } organisation { name kind } languages { language { tag } level }
	knows { id } seeksTopics { id } seeks
} }`;
const Contact = "query ($handle: String!) { person(handle: $handle) { name email phone viewerCanEdit } }";

async function somebody() {
	const person = await makePerson(db);
	return { person, me: await asMember(person) };
}

test("a profile is filled in, and what is left out later stays", async () => {
	const { me } = await somebody();
	const place = await makePlace(db, { name: "Lviv", country: "UA" });
	const full = await me.get(Update, {
		input: {
			name: "Олена Ковальчук",
			jobTitle: "Head of water",
			place: String(place.id),
			organisation: "City of Lviv",
			organisationKind: "municipality",
			languages: [
				{ language: "uk", level: "native" },
				{ language: "", level: "reads" },
				{ language: "de", level: "speaks" },
			],
			knows: ["cycling"],
			seeksTopics: ["recycling"],
			bio: "Line one\r\nline two",
			seeks: "Cities with old sewers",
			capacity: "limited",
		},
	});
	const expected = {
		name: "Олена Ковальчук",
		jobTitle: "Head of water",
		bio: "Line one\nline two",
		capacity: "limited",
		place: { name: "Lviv" },
		organisation: { name: "City of Lviv", kind: "municipality" },
		languages: [
			{ language: { tag: "uk" }, level: "native" },
			{ language: { tag: "de" }, level: "speaks" },
		],
		knows: [{ id: "cycling" }],
		seeksTopics: [{ id: "recycling" }],
		seeks: "Cities with old sewers",
	};
	expect(full.updateProfile).toEqual(expected);
	const later = await me.get(Update, { input: { jobTitle: "" } });
	expect(later.updateProfile).toEqual({ ...expected, jobTitle: "" });
	const emptied = await me.get(Update, {
		input: { placeText: "", organisation: "", languages: [], knowsText: "", seeksTopics: [] },
	});
	expect(emptied.updateProfile).toMatchObject({
		place: null,
		organisation: null,
		languages: [],
		knows: [],
		seeksTopics: [],
	});
});

test("town and topics may be typed instead of chosen", async () => {
	const { me } = await somebody();
	await makePlace(db, { name: "Nouvelleville" });
	const { updateProfile } = await me.get(Update, {
		input: {
			placeText: "nouvelleville",
			organisation: "Mairie",
			knows: ["water"],
			knowsText: "Hochwasserschutz, water; cycling",
		},
	});
	expect(updateProfile.place.name).toBe("Nouvelleville");
	expect(updateProfile.organisation.name).toBe("Mairie");
	expect(updateProfile.knows.map(({ id }: { id: string }) => id).sort()).toEqual([
		"cycling",
		"flood-protection",
		"water",
	]);
});

test("everything wrong with a profile is said at once, each at its field", async () => {
	const { me } = await somebody();
	const { issues } = await me.ask(Update, {
		input: {
			name: "A\u202Eb",
			jobTitle: "x".repeat(10_000),
			bio: "x\0y",
			seeks: "\ud800",
			placeText: "Nowhere at all",
			organisation: "City of Nowhere",
			languages: [{ language: "xx", level: "reads" }],
			knows: ["no-such-topic"],
			seeksTopicsText: "quite unheard of",
		},
	});
	expect(issues.map(({ code, field }) => `${field} ${code}`).sort()).toEqual([
		"input.bio unreadable_text",
		"input.jobTitle too_long",
		"input.knows topics.unknown",
		"input.languages.0.language unknown_choice",
		"input.name forbidden_characters",
		"input.place places.unknown",
		"input.seeks unreadable_text",
		"input.seeksTopics topics.unknown",
	]);
});

test("an organisation needs a town", async () => {
	const { me } = await somebody();
	const { issues } = await me.ask(Update, { input: { placeText: "", organisation: "Stadtwerke" } });
	expect(issues).toEqual([{ code: "required", field: "input.place" }]);
});

test("visitors change nothing", async () => {
	expect((await visitor.ask(Update, { input: { bio: "x" } })).issues).toEqual([{ code: "auth.required" }]);
	expect((await visitor.ask("mutation { finishOnboarding { id } }")).issues).toEqual([
		{ code: "auth.required" },
	]);
	expect((await visitor.ask('mutation { changeLanguage(language: "de") { id } }')).issues).toEqual([
		{ code: "auth.required" },
	]);
	expect((await visitor.get("{ viewer { id } }")).viewer).toBeNull();
});

test("contact data is for members, and only once it is released", async () => {
	const person = await makePerson(db, { phone: "+49 241 1234", email: "kept@city.example" });
	const [own, other] = [await asMember(person), await asMember(await makePerson(db))];
	const contact = async (asker: typeof other) => (await asker.get(Contact, { handle: person.handle })).person;
	expect(await contact(visitor)).toMatchObject({ email: null, phone: null, viewerCanEdit: false });
	expect(await contact(other)).toMatchObject({ email: null, phone: null, viewerCanEdit: false });
	expect(await contact(own)).toMatchObject({ email: null, phone: null, viewerCanEdit: true });
	const account = "{ viewer { email phone showEmail showPhone } }";
	expect((await own.get(account)).viewer).toEqual({
		email: "kept@city.example",
		phone: "+49 241 1234",
		showEmail: false,
		showPhone: false,
	});
	await own.get(Update, { input: { showPhone: true } });
	expect(await contact(other)).toMatchObject({ email: null, phone: "+49 241 1234" });
	expect(await contact(visitor)).toMatchObject({ email: null, phone: null });
});

test("an unknown, a malformed and a suspended person's handle all lead nowhere", async () => {
	const gone = await makePerson(db, { suspendedAt: new Date() });
	for (const handle of ["nobody-here", "../etc", "A\0", "x".repeat(5000), gone.handle])
		expect((await visitor.get(Contact, { handle })).person).toBeNull();
});

const Onboard = "mutation { finishOnboarding { onboarded } }";

test("the first questions are asked once", async () => {
	const person = await makePerson(db, { onboardedAt: null });
	const me = await asMember(person);
	expect((await me.get("{ viewer { onboarded } }")).viewer.onboarded).toBe(false);
	expect((await me.get(Onboard)).finishOnboarding.onboarded).toBe(true);
	expect((await me.get("{ viewer { onboarded } }")).viewer.onboarded).toBe(true);
});

test("the interface's language is one of ours", async () => {
	const { me } = await somebody();
	const change = "mutation ($language: String!) { changeLanguage(language: $language) { language } }";
	expect((await me.get(change, { language: "ar" })).changeLanguage.language).toBe("ar");
	expect((await me.ask(change, { language: "tlh" })).issues).toEqual([
		{ code: "unknown_choice", field: "language" },
	]);
});

async function found(id: number) {
	const [row] = await db
		.select({ facets: searchDocuments.facets })
		.from(searchDocuments)
		.where(and(eq(searchDocuments.kind, "person"), eq(searchDocuments.ref, String(id))));
	return row?.facets;
}

test("a profile is in the search index as soon as it is saved, and leaves it with a suspension", async () => {
	const { person, me } = await somebody();
	const place = await makePlace(db, { country: "SN" });
	await me.get(Update, { input: { place: String(place.id), knows: ["flood-protection"] } });
	expect(await found(person.id)).toEqual(
		expect.arrayContaining([
			"kind:person",
			"country:SN",
			"region:sub_saharan_africa",
			"topic:flood-protection",
		]),
	);
	await db.update(people).set({ suspendedAt: new Date() }).where(eq(people.id, person.id));
	await indexPeople(db, [person.id]);
	expect(await found(person.id)).toBeUndefined();
});

test("a refused change leaves the profile and the index as they were", async () => {
	const { person, me } = await somebody();
	await me.ask(Update, { input: { jobTitle: "Changed", knows: ["no-such-topic"] } });
	const [row] = await db.select().from(people).where(eq(people.id, person.id));
	expect(row?.jobTitle).toBe("");
	expect(await found(person.id)).toBeUndefined();
});
