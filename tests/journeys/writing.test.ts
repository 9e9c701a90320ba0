import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { useApp } from "../kit/app.ts";
import { axeViolations, openDevice, signIn, useBrowser, visit } from "../kit/browser.ts";
import { useDatabase } from "../kit/database.ts";
import { makeOrganisation, makePerson, makePlace, makeTopics } from "../kit/factories.ts";
import { withoutScript } from "../kit/no-script.ts";
import { builtAssets, builtPages } from "../kit/pages.ts";

const { db } = await useDatabase();
const { app, origin, asMember } = await useApp(db, { web: await builtPages(), assets: builtAssets });
const browser = await useBrowser();
await makeTopics(db, "flood-protection");
const aachen = await makePlace(db, { name: "Aachen" });
const office = await makeOrganisation(db, { name: "City of Aachen", placeId: aachen.id });

/** Another device of a member; `visiting` has not signed in there yet. */
async function device(cookie: string | null, visiting = false) {
	const page = await openDevice(browser, origin, visiting ? null : cookie);
	return { context: page.context(), page, signIn: () => signIn(page.context(), origin, cookie) };
}

async function member() {
	const person = await makePerson(db, { placeId: aachen.id, organisationId: office.id });
	return { person, cookie: (await asMember(person)).cookie };
}

const open = (page: Page, path: string) => visit(page, `${origin}${path}`);

const field = (page: Page, name: string): Locator => page.locator(`[name="input.${name}"]`);
const state = (page: Page): Locator => page.locator(".form-margin .draft-status");
const says = (locator: Locator, text: string) => locator.filter({ hasText: text }).waitFor();
const saved = (page: Page) => says(state(page), "Draft saved.");

async function fillSnapshot(page: Page): Promise<void> {
	await field(page, "claim").fill("Every owner sees where the water will stand.");
	await field(page, "sdgs").nth(10).check();
	await field(page, "stage").nth(2).check();
	await field(page, "situation").fill("Nobody knew.");
	await field(page, "approach").fill("We drew a map.");
	await field(page, "outcome").fill("Owners asked.");
	const topics = page.locator('[name="input.topicIdsText"]');
	await topics.focus();
	await page.keyboard.type("flood prot", { delay: 20 });
	await page.locator('[role="option"]').first().waitFor();
	await page.keyboard.press("Enter");
	await field(page, "topicIds").waitFor();
}

test("what is typed survives a reload, a lost connection and an ended session, and is published in the end", async () => {
	const { cookie } = await member();
	const { context, page, signIn } = await device(cookie);
	await open(page, "/en/practices/new");
	expect(await axeViolations(page)).toEqual([]);
	await field(page, "title").fill("A map of heavy rain");
	await says(page.locator(".form-margin label"), "4 of 11");
	await saved(page);

	await field(page, "situation").fill("Typed a moment before the reload");
	await page.reload();
	await page.waitForFunction(() =>
		document.querySelector<HTMLTextAreaElement>('[name="input.situation"]')?.value.startsWith("Typed"),
	);
	await saved(page);

	await context.setOffline(true);
	await field(page, "approach").fill("Typed without a connection");
	await says(state(page), "Offline");
	await context.setOffline(false);
	await saved(page);
	await fillSnapshot(page);

	await context.clearCookies();
	await page.getByRole("button", { name: "Publish", exact: true }).click();
	await says(page.locator(".notice-title"), "Please sign in to publish");
	expect(await field(page, "approach").inputValue()).toBe("We drew a map.");
	expect(await axeViolations(page)).toEqual([]);
	await signIn();
	await page.evaluate(() => window.dispatchEvent(new Event("focus")));
	await says(page.locator(".notice-title"), "You are signed in now");
	await page.getByRole("button", { name: "Publish", exact: true }).click();
	await page.waitForURL(/practices\/a-map-of-heavy-rain\?published/);
	await says(page.locator(".notice-title"), "Your practice is published");

	await open(page, "/en/drafts");
	await says(page.locator(".empty h2"), "You have no drafts");
	await open(page, "/en/practices/new");
	expect(await field(page, "title").inputValue()).toBe("");
	await context.close();
});

