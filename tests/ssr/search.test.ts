import { indexPlaces } from "@interurban/api/places/places";
import { indexTopics } from "@interurban/api/topics/topics";
import type { HTMLFormElement } from "happy-dom";
import { beforeAll, expect, test } from "vitest";
import { useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makePlace, makeTopics } from "../kit/factories.ts";
import { fieldsOf, type ShownPage, withoutScript } from "../kit/no-script.ts";
import { builtPages } from "../kit/pages.ts";
import { publishBriefly } from "../kit/practices.ts";

const { db } = await useDatabase();
const { app, asMember } = await useApp(db, { web: await builtPages() });
const { get } = withoutScript(app);

const topics = ["composting", "urban-heat", "waste"];

beforeAll(async () => {
	await makeTopics(db, ...topics);
	const towns = await Promise.all([
		makePlace(db, { name: "Aachen", country: "DE", population: 250_000 }),
		makePlace(db, { name: "Nantes", country: "FR", population: 320_000 }),
		makePlace(db, { name: "Sfax", country: "TN", population: 15_000 }),
	]);
	const author = await asMember(await makePerson(db));
	for (let n = 0; n < 24; n++) {
		const town = towns[n % 3] as (typeof towns)[number];
		await publishBriefly(author, {
			title: `Tram number ${n} <b>`,
			claim: `A tram & its <i>rails</i>, ${n}.`,
			language: n % 2 ? "en" : "ar",
			placeId: String(town.id),
			organisationKind: "municipality",
			topicIds: [n % 2 ? "composting" : "urban-heat"],
			sdgs: [11],
			stage: n % 4 ? "running" : "failed",
		});
	}
	await indexPlaces(
		db,
		towns.map(({ id }) => id),
	);
	await indexTopics(db, topics);
});

const tabs = (page: ShownPage) => page.texts("nav.tabs a");
const titles = (page: ShownPage) => page.texts(".ruled h3");
const head = (page: ShownPage, selector: string, attribute: string) =>
	page.document.querySelector(selector)?.getAttribute(attribute);

/** Ticks boxes of the filter and sends it, as a browser without JavaScript does. */
async function narrow(page: ShownPage, ticks: [name: string, value: string][]): Promise<ShownPage> {
	const form = page.document.querySelector("form#filters") as HTMLFormElement | null;
	if (!form) throw new Error("the page has no filter");
	for (const [name, value] of ticks)
		if (!form.querySelector(`input[type="checkbox"][name="${name}"][value="${value}"]`))
			throw new Error(`there is no box ${name}=${value}`);
	return get(`${form.getAttribute("action")}?${new URLSearchParams([...fieldsOf(form), ...ticks])}`);
}

test("results say what, where and in which language, with the words marked and nothing turned into markup", async () => {
	const page = await get("/de/search?q=tram");
	expect(page.status).toBe(200);
	expect(page.texts("h1")).toEqual(["„\u2068tram\u2069“: 25 Ergebnisse"]);
	expect(page.texts("title")).toEqual(["„\u2068tram\u2069“: 25 Ergebnisse · Interurban"]);
	expect(tabs(page).slice(0, 3)).toEqual(["Alles 25", "Praxisbeispiele 24", "Menschen 1"]);
	const [first] = page.texts(".ruled > li");
	expect(first).toMatch(/^Praxisbeispiel\s?Tram number \d+ <b>\s?A tram & its <i>rails<\/i>, \d+\./);
	expect(first).toMatch(/(Deutschland|Frankreich|Tunesien)/);
	expect(first).toMatch(/(Englisch|Arabisch)(Gescheitert)?$/);
	expect(page.texts(".ruled mark").length).toBeGreaterThan(0);
	expect(page.document.querySelector(".ruled b, .ruled i")).toBeNull();
});

test("in Arabic a town stands before its country, whatever script its name has", async () => {
	const page = await get("/ar/search?q=tram&country=FR");
	expect(page.texts(".ruled .meta li:first-child")[0]).toBe("\u2068Nantes\u2069، فرنسا");
});

test("topics are shown with other names in the reader's language, not in those by which they are found", async () => {
	const page = await get("/de/search?q=biowaste+composting&kind=topic");
	expect(titles(page)[0]).toBe("Kompostierung");
	expect(page.document.querySelector(".ruled [lang]:is([lang=en], [lang=uk])")).toBe(null);
});

test("pages of results are kept out of search engines, each with its one true address; the whole is not", async () => {
	const page = await get("/de/search?lang=ar&q=tram&country=DE&nonsense=1&after=x");
	expect(head(page, 'meta[name="robots"]', "content")).toBe("noindex");
	expect(head(page, 'link[rel="canonical"]', "href")).toMatch(/\/de\/search\?q=tram&country=DE&lang=ar$/);
	const whole = await get("/de/search");
	expect(head(whole, 'meta[name="robots"]', "content")).toBeUndefined();
	expect(titles(whole)).toHaveLength(20);
});

