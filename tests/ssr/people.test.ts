import { people } from "@interurban/db/schema/people";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makeOrganisation, makePerson, makePlace, makeTopics } from "../kit/factories.ts";
import { builtPages } from "../kit/pages.ts";

const { db } = await useDatabase();
const { app, asMember } = await useApp(db, { web: await builtPages() });
await makeTopics(db, "cycling", "flood-protection", "recycling");

const password = "a tram that runs on time";

/** Posts a form as a browser without JavaScript does: the page's own address, the fields in their order. */
async function post(path: string, form: string, fields: [string, string][], cookie = "") {
	const response = await app.inject({
		method: "POST",
		url: path,
		headers: { "content-type": "application/x-www-form-urlencoded", ...(cookie ? { cookie } : {}) },
		payload: new URLSearchParams([["_form", form], ...fields]).toString(),
	});
	const session = response.cookies.findLast((set: { name: string }) => set.name === "session")?.value;
	return {
		status: response.statusCode,
		to: response.headers.location,
		html: response.body,
		cookie: session ? `session=${session}` : "",
	};
}

async function get(path: string, cookie = "") {
	const response = await app.inject({ url: path, headers: cookie ? { cookie } : {} });
	return { status: response.statusCode, to: response.headers.location, html: response.body };
}

/** What a page's form holds under a name. */
const typed = (html: string, name: string) =>
	new RegExp(`<input[^>]*name="${name.replaceAll(".", "\\.")}"[^>]*value="([^"]*)"`).exec(html)?.[1];

test("joining without JavaScript leads to the first questions, and to where one was going", async () => {
	const joined = await post("/en/join?next=%2Fthreads%2F1", "Join", [
		["next", "/threads/1"],
		["input.name", "Ada"],
		["input.email", "ada@city.example"],
		["input.password", password],
	]);
	expect([joined.status, joined.to]).toEqual([303, "/en/welcome?next=%2Fthreads%2F1"]);
	const welcome = await get("/en/welcome", joined.cookie);
	expect(welcome.html).toContain("Where do you work?");
	expect(welcome.html).toContain("Account of Ada");
	const done = await get("/en/welcome?step=done&next=%2Fthreads%2F1", joined.cookie);
	expect(done.html).toContain('href="/en/threads/1"');
});

test("a refused form comes back with all that was typed, but never with a password", async () => {
	const secret = "short secret";
	const joined = await post("/de/join", "Join", [
		["input.name", 'Ada "<script>" & Söhne'],
		["input.email", "not an address"],
		["input.password", secret.slice(0, 8)],
	]);
	expect(joined.status).toBe(422);
	expect(typed(joined.html, "input.name")).toBe("Ada &quot;<script>&quot; &amp; Söhne");
	expect(joined.html).not.toContain('\\"<script>');
	expect(typed(joined.html, "input.email")).toBe("not an address");
	expect(joined.html).not.toContain(secret.slice(0, 8));
	expect(joined.html).toContain('aria-invalid="true"');
	const signedIn = await post("/de/sign-in", "SignIn", [
		["input.email", "ada@city.example"],
		["input.password", "an entirely wrong one"],
	]);
	expect(signedIn.status).toBe(422);
	expect(typed(signedIn.html, "input.email")).toBe("ada@city.example");
	expect(signedIn.html).not.toContain("an entirely wrong one");
});

test("an address that has an account already leads to the same page, which asks to sign in", async () => {
	await makePerson(db, { email: "known@city.example" });
	const joined = await post("/en/join", "Join", [
		["input.name", "Somebody Else"],
		["input.email", "known@city.example"],
		["input.password", password],
	]);
	expect([joined.status, joined.to]).toEqual([303, "/en/welcome"]);
	const welcome = await get("/en/welcome", joined.cookie);
	expect(welcome.html).toContain("the password you already had");
	expect(welcome.html).not.toContain("Account of");
});

