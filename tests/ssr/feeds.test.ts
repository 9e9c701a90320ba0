import { makeLimiter } from "@interurban/api/limiter";
import { people } from "@interurban/db/schema/people";
import { Window } from "happy-dom";
import { beforeAll, describe, expect, test } from "vitest";
import { useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makePlace, makeTopics } from "../kit/factories.ts";
import { builtPages } from "../kit/pages.ts";
import { publishBriefly } from "../kit/practices.ts";

const { db } = await useDatabase();
const web = await builtPages();
const { app, asMember } = await useApp(db, { web });

const hostile = `Tram ]]> <script>alert(1)</script> & "rails" 'n' &amp; \u{1F68B}`;
let town: { id: number };
let withdrawn: { id: string };
let cookie = "";

beforeAll(async () => {
	await makeTopics(db, "composting", "waste");
	town = await makePlace(db, { name: "Sfax", country: "TN" });
	const person = await makePerson(db, { name: 'Amel "<b>" Ben Ali' });
	const author = await asMember(person);
	cookie = author.cookie ?? "";
	const placeId = String(town.id);
	const publish = (values: object) =>
		publishBriefly(author, { claim: "It runs & rings.", placeId, ...values });
	await publish({ title: "Tram one", topicIds: ["composting"] });
	await publish({ title: hostile });
	withdrawn = await publish({ title: "Tram withdrawn" });
	await author.get("mutation ($id: ID!) { withdrawPractice(id: $id) }", { id: withdrawn.id });
	await author.get(
		'mutation { saveDraft(key: "practice:new:1", version: 0, fields: [{ name: "input.title", value: "Tram draft" }]) { key } }',
	);
	const german = await publish({ title: "Die Straßenbahn Tram", claim: "Sie fährt.", language: "de" });
	await author.get(
		'mutation ($id: ID!) { translatePractice(id: $id, language: "en", title: "The tram", claim: "It runs.") { id } }',
		{ id: german.id },
	);
	const startThread = `mutation ($id: ID!) {
		startThread(topicId: "waste", title: "Tram stops", body: "Which tram?", clientId: $id) { id }
	}`;
	await author.get(startThread, { id: crypto.randomUUID() });
	await makePerson(db, { name: "Tram Hidden", suspendedAt: new Date() });
});

const fetchFeed = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });

/** The feed as an XML parser understands it. */
async function read(url: string) {
	const response = await fetchFeed(url);
	expect(response.statusCode).toBe(200);
	const { document, errors } = parse(response.body);
	expect(errors).toBe(0);
	const feed = document.documentElement;
	const entries = [...feed.querySelectorAll("entry")];
	const text = (of: (typeof entries)[number], selector: string) => of.querySelector(selector)?.textContent;
	return { response, feed, entries, text, titles: entries.map((entry) => text(entry, "title")) };
}

function parse(xml: string) {
	const window = new Window();
	const document = new window.DOMParser().parseFromString(xml, "application/xml");
	return { document, errors: document.querySelectorAll("parsererror").length };
}

/** What is written on trams, and not who wrote it. */
const texts = "q=tram&kind=practice&kind=thread";

test("a feed of a search is Atom: newest first, each entry with what RFC 4287 asks for, in the page’s language", async () => {
	const { response, feed, entries, text, titles } = await read(`/en/search.atom?${texts}`);
	expect(response.headers["content-type"]).toBe("application/atom+xml; charset=utf-8");
	expect(feed.namespaceURI).toBe("http://www.w3.org/2005/Atom");
	expect(feed.getAttribute("xml:lang")).toBe("en");
	expect(titles).toEqual(["Tram stops", "The tram", hostile, "Tram one"]);
	expect(text(feed as never, "title")).toBe("tram · Practices · Discussions · Interurban");
	expect(text(feed as never, "id")).toBe(`http://interurban.test/en/search.atom?${texts}`);
	expect(feed.querySelector('link[rel="self"]')?.getAttribute("href")).toBe(text(feed as never, "id"));
	expect(feed.querySelector('link[rel="alternate"]')?.getAttribute("href")).toBe(
		`http://interurban.test/en/search?${texts}&sort=newest`,
	);
	const dates = entries.map((entry) => text(entry, "published") ?? "");
	expect(dates).toEqual([...dates].sort().reverse());
	for (const entry of entries) {
		expect(text(entry, "id")).toMatch(/^tag:interurban\.test,2026:(practice|thread)-\d+$/);
		expect(text(entry, "updated")).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
		expect(text(entry, "link") ?? "").toBe("");
		expect(entry.querySelector("link")?.getAttribute("href")).toMatch(/^http:\/\/interurban\.test\/en\//);
		expect(entry.querySelector("category")?.getAttribute("term")).toMatch(/^(waste|composting)$/);
	}
	const updates = entries.map((entry) => text(entry, "updated") ?? "").sort();
	expect(text(feed as never, "feed > updated")).toBe(updates.at(-1));
	const [, tram] = entries;
	expect(text(tram as never, "summary")).toBe("It runs.");
	expect(text(tram as never, "author name")).toBe('Amel "<b>" Ben Ali');
});

test("titles say their language where there is no translation, and ids are the same in every language", async () => {
	const [german, english] = [await read(`/de/search.atom?${texts}`), await read(`/en/search.atom?${texts}`)];
	const languages = german.entries.map((entry) => entry.querySelector("title")?.getAttribute("xml:lang"));
	expect(languages.sort()).toEqual(["de", "en", "en", "en"]);
	const ids = (of: typeof german) => of.entries.map((entry) => of.text(entry, "id")).sort();
	expect(ids(german)).toEqual(ids(english));
});

test("facets narrow a feed as they do the page, and pages say where their feed is", async () => {
	expect((await read("/en/search.atom?topic=composting&kind=practice")).titles).toEqual(["Tram one"]);
	expect((await read(`/en/places/${town.id}-sfax.atom`)).titles).toEqual(
		expect.arrayContaining(["Tram one", hostile, "The tram"]),
	);
	const feedOf = async (page: string) => {
		const { body } = await app.inject(page);
		return /<link rel="alternate" type="application\/atom\+xml" href="([^"]+)">/.exec(body)?.[1];
	};
	expect(await feedOf("/en/search?q=tram&lang=en&sort=newest&after=x")).toBe(
		"/en/search.atom?q=tram&amp;lang=en",
	);
	expect(await feedOf("/ar/topics/waste")).toBe("/ar/search.atom?topic=waste");
	expect(await feedOf(`/uk/places/${town.id}-sfax`)).toBe(`/uk/places/${town.id}-sfax.atom`);
});

