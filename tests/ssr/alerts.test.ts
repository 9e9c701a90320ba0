import { lookThrough } from "@interurban/api/alerts/alerts";
import { limits } from "@interurban/contract/limits";
import { alerts } from "@interurban/db/schema/alerts";
import { beforeAll, expect, test } from "vitest";
import { type Asker, useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makePlace, makeTopics } from "../kit/factories.ts";
import { withoutScript } from "../kit/no-script.ts";
import { builtPages } from "../kit/pages.ts";
import { publishBriefly } from "../kit/practices.ts";

const { db } = await useDatabase();
const { app, asMember } = await useApp(db, { web: await builtPages() });
const visitor = withoutScript(app);
let author: Asker;
let town: { id: number };

async function makeMember() {
	const person = await makePerson(db);
	const { cookie } = await asMember(person);
	return { person, ...withoutScript(app, cookie) };
}

const publish = (title: string) => publishBriefly(author, { title, placeId: String(town.id) });

beforeAll(async () => {
	await makeTopics(db, "waste");
	town = await makePlace(db, { name: "Sfax", country: "TN" });
	author = await asMember(await makePerson(db));
});

test("a member saves a search where it found nothing, sees what comes, and has looked", async () => {
	const { get, submit } = await makeMember();
	const results = await get("/de/search?q=brunnen&country=TN");
	expect(results.texts("h1")[0]).toContain("Keine Ergebnisse");
	const saved = await submit(results, "SaveSearch");
	expect([saved.status, saved.to]).toEqual([303, "/de/search?q=brunnen&country=TN"]);
	const again = await get(saved.to ?? "");
	expect(again.texts(".hear-of-new").join()).toContain("Sie werden über Neues benachrichtigt");
	expect(again.texts(".new-mark")).toEqual([]);

	await publish("Brunnen <b>im</b> Park");
	await publish("Straßenbahn");
	await lookThrough(db);
	const other = await get("/de/topics");
	expect(new Set(other.texts(".new-mark"))).toEqual(new Set(["1 neuer Treffer zu Ihren Suchaufträgen"]));
	const page = await get("/de/alerts");
	expect(page.texts("h2")).toEqual(["brunnen · Tunesien"]);
	expect(page.texts(".new-count")).toEqual(["1 neuer Treffer"]);
	expect(page.texts(".ruled h3")).toEqual(["Brunnen <b>im</b> Park"]);
	expect(page.texts(".ruled .new")).toEqual(["Neu"]);
	expect(page.document.querySelector('a[href="/de/search?q=brunnen&country=TN&sort=newest"]')).not.toBeNull();

	expect((await submit(page, "LookAtAlerts")).to).toBe("/de/alerts");
	const quiet = await get("/de/alerts");
	expect([quiet.texts(".new-count"), quiet.texts(".new-mark"), quiet.texts(".ruled .new")]).toEqual([
		[],
		[],
		[],
	]);
	expect(quiet.texts(".ruled h3")).toEqual(["Brunnen <b>im</b> Park"]);
});

test("an alert gets another name, or is removed", async () => {
	const { get, submit } = await makeMember();
	await submit(await get("/en/search?q=benches"), "SaveSearch");
	const empty = await submit(await get("/en/alerts"), "RenameAlert", { name: " " });
	expect([empty.status, empty.texts(".error-summary li")]).toEqual([422, ["Name: Please fill this in."]]);
	await submit(empty, "RenameAlert", { name: "Seats for everybody" });
	const renamed = await get("/en/alerts");
	expect(renamed.texts("h2")).toEqual(["Seats for everybody"]);
	await submit(renamed, "RemoveAlert");
	const none = await get("/en/alerts");
	expect(none.texts(".empty h2")).toEqual(["No search alerts yet"]);
	expect(none.document.querySelector('.empty a[href="/en/search"]')).not.toBeNull();
});

test("who has as many as one may have is told so, beside the results", async () => {
	const { person, get, submit } = await makeMember();
	await db.insert(alerts).values(
		Array.from({ length: limits.alerts }, (_, n) => ({
			...{ personId: person.id, name: `${n}`, language: "en", question: `q${n}`, chosen: {} },
			...{ ownFirst: false, terms: [] },
		})),
	);
	const refused = await submit(await get("/fr/search?q=fontaine"), "SaveSearch");
	expect(refused.status).toBe(422);
	expect(refused.texts(".notice").join()).toContain(`Vous avez déjà ${limits.alerts} alertes de recherche`);
	expect(refused.texts("h1")[0]).toContain("fontaine");
});

test("a visitor is led to sign in and back, and has no list", async () => {
	const page = await visitor.get("/uk/search?q=%D0%B2%D0%BE%D0%B4%D0%B0");
	const link = page.document.querySelector('.hear-of-new a[rel="nofollow"]')?.getAttribute("href") ?? "";
	expect(decodeURIComponent(link)).toBe("/uk/sign-in?next=/search?q=%D0%B2%D0%BE%D0%B4%D0%B0");
	expect(page.document.querySelector('[value="SaveSearch"]')).toBeNull();
	expect(page.texts(".new-mark")).toEqual([]);
	expect((await visitor.get("/uk/alerts")).to).toBe("/uk/sign-in?next=%2Falerts");
});

test.each([
	["/en/practices/new", "PublishPractice", "input.title", "input.claim"],
	["/en/challenges/new", "PublishChallenge", "input.title", "input.problem"],
	["/en/threads/new", "StartThread", "title", "body"],
])(
	"at %s a button shows what there is like it, and keeps what was typed",
	async (path, mutation, title, text) => {
		await publish(`Sundials for schools by ${mutation}`);
		const { get, submit } = await makeMember();
		const typed = {
			[title]: `Sundials for schools by ${mutation}`,
			[text]: "They never stop & need <no> power.",
		};
		const page = await submit(await get(path), mutation, typed, "similar");
		expect(page.status).toBe(200);
		const links = [...page.document.querySelectorAll(".similar a")];
		expect(links[0]?.textContent).toBe(`Sundials for schools by ${mutation} (opens in a new tab)`);
		expect(links[0]?.getAttribute("target")).toBe("_blank");
		expect(page.html).toContain("They never stop &amp; need &lt;no> power.");
		expect(page.texts(".error-summary")).toEqual([]);
		const none = await submit(
			page,
			mutation,
			{ [title]: "Xylophone quartets rehearse", [text]: "" },
			"similar",
		);
		expect(none.texts(".similar p")).toEqual(["There is nothing like it yet."]);
	},
);