test.each([
	["/practices/new", "/en/practices/new"],
	["//evil.example", "/en/"],
	["https://evil.example", "/en/"],
	["/\\evil.example", "/en/"],
])("signing in with next=%s leads to %s", async (next, to) => {
	await db.update(people).set({ onboardedAt: new Date() }).where(eq(people.email, "ada@city.example"));
	const signedIn = await post(`/en/sign-in?next=${encodeURIComponent(next)}`, "SignIn", [
		["next", next],
		["input.email", "ada@city.example"],
		["input.password", password],
	]);
	expect([signedIn.status, signedIn.to]).toEqual([303, to]);
});

test("pages for members lead visitors to sign in and back", async () => {
	expect((await get("/en/settings")).to).toBe("/en/sign-in?next=%2Fsettings");
	expect((await get("/en/settings/profile")).to).toBe("/en/sign-in?next=%2Fsettings%2Fprofile");
});

test("the first questions are answered by typing alone", async () => {
	const person = await makePerson(db, { onboardedAt: null });
	const { cookie } = await asMember(person);
	await makePlace(db, { name: "Lviv", country: "UA" });
	const first = await post(
		"/en/welcome",
		"SaveWorkplace",
		[
			["input.placeText", "Lviv"],
			["input.organisation", "City of Lviv"],
			["input.organisationKind", "municipality"],
			["input.jobTitle", "Engineer"],
		],
		cookie ?? "",
	);
	expect([first.status, first.to]).toEqual([303, "/en/welcome?step=2"]);
	const added = await post(
		"/en/welcome?step=2",
		"SaveKnowledge",
		[
			["input.knowsText", "flood protection, cycling"],
			["input.languages", ""],
			["input.languages.0.language", "uk"],
			["input.languages.0.level", "native"],
			["_action", "add:input.languages"],
		],
		cookie ?? "",
	);
	expect(added.status).toBe(200);
	expect(typed(added.html, "input.knowsText")).toBe("flood protection, cycling");
	expect(added.html).toContain('name="input.languages.1.language"');
	const second = await post(
		"/en/welcome?step=2",
		"SaveKnowledge",
		[
			["input.knowsText", "flood protection, cycling"],
			["input.languages", ""],
			["input.languages.0.language", "uk"],
			["input.languages.0.level", "native"],
			["input.languages.1.language", "de"],
			["input.languages.1.level", "reads"],
		],
		cookie ?? "",
	);
	expect([second.status, second.to]).toEqual([303, "/en/welcome?step=3"]);
	const third = await post("/en/welcome?step=3", "SaveNeeds", [["_action", "skip"]], cookie ?? "");
	expect([third.status, third.to]).toEqual([303, "/en/welcome?step=done"]);
	const { html } = await get(`/en/people/${person.handle}`);
	for (const part of [
		"Engineer",
		"City of Lviv",
		"\u2068Lviv\u2069, Ukraine",
		"Flood protection",
		"Cycling",
		"Ukrainian",
	])
		expect(html.toLowerCase()).toContain(part.toLowerCase());
});

test("an unknown town and topic are named at their fields, and nothing typed is lost", async () => {
	const { cookie } = await asMember(await makePerson(db));
	const { status, html } = await post(
		"/en/settings/profile",
		"UpdateProfile",
		[
			["input.name", "Olga"],
			["input.placeText", "Nowhere at all"],
			["input.knowsText", "quite unheard of"],
			["input.bio", "A long text\nthat took an hour"],
			["input.showPhone", "false"],
			["input.showPhone", "true"],
		],
		cookie ?? "",
	);
	expect(status).toBe(422);
	expect(html).toContain("We know no town called “Nowhere at all”");
	expect(html).toContain("“quite unheard of” is not one of our topics");
	expect(typed(html, "input.placeText")).toBe("Nowhere at all");
	expect(html).toContain("A long text\nthat took an hour");
	expect(html).toMatch(/<input[^>]*type="checkbox"[^>]*name="input.showPhone"[^>]*checked/);
});