test("what is not public is not in it, whoever asks", async () => {
	for (const url of ["/en/search.atom", "/en/search.atom?q=tram"])
		for (const headers of [{}, { cookie }]) {
			const { body, headers: answer } = await fetchFeed(url, headers);
			expect(body).toContain("Tram one");
			for (const hidden of ["withdrawn", "draft", "Hidden", "city.example"])
				expect(body).not.toContain(hidden);
			expect(answer["set-cookie"]).toBeUndefined();
		}
	const asMemberSees = await fetchFeed("/en/search.atom?q=tram", { cookie });
	expect(asMemberSees.body).toBe((await fetchFeed("/en/search.atom?q=tram")).body);
});

test("who has it already is told so, and it may be kept for a while", async () => {
	const first = await fetchFeed("/en/search.atom?q=tram");
	expect(first.headers["cache-control"]).toBe("public, max-age=300");
	expect(first.headers.vary).toBe("Accept-Encoding");
	const etag = String(first.headers.etag);
	const again = await fetchFeed("/en/search.atom?q=tram", { "if-none-match": etag });
	expect([again.statusCode, again.body]).toEqual([304, ""]);
	expect((await fetchFeed("/de/search.atom?q=tram", { "if-none-match": etag })).statusCode).toBe(200);
	const packed = await fetchFeed("/en/search.atom?q=tram", { "accept-encoding": "gzip" });
	expect(packed.headers["content-encoding"]).toBe("gzip");
});

describe("bad input", () => {
	test.each([
		["nothing", ""],
		["only stop words", "q=the+and+of"],
		["control characters and half ones", "q=tram%00%08%EF%BF%BE%ED%A0%80&topic=%00"],
		["a broken percent sign", "q=%E0%A4%A&country=%"],
		["markup", "q=%22%3E%3C%2Ftitle%3E%3Cscript%3E%5D%5D%3E&topic=%3C!--"],
		["ten thousand characters", `q=${"tram+".repeat(2000)}`],
		["unknown values", "kind=x&topic=x&sdg=x&country=x&region=x&size=x&lang=x&stage=x&sort=x&after=x"],
	])("an address with %s is a valid feed", async (_, query) => {
		for (const language of ["en", "ar"]) {
			const { feed, text } = await read(`/${language}/search.atom?${query}`);
			expect(text(feed as never, "feed > updated")).toMatch(/Z$/);
			expect(feed.querySelector("script")).toBeNull();
		}
	});

	test("an address that has none is told in words, and one without a language leads to the reader’s own", async () => {
		for (const path of ["/de/nothing.atom", "/de/places/987654321-x.atom", "/de/places/x.atom"]) {
			const { statusCode, headers, body } = await fetchFeed(path);
			expect([statusCode, headers["content-type"], body]).toEqual([
				404,
				"text/plain; charset=utf-8",
				"Unter dieser Adresse gibt es nichts\n",
			]);
		}
		const { statusCode, headers } = await fetchFeed("/search.atom?q=tram", { "accept-language": "uk" });
		expect([statusCode, headers.location]).toEqual([302, "/uk/search.atom?q=tram"]);
	});

	test("who asks too often is told when to come back", async () => {
		const { app: strict } = await useApp(db, { web, limiter: makeLimiter(0.01) });
		const answers = [];
		for (let n = 0; n < 5; n++) answers.push(await strict.inject("/en/search.atom?q=tram"));
		expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 429, 429]);
		expect(Number(answers[4]?.headers["retry-after"])).toBeGreaterThan(0);
		expect(answers[4]?.body).toMatch(/^Please wait \d+ seconds?/);
		expect(await db.$count(people)).toBeGreaterThan(0);
	});
});
