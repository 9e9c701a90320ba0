import { expect, test } from "vitest";
import { useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makeOrganisation, makePerson, makePlace, makeTopics } from "../kit/factories.ts";
import { type ShownPage, withoutScript } from "../kit/no-script.ts";
import { builtPages } from "../kit/pages.ts";

const { db } = await useDatabase();
const { app, asMember } = await useApp(db, { web: await builtPages() });
await makeTopics(db, "flood-protection", "pluvial-flooding");
const aachen = await makePlace(db, { name: "Aachen" });
await makePlace(db, { name: "Springfield", country: "US" });
await makePlace(db, { name: "Springfield", country: "CA" });
const office = await makeOrganisation(db, { name: "City of Aachen", placeId: aachen.id });
const miriam = await makePerson(db, { name: "Miriam", placeId: aachen.id, organisationId: office.id });
const olena = await makePerson(db, { name: "Olena" });
const { cookie } = await asMember(miriam);
const member = withoutScript(app, cookie);
const colleague = withoutScript(app, (await asMember(olena)).cookie);
const visitor = withoutScript(app);

const snapshot = {
	"input.title": "A map of heavy rain",
	"input.claim": "Every owner sees where the water will stand.",
	"input.topicIdsText": "flood protection, Starkregen",
	"input.sdgs": ["11", "13"],
	"input.stage": "running",
	"input.situation": "Nobody knew **which** cellars lie low.",
	"input.approach": "We drew a map.",
	"input.outcome": "340 owners asked.",
};

const value = (page: ShownPage, name: string) => {
	const control = page.document.querySelector(`[name="${name}"]`);
	return control?.tagName === "TEXTAREA" ? control.textContent : control?.getAttribute("value");
};
const errors = (page: ShownPage) => page.texts(".error-summary li");

async function publish(changes: Record<string, string> = {}): Promise<string> {
	const page = await member.submit(await member.get("/en/practices/new"), "PublishPractice", {
		...snapshot,
		...changes,
	});
	expect(page.status, errors(page).join("\n")).toBe(303);
	return page.to?.replace(/\?.*/, "") ?? "";
}

test("a snapshot is published without JavaScript: errors at the fields and in the summary, all text kept, then the page", async () => {
	const empty = await member.get("/en/practices/new");
	expect(value(empty, "input.organisationName")).toBe("City of Aachen");
	expect(empty.texts(".chip")).toEqual(["Aachen, Germany"]);
	const refused = await member.submit(empty, "PublishPractice", {
		...snapshot,
		"input.stage": null,
		"input.claim": "",
		"input.costAmount": "12,500",
	});
	expect(refused.status).toBe(422);
	expect(errors(refused)).toEqual([
		"In one sentence: Please fill this in.",
		"How far has it come?: Please fill this in.",
		"Currency: Please say in which currency.",
	]);
	expect(refused.texts("#field-input-claim-error")[0]).toContain("Please fill this in.");
	expect(refused.document.querySelector("#part-figures")?.hasAttribute("open")).toBe(true);
	expect(refused.document.querySelector("#part-blocks")?.hasAttribute("open")).toBe(false);
	const published = await member.submit(refused, "PublishPractice", {
		"input.claim": "Every owner sees it.",
		"input.stage": "pilot",
		"input.costCurrency": "EUR",
	});
	expect(published.to).toBe("/en/practices/a-map-of-heavy-rain?published=1");
	const practice = await member.get(published.to ?? "");
	expect(practice.html).toContain("Your practice is published");
	expect(practice.html).toContain("<strong>which</strong>");
	expect(practice.html).toContain("€12,500");
	expect(practice.texts(".preview, .notice a")).toContain("invite a co-author");
});