test("a session that ended in the middle of writing loses nothing and offers to sign in beside it", async () => {
	const { status, html } = await post(
		"/en/settings/profile",
		"UpdateProfile",
		[
			["input.name", "Olga"],
			["input.bio", "A long text that took an hour"],
		],
		"session=that-has-ended",
	);
	expect(status).toBe(401);
	expect(html).toContain("A long text that took an hour");
	expect(html).toContain('href="/en/sign-in?next=%2Fsigned-in"');
});

test("a profile tells machines what everybody may see, and no more", async () => {
	const organisation = await makeOrganisation(db, { name: "Stadtwerke <Aachen>" });
	const person = await makePerson(db, {
		name: "Jürgen </script> Groß",
		jobTitle: "Leiter",
		organisationId: organisation.id,
		email: "hidden@city.example",
		phone: "+49 241 98765",
		showPhone: true,
	});
	const { html } = await get(`/en/people/${person.handle}`);
	const json = /<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/s.exec(html)?.[1] ?? "";
	expect(JSON.parse(json)).toMatchObject({
		"@type": "Person",
		name: "Jürgen </script> Groß",
		jobTitle: "Leiter",
		worksFor: { name: "Stadtwerke <Aachen>" },
	});
	expect(html).toContain(`<link rel="canonical" href="http://interurban.test/en/people/${person.handle}">`);
	expect(html).toContain("<bdi");
	expect(html).not.toContain("hidden@city.example");
	expect(html).not.toContain("98765");
	const member = await asMember(await makePerson(db));
	const seen = await get(`/en/people/${person.handle}`, member.cookie ?? "");
	expect(seen.html).toContain("+49 241 98765");
	expect(seen.html).not.toContain("hidden@city.example");
});

test("a person who is not there has no page", async () => {
	expect((await get("/en/people/nobody-at-all")).status).toBe(404);
});

test("the list of people narrows by its address and says so when nobody is left", async () => {
	const place = await makePlace(db, { country: "SN" });
	await makePerson(db, { name: "Awa from Dakar", placeId: place.id });
	const all = await get("/fr/people");
	const some = await get("/fr/people?country=SN");
	expect(all.html).toContain("Ada");
	expect(some.html).toContain("Awa from Dakar");
	expect(some.html).not.toContain(">Ada<");
	const none = await get("/fr/people?country=SN&topic=recycling&capacity=nonsense");
	expect(none.status).toBe(200);
	expect(none.html).toContain("Personne ne correspond");
	expect(none.html).toMatch(/<input[^>]*value="recycling"[^>]*checked/);
});

test("sessions end from the page of settings, each by its own button", async () => {
	const person = await makePerson(db);
	const [here, there] = [await asMember(person), await asMember(person)];
	const { html } = await get("/ar/settings", here.cookie ?? "");
	const id = /name="id" value="([\da-f-]{36})"/.exec(html)?.[1] ?? "";
	const ended = await post(
		"/ar/settings",
		"EndSession",
		[
			["_key", id],
			["id", id],
		],
		here.cookie ?? "",
	);
	expect([ended.status, ended.to]).toEqual([303, "/ar/settings?saved=session"]);
	expect((await get("/ar/settings", there.cookie ?? "")).status).toBe(303);
	const after = await get("/ar/settings?saved=session", here.cookie ?? "");
	expect(after.html).toContain("تم تسجيل الخروج هناك");
	expect(after.html).not.toContain('name="id"');
});

test("a form from another site is refused", async () => {
	const response = await app.inject({
		method: "POST",
		url: "/en/join",
		headers: { "content-type": "application/x-www-form-urlencoded", origin: "https://evil.example" },
		payload: "_form=Join&input.name=Eve",
	});
	expect(response.statusCode).toBe(403);
});