test("topics that the text names are offered while it is written, and chosen by a tick only", async () => {
	const { cookie } = await member();
	const { context, page } = await device(cookie);
	await open(page, "/en/practices/new?draft=offered");
	await field(page, "title").fill("Cloudbursts and flood protection");
	const offers = page.locator(".topic-offers");
	const offer = (name: string) => offers.getByRole("checkbox", { name });
	await offer("Pluvial flooding").waitFor();
	await offer("Flood protection").waitFor();
	expect(await axeViolations(page)).toEqual([]);
	await saved(page);
	await page.reload();
	await offer("Flood protection").waitFor();
	expect(await field(page, "topicIds").count(), "nothing is chosen by itself").toBe(0);

	await offer("Flood protection").focus();
	await page.keyboard.press("Space");
	await page.locator('[name="input.topicIds"][value="flood-protection"]:checked').waitFor();
	expect(await offer("Flood protection").count()).toBe(0);
	expect(await page.evaluate(() => document.activeElement?.closest("li")?.textContent)).toBe(
		"Pluvial flooding",
	);
	await page.locator('[name="input.topicIds"][value="flood-protection"]').click();
	await offer("Flood protection").waitFor();
	expect(await field(page, "topicIds").count()).toBe(0);
	await context.close();
});

test("a visitor's text is kept on the device and becomes a draft of the person who signs in there", async () => {
	const { cookie } = await member();
	const { context, page, signIn } = await device(cookie, true);
	await open(page, "/en/practices/new");
	await field(page, "title").fill("Written by a visitor");
	await says(state(page), "Saved on this device.");
	await signIn();
	await open(page, "/en/practices/new");
	await saved(page);
	expect(await field(page, "title").inputValue()).toBe("Written by a visitor");
	await context.clearCookies();
	await open(page, "/en/practices/new");
	expect(await field(page, "title").inputValue(), "the next visitor sees nothing of it").toBe("");
	await context.close();
});

test("two devices that write on one draft are shown both versions, and nothing is overwritten", async () => {
	const { cookie } = await member();
	const [desk, tram] = await Promise.all([device(cookie), device(cookie)]);
	const address = "/en/practices/new?draft=shared";
	await open(desk.page, address);
	await open(tram.page, address);
	await field(desk.page, "title").fill("From the desk");
	await saved(desk.page);
	await field(tram.page, "title").fill("From the tram");
	await says(state(tram.page), "Changed elsewhere");
	await tram.page.getByRole("heading", { name: "On the other device" }).waitFor();
	expect(await axeViolations(tram.page)).toEqual([]);
	await tram.page.reload();
	await tram.page.getByRole("button", { name: "Go on with this one" }).click();
	await saved(tram.page);
	await field(desk.page, "claim").fill("From the desk too");
	await desk.page.getByRole("button", { name: "Go on with the other one" }).click();
	await desk.page.waitForFunction(
		() => document.querySelector<HTMLTextAreaElement>('[name="input.title"]')?.value === "From the tram",
	);
	await desk.page.getByRole("button", { name: "Discard draft" }).first().click();
	await desk.page.getByRole("button", { name: "Discard", exact: true }).click();
	await desk.page.waitForFunction(
		() => document.querySelector<HTMLTextAreaElement>('[name="input.title"]')?.value === "",
	);
	await open(desk.page, "/en/drafts");
	await says(desk.page.locator(".empty h2"), "You have no drafts");
	await desk.context.close();
	await tram.context.close();
});

test("the form is filled in by keyboard: rows, suggestions, goals proposed by the topics, preview, errors", async () => {
	const { cookie } = await member();
	const { context, page } = await device(cookie);
	await open(page, "/en/practices/new");
	await fillSnapshot(page);
	await page.getByRole("button", { name: "Tick these" }).click();
	expect(await page.locator('[name="input.sdgs"]:checked').count()).toBeGreaterThan(1);
	await page.locator("#part-blocks summary").focus();
	await page.keyboard.press("Enter");
	await page.getByRole("button", { name: "Add a building block" }).press("Enter");
	await page.waitForFunction(() => document.activeElement?.getAttribute("name") === "input.blocks.0.name");
	await page.keyboard.type("A council resolution");
	await page.getByRole("button", { name: "Preview" }).click();
	await page.locator(".preview h3", { hasText: "A council resolution" }).waitFor();
	expect(await axeViolations(page)).toEqual([]);
	await page.getByRole("button", { name: "Back to editing" }).click();
	await page.getByRole("button", { name: "Publish", exact: true }).click();
	await says(page.locator(".error-summary li"), "Title: Please fill this in.");
	expect(await page.evaluate(() => document.activeElement?.className)).toBe("error-summary");
	await page.locator(".error-summary a").click();
	expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("input.title");
	await context.close();
});