test("adding and removing rows keeps what was typed in the others", async () => {
	let page = await member.get("/en/practices/new");
	page = await member.submit(page, "PublishPractice", snapshot, "add:input.blocks");
	page = await member.submit(page, "PublishPractice", { "input.blocks.0.name": "One" }, "add:input.blocks");
	page = await member.submit(page, "PublishPractice", { "input.blocks.1.name": "Two" }, "add:input.blocks");
	page = await member.submit(
		page,
		"PublishPractice",
		{ "input.blocks.2.name": "Three" },
		"remove:input.blocks.1",
	);
	expect(page.status).toBe(200);
	expect([value(page, "input.blocks.0.name"), value(page, "input.blocks.1.name")]).toEqual(["One", "Three"]);
	expect(value(page, "input.situation")).toBe(snapshot["input.situation"]);
	expect(page.document.querySelector("#part-blocks")?.hasAttribute("open")).toBe(true);
});

test("topics that the text names are offered as boxes, and none is chosen until it is ticked", async () => {
	const form = await member.get("/en/practices/new");
	expect(form.texts(".topic-offers .chip")).toEqual([]);
	const text = { ...snapshot, "input.title": "After the cloudbursts", "input.topicIdsText": "" };
	const offered = await member.submit(form, "PublishPractice", text, "topics");
	expect(offered.texts(".topic-offers .chip")[0]).toBe("Pluvial flooding");
	expect(value(offered, "input.situation")).toBe(snapshot["input.situation"]);
	const untouched = await member.submit(offered, "PublishPractice");
	expect(errors(untouched)).toEqual(["Topics: Please fill this in."]);
	const ticked = { "input.topicIds": "pluvial-flooding", "input.claim": "" };
	const refused = await member.submit(offered, "PublishPractice", ticked);
	expect(refused.texts(".chips .chip")).toContain("Pluvial flooding");
	const again = await member.submit(refused, "PublishPractice", {}, "topics");
	expect(again.texts(".topic-offers .chip")).not.toContain("Pluvial flooding");
	const done = await member.submit(again, "PublishPractice", { "input.claim": "Every owner sees it." });
	expect(done.to).toBe("/en/practices/after-the-cloudbursts?published=1");
	expect(
		(await member.get(done.to ?? "")).texts('main a[href="/en/topics/pluvial-flooding"]').length,
	).toBeGreaterThan(0);
});

test("a preview shows the practice as readers will see it, above the form with everything still in it", async () => {
	const page = await visitor.submit(
		await visitor.get("/de/practices/new"),
		"PublishPractice",
		{ ...snapshot, "input.placeIdText": "Aachen" },
		"preview",
	);
	expect(page.status).toBe(200);
	expect(page.texts(".preview h2")[0]).toBe("A map of heavy rain");
	expect(page.document.querySelector(".preview .prose strong")?.textContent).toBe("which");
	expect(page.document.querySelector(".preview .prose")?.getAttribute("lang")).toBe("de");
	expect(value(page, "input.approach")).toBe("We drew a map.");
});

test("who is not signed in, or no longer, keeps everything and is shown the way to sign in", async () => {
	const opened = await member.get("/en/practices/new");
	const page = await visitor.submit(opened, "PublishPractice", snapshot);
	expect(page.status).toBe(401);
	expect(value(page, "input.approach")).toBe("We drew a map.");
	expect(page.document.querySelector('a[href="/en/sign-in?next=%2Fsigned-in"]')?.getAttribute("target")).toBe(
		"_blank",
	);
	const again = await member.submit(page, "PublishPractice", { "input.title": "Written while signed out" });
	expect(again.to).toBe("/en/practices/written-while-signed-out?published=1");
});