test("without JavaScript boxes and a button narrow the results, and links widen them again", async () => {
	const page = await get("/ar/search?q=tram&kind=practice");
	const narrowed = await narrow(page, [
		["country", "FR"],
		["country", "TN"],
		["stage", "failed"],
	]);
	expect(narrowed.texts("h1")[0]).toContain("4 نتائج");
	expect(narrowed.texts(".chips li")).toEqual(["فرنسا", "تونس", "لم تنجح"]);
	expect(head(narrowed, 'input[name="q"]', "value")).toBe("tram");
	expect(narrowed.document.querySelectorAll("form#filters input:checked").length).toBe(3);
	const chip = narrowed.document.querySelector(".chips a");
	expect(chip?.getAttribute("aria-label")).toContain("فرنسا");
	const widened = await get(chip?.getAttribute("href") ?? "");
	expect(widened.texts(".chips li")).toEqual(["تونس", "لم تنجح"]);
	// What somebody typed by hand is kept, too.
	expect((await narrow(widened, [["topic", "urban-heat"]])).texts(".chips li")).toHaveLength(3);
});

test("a facet's count is what its choice leaves", async () => {
	const page = await get("/en/search?q=tram&stage=failed");
	const counts = page.texts("form#filters label");
	expect(counts).toContain("Tunisia2");
	expect((await narrow(page, [["country", "TN"]])).texts("h1")[0]).toContain("2 results");
});

test("a long list has a way on and back to its start", async () => {
	const page = await get("/en/search?q=tram");
	expect(titles(page)).toHaveLength(20);
	const next = await get(head(page, 'a[rel="next"]', "href") ?? "");
	expect(titles(next)).toHaveLength(5);
	expect(new Set([...titles(page), ...titles(next)]).size).toBe(25);
	expect(head(next, 'a[rel="next"]', "href")).toBeUndefined();
	expect(next.texts(".pager a")).toEqual(["Back to the start"]);
	expect(titles(await get(head(next, ".pager a", "href") ?? ""))).toEqual(titles(page));
});

test("where nothing is found, the page leads on: with fewer filters, to topics nearby, to the network with the question", async () => {
	const page = await get("/en/search?q=tram&country=DE&country=XX&stage=idea&region=moon");
	expect(page.status).toBe(200);
	expect(page.texts("h1")[0]).toContain("No results");
	expect(page.texts(".chips li")).toEqual(["Germany", "XX", "moon", "Idea"]);
	expect(page.texts("#without li")).toEqual(["without any filter: 25 results"]);
	expect(page.texts("#ask a.button")).toEqual(["Post a challenge", "Start a discussion"]);
	const one = await get("/en/search?q=tram&country=DE&stage=idea");
	const [way] = one.document.querySelectorAll("#without a");
	expect(way?.textContent).toBe("without “\u2068Idea\u2069”: 8 results");
	expect((await get(way?.getAttribute("href") ?? "")).texts("h1")[0]).toContain("8 results");
	expect((await get("/en/search?q=composting&kind=person")).texts("#near a")).toContain("Composting");
});

test("whoever asks the network finds the question and its topic in the form", async () => {
	const member = withoutScript(app, (await asMember(await makePerson(db))).cookie);
	const page = await member.get("/en/search?q=composting+at+night&kind=person");
	for (const link of page.document.querySelectorAll("#ask a.button")) {
		const form = (await member.get(link.getAttribute("href") ?? "")).document.querySelector("main form");
		const fields = fieldsOf(form as HTMLFormElement);
		expect(fields).toContainEqual([expect.stringMatching(/title$/), "composting at night"]);
		expect(fields).toContainEqual([expect.stringMatching(/topicIds?$/), "composting"]);
	}
});

test.each([
	["nothing", ""],
	["only stop words", "q=the+and+of"],
	["only punctuation", "q=%3F%21+%E2%80%A6+%28%29"],
	["only direction marks", "q=%E2%80%AE%E2%80%8F"],
	["a NUL", "q=tram%00&topic=%00&after=%00"],
	["a broken percent sign", "q=%E0%A4%A&country=%"],
	["half a character", "q=%ED%A0%80"],
	["operators of other engines", "q=%22tram%22+AND+-heat+OR+title%3Ax*"],
	["markup", "q=%22%3E%3C%2Fscript%3E%3Cimg+src%3Dx%3E&topic=%22%3E%3C%2Fscript%3E%3Cimg+src%3Dx%3E"],
	["a cursor of another search", "q=tram&after=WyJ4Iiw5OTk5LDFd"],
	[
		"unknown values everywhere",
		"kind=x&topic=x&sdg=x&country=x&region=x&size=x&lang=x&stage=x&evidence=x&sort=x",
	],
	["ten thousand characters", `q=${"tram+".repeat(2000)}`],
	["a thousand values", Array.from({ length: 1000 }, (_, n) => `topic=t${n}`).join("&")],
])("an address with %s is a sensible page", async (_, query) => {
	for (const language of ["en", "ar"]) {
		const page = await get(`/${language}/search?${query}`);
		expect(page.status).toBe(200);
		expect(page.texts("h1")).toHaveLength(1);
		expect(page.document.querySelector("img")).toBeNull();
		expect(page.html).not.toMatch(/[\0\u202E\uFFFE]/);
		expect(page.html.length).toBeLessThan(200_000);
	}
});