test("two editors of one practice: the later one sees the other's change and merges it", async () => {
	const { cookie } = await member();
	const [first, second] = await Promise.all([device(cookie), device(cookie)]);
	await open(first.page, "/en/practices/new");
	await field(first.page, "title").fill("Edited by two");
	await fillSnapshot(first.page);
	await first.page.getByRole("button", { name: "Publish", exact: true }).click();
	await first.page.waitForURL(/edited-by-two\?published/);
	const address = "/en/practices/edited-by-two/edit";
	await open(first.page, address);
	await open(second.page, address);
	await field(first.page, "approach").fill("We drew and printed a map.");
	await first.page.getByRole("button", { name: "Save changes" }).click();
	await first.page.waitForURL(/changed=1/);
	await field(second.page, "approach").fill("We drew a better map.");
	await field(second.page, "claim").fill("My own claim.");
	await second.page.getByRole("button", { name: "Save changes" }).click();
	await second.page.getByRole("button", { name: "Take theirs: What was done" }).click();
	await second.page.waitForFunction(
		() =>
			document.querySelector<HTMLTextAreaElement>('[name="input.approach"]')?.value ===
			"We drew and printed a map.",
	);
	expect(await field(second.page, "claim").inputValue()).toBe("My own claim.");
	await second.page.getByRole("button", { name: "Save changes" }).click();
	await second.page.waitForURL(/changed=1/);
	for (const path of ["revisions", "revisions/compare?from=1&to=3", "translate", "withdraw", "edit"]) {
		await open(second.page, `/en/practices/edited-by-two/${path}`);
		expect(await axeViolations(second.page), path).toEqual([]);
	}
	await first.context.close();
	await second.context.close();
});

test("a full practice reached within the browser is saved without losing what was not opened, and errors open their section", async () => {
	const { cookie } = await member();
	const plain = withoutScript(app, cookie);
	const published = await plain.submit(await plain.get("/en/practices/new"), "PublishPractice", {
		"input.title": "A full one",
		"input.claim": "All of it.",
		"input.topicIdsText": "flood protection",
		"input.sdgs": "11",
		"input.stage": "running",
		"input.situation": "Before.",
		"input.approach": "Done.",
		"input.outcome": "After.",
		"input.results.0.indicator": "Owners asked",
		"input.results.0.after": "340",
		"input.costAmount": "12000",
		"input.costCurrency": "EUR",
		"input.blocks.0.name": "Resolution",
		"input.blocks.1.name": "Data model",
		"input.failures": "Too late.",
		"input.conditions.0.description": "Data",
		"input.references.0.url": "https://city.example/report",
	});
	expect(published.status).toBe(303);
	const { context, page } = await device(cookie);
	await open(page, "/en/practices/a-full-one");
	await page.getByRole("link", { name: "Edit", exact: true }).click();
	await field(page, "title").fill("A fuller one");
	await field(page, "startedYear").fill("two thousand");
	await page.locator("#part-figures > summary").click();
	await page.getByRole("button", { name: "Save changes" }).click();
	await says(page.locator(".error-summary a"), "Began in (year): Please enter a number");
	await page.locator(".error-summary a").click();
	expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("input.startedYear");
	await page.keyboard.press("ControlOrMeta+a");
	await page.keyboard.type("2024");
	await page.getByRole("button", { name: "Save changes" }).click();
	await page.waitForURL(/changed=1/);
	const compared = await plain.get("/en/practices/a-full-one/revisions/compare?from=1&to=2");
	expect(compared.texts("main section h2")).toEqual(["Title", "Began in (year)"]);
	await context.close();
});

test.each([
	["ar", 390],
	["de", 390],
	["uk", 1200],
] as const)("the form in %s fits a window of %i pixels and has no barriers", async (language, width) => {
	const { cookie } = await member();
	const { context, page } = await device(cookie);
	await page.setViewportSize({ width, height: 800 });
	await open(page, `/${language}/practices/new`);
	for (const summary of await page.locator(".form-part > summary").all()) await summary.click();
	for (const button of await page.locator('button[value^="add:"]').all()) await button.click();
	expect(await axeViolations(page)).toEqual([]);
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
	);
	expect(overflow).toBeLessThanOrEqual(0);
	await context.close();
});