test("a town's name that several bear becomes a choice between them", async () => {
	const page = await member.submit(await member.get("/en/practices/new"), "PublishPractice", {
		...snapshot,
		"input.title": "Two Springfields",
		"input.placeId": null,
		"input.placeIdText": "Springfield",
	});
	expect(errors(page)[0]).toContain("several towns");
	const radios = [...page.document.querySelectorAll('input[type=radio][name="input.placeId"]')];
	expect(page.texts("fieldset:has([type=radio][name='input.placeId']) .choice").join()).toContain("Canada");
	const published = await member.submit(page, "PublishPractice", {
		"input.placeId": radios[0]?.getAttribute("value") ?? "",
	});
	expect(published.status).toBe(303);
});

test("text that cannot be stored or is far too long is refused at its field and comes back", async () => {
	const long = "é".repeat(10_000);
	const page = await member.submit(await member.get("/en/practices/new"), "PublishPractice", {
		...snapshot,
		"input.title": long,
		"input.situation": "before\0after",
		"input.results.0.indicator": "Owners",
		"input.results.0.after": "many",
	});
	expect(page.status).toBe(422);
	expect(errors(page)).toEqual(["After: Please enter a number, for example 1200."]);
	const next = await member.submit(page, "PublishPractice", {
		"input.situation": "before\0after",
		"input.results.0.after": "340",
	});
	expect(errors(next).map((error) => error.replace(/:.*/, ""))).toEqual(["Title", "The situation before"]);
	expect(value(next, "input.title")).toBe(long);
});

test("a draft is kept without JavaScript, listed, gone on with, and gone once it is published", async () => {
	const saved = await colleague.submit(
		await colleague.get("/en/practices/new"),
		"PublishPractice",
		{ ...snapshot, "input.title": "Half a thought", "input.placeIdText": "Aachen" },
		"draft",
	);
	expect(saved.to).toMatch(/^\/en\/practices\/new\?draft=/);
	const drafts = await colleague.get("/en/drafts");
	expect(drafts.texts(".ruled h3")).toEqual(["Half a thought"]);
	expect(drafts.document.querySelector(".ruled h3 a")?.getAttribute("href")).toBe(saved.to);
	const reopened = await colleague.get("/en/practices/new");
	expect(value(reopened, "input.approach")).toBe("We drew a map.");
	const published = await colleague.submit(reopened, "PublishPractice", {
		"input.organisationName": "City of Chernivtsi",
	});
	expect(published.status, errors(published).join()).toBe(303);
	expect((await colleague.get("/en/drafts")).texts(".ruled h3")).toEqual([]);
	expect(value(await colleague.get("/en/practices/new"), "input.title")).toBe("");
});

test("two devices never overwrite each other's draft: the second is told, and may insist or open the other", async () => {
	const first = await member.submit(await member.get("/en/practices/new"), "PublishPractice", {}, "draft");
	const here = await member.get(first.to ?? "");
	const there = await member.get(first.to ?? "");
	await member.submit(there, "PublishPractice", { "input.title": "There" }, "draft");
	const conflict = await member.submit(here, "PublishPractice", { "input.title": "Here" }, "draft");
	expect(conflict.status).toBe(422);
	expect(value(conflict, "input.title")).toBe("Here");
	expect(conflict.texts(".notice a")).toContain("open the other version");
	expect(value(await member.get(first.to ?? ""), "input.title")).toBe("There");
	await member.submit(conflict, "PublishPractice", {}, "draft");
	expect(value(await member.get(first.to ?? ""), "input.title")).toBe("Here");
	const drafts = await member.get("/en/drafts");
	await member.submit(drafts, "DeleteDraft");
	expect((await member.get("/en/drafts")).texts(".ruled h3")).toEqual([]);
});