test("filters that there are not any more are told, and left out by one click", async () => {
	const page = await get(
		"/en/search?q=tram&topic=gone&topic=composting&theme=x&utm_source=mail&stage=idea&fbclid=1",
	);
	expect(page.texts(".notice p").slice(1)).toEqual([
		"This address asks for something that is not here, or no longer: \u2068theme\u2069 and \u2068Topic: gone\u2069",
		"Search without it",
	]);
	const href = page.document.querySelector(".notice a")?.getAttribute("href") ?? "";
	expect(href).toBe("/en/search?q=tram&topic=composting&stage=idea");
	expect((await get(href)).texts(".notice")).toEqual([]);
});

test("towns are named as somebody types them, and one of them orders the list", async () => {
	const page = await get("/en/search?q=tram");
	const form = page.document.querySelector("form#filters") as HTMLFormElement;
	const fields = fieldsOf(form).map(([name, value]) => (name === "like" ? [name, "nantes"] : [name, value]));
	const narrowed = await get(`/en/search?${new URLSearchParams(fields as [string, string][])}`);
	expect(narrowed.texts(".chips li")).toEqual(["cities like Nantes"]);
	expect(narrowed.texts(".result-settings nav:first-child a")).toEqual([
		"Best matches first",
		"Newest first",
		"Most similar cities first",
	]);
	const similar = await get(
		[...narrowed.document.querySelectorAll(".result-settings nav a")][2]?.getAttribute("href") ?? "",
	);
	expect(similar.texts(".ruled .meta li:first-child")[0]).toBe("\u2068Nantes\u2069, France");
	expect(similar.texts(".result-settings nav:first-child a[aria-current]")).toEqual([
		"Most similar cities first",
	]);
	expect((await get("/en/search?like=Nowhereville")).texts(".notice").join()).toContain("Nowhereville");
});

test("a name that several towns bear is asked about, and the search waits for the answer", async () => {
	const named = { name: "Twinford", country: "US" };
	const [small, large] = [
		await makePlace(db, { ...named, population: 4_000 }),
		await makePlace(db, { ...named, population: 260_000 }),
	];
	const page = await get("/en/search?kind=practice&like=Twinford&lang=en");
	expect(page.texts(".notice-title")).toEqual([
		"Note: Several towns are called “\u2068Twinford\u2069” or much like it. Which one do you mean?",
	]);
	const answers = [...page.document.querySelectorAll(".notice a")].map((link) => link.getAttribute("href"));
	const answer = ({ id }: { id: number }) => `/en/search?kind=practice&like=${id}&lang=en`;
	expect(answers).toEqual([answer(large), answer(small)]);
	expect(page.texts(".chips li")).toEqual(["English"]);
	expect(page.texts("h1")[0]).toContain("12");
	const answered = await get(answers[0] ?? "");
	expect(answered.texts(".notice")).toEqual([]);
	expect(answered.texts(".chips li")).toEqual(["cities like Twinford", "English"]);
});

test("what was cut or cannot be looked for is said", async () => {
	expect((await get(`/en/search?q=${"tram+".repeat(2000)}`)).texts(".notice p").join()).toContain(
		"the first 200 characters",
	);
	expect((await get("/en/search?q=the+and+of")).texts(".notice p").join()).toContain("no word");
	expect((await get("/en/search?q=tram")).texts(".notice")).toEqual([]);
	const signs = await get("/en/search?q=tram+%22its+rails%22+-bus+OR+x*");
	expect(signs.texts(".notice p")).toContain(
		"Only results with all words of “\u2068its rails\u2069”. Without results that have “\u2068bus\u2069”. Other signs, such as AND, site: or *, mean nothing here. Quotation marks require words, a minus before a word leaves it out.",
	);
	expect(signs.document.querySelector(".notice a")?.getAttribute("href")).toBe(
		"/en/search?q=tram+its+rails+x",
	);
});

test("the masthead's search field leads to the page of results and holds the question", async () => {
	const page = await get("/uk/search?q=tram");
	const form = page.document.querySelector(".masthead search form");
	expect(form?.getAttribute("action")).toBe("/uk/search");
	expect(form?.getAttribute("method")).toBe("get");
	expect(form?.querySelector("input")?.getAttribute("value")).toBe("tram");
});