test("two editors of one practice: the later one's text stays, the other's changes are shown and taken in", async () => {
	const address = await publish({ "input.title": "Written by two" });
	const mine = await member.get(`${address}/edit`);
	const theirs = await member.get(`${address}/edit`);
	const saved = await member.submit(theirs, "UpdatePractice", {
		"input.approach": "We drew a map and printed it.",
		"input.outcome": "400 owners asked.",
		summary: "Printing",
	});
	expect(saved.to).toBe(`${address}?changed=1`);
	const conflict = await member.submit(mine, "UpdatePractice", {
		"input.approach": "We drew a better map.",
		"input.claim": "Everybody sees it.",
	});
	expect(conflict.status).toBe(409);
	expect(value(conflict, "input.approach")).toBe("We drew a better map.");
	expect(value(conflict, "input.claim")).toBe("Everybody sees it.");
	expect(value(conflict, "input.outcome")).toBe("400 owners asked.");
	expect(conflict.texts(".notice ins").join(" ")).toContain("printed");
	expect(conflict.texts(".notice button")).toEqual(["Take theirs: What was done"]);
	const taken = await member.submit(conflict, "UpdatePractice", {}, "take:approach");
	expect(value(taken, "input.approach")).toBe("We drew a map and printed it.");
	const merged = await member.submit(taken, "UpdatePractice", { summary: "Claim" });
	expect(merged.status).toBe(303);
	const history = await visitor.get(`${address}/revisions`);
	expect(history.texts("h2.revision")).toEqual(["Revision 3 current", "Revision 2", "Revision 1"]);
	const compared = await visitor.get(`${address}/revisions/compare?from=1&to=3`);
	expect(compared.texts("main h2").filter((title) => title !== "Languages")).toEqual(
		expect.arrayContaining(["In one sentence", "What was done", "What came of it"]),
	);
	expect(compared.texts("ins").join(" ")).toContain("added: Everybody");
	expect((await visitor.get(`${address}/revisions/compare?from=1&to=9`)).status).toBe(404);
});

test("a colleague is added as co-author, edits, checks, translates; a stranger may not, a visitor signs in first", async () => {
	const address = await publish({ "input.title": "Kept alive by two" });
	expect((await colleague.get(`${address}/edit`)).status).toBe(403);
	expect((await visitor.get(`${address}/edit`)).to).toContain("/en/sign-in?next=");
	const added = await member.submit(await member.get(`${address}/edit`), "AddCoAuthor", {
		handleText: olena.handle,
	});
	expect(added.to).toBe(`${address}/edit#co-authors`);
	const page = await colleague.get(`${address}/edit`);
	expect(page.status).toBe(200);
	expect((await colleague.submit(page, "ConfirmPractice")).to).toBe(`${address}?confirmed=1`);
	const translation = await colleague.get(`${address}/translate?language=de`);
	const translated = await colleague.submit(translation, "TranslatePractice", {
		title: "Von zweien gepflegt",
		claim: "Es hält.",
	});
	expect(translated.to).toBe(address);
	expect((await visitor.get(address.replace("/en/", "/de/"))).texts("h1")).toEqual(["Von zweien gepflegt"]);
	const removed = await colleague.submit(page, "RemoveCoAuthor");
	expect(removed.status).toBe(303);
	expect((await colleague.get(`${address}/edit`)).status).toBe(403);
});

test("a practice is withdrawn after asking once more, by its author alone", async () => {
	const address = await publish({ "input.title": "Soon withdrawn" });
	expect((await colleague.get(`${address}/withdraw`)).status).toBe(403);
	const done = await member.submit(await member.get(`${address}/withdraw`), "WithdrawPractice");
	expect(done.to).toBe(`${address}/withdraw?done=1`);
	expect((await member.get(done.to ?? "")).html).toContain("The practice was withdrawn");
	expect((await visitor.get(address)).status).toBe(404);
});

test.each(["de", "fr", "es", "ar", "uk"])("the form speaks %s: no word is missing", async (language) => {
	for (const path of ["/practices/new", "/drafts"]) {
		const page = await member.get(`/${language}${path}`);
		expect(page.document.documentElement.getAttribute("lang")).toBe(language);
		expect(
			page
				.texts("main")
				.join()
				.match(/(?:practice_\w+|drafts?|files)\.\w+/g),
		).toBeNull();
	}
});
