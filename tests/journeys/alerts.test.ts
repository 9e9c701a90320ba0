import { lookThrough } from "@interurban/api/alerts/alerts";
import { wordsIn } from "@interurban/words/server";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { useApp } from "../kit/app.ts";
import { axeViolations, openDevice, useBrowser, visit } from "../kit/browser.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makePlace, makeTopics } from "../kit/factories.ts";
import { builtAssets, builtPages } from "../kit/pages.ts";
import { publishBriefly } from "../kit/practices.ts";

const { db } = await useDatabase();
const { origin, asMember } = await useApp(db, { web: await builtPages(), assets: builtAssets });
const browser = await useBrowser();
await makeTopics(db, "waste");
const town = await makePlace(db, { name: "Sfax", country: "TN" });
const author = await asMember(await makePerson(db));

const publish = (title: string, language: string) =>
	publishBriefly(author, { title, language, placeId: String(town.id) });

/** A page of a member who has just joined. */
async function openAsMember(path: string, viewport = { width: 1200, height: 800 }): Promise<Page> {
	const { cookie } = await asMember(await makePerson(db));
	const page = await openDevice(browser, origin, cookie, { viewport });
	await visit(page, `${origin}${path}`);
	return page;
}

const fits = (page: Page) =>
	page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

test.each([
	["en", "sundials", "Sundials for every school", { width: 1200, height: 800 }],
	["ar", "نافورة", "نافورة في كل مدرسة", { width: 390, height: 844 }],
] as const)(
	"a search becomes an alert, tells of what is new, and is taken back (%s)",
	async (language, text, title, viewport) => {
		const t = wordsIn(language);
		const results = `/${language}/search?q=${encodeURIComponent(text)}`;
		const page = await openAsMember(results, viewport);
		const none = page.getByRole("heading", { name: t("search_results.none"), exact: true });
		const tell = page.getByRole("button", { name: t("alerts.tell_me") });
		const [above, below] = await Promise.all([none.boundingBox(), tell.boundingBox()]);
		expect(above?.y, "that nothing was found is said before what can be done").toBeLessThan(below?.y ?? 0);
		expect(await axeViolations(page)).toEqual([]);
		await tell.focus();
		await page.keyboard.press("Enter");
		await page.getByText(t("alerts.told")).waitFor();
		expect(page.url()).toBe(`${origin}${results}`);
		const mark = page.locator(".new-mark:visible", { hasText: t("member.new_hits", { count: 1 }) });
		expect(await mark.count()).toBe(0);

		await page
			.getByRole("link", { name: t("alerts.own") })
			.first()
			.click();
		const alert = page.locator("main section", {
			has: page.getByRole("heading", { name: text, exact: true }),
		});
		await alert.getByText(t("alerts.nothing_yet")).waitFor();
		expect(await axeViolations(page)).toEqual([]);
		expect(await fits(page)).toBe(true);

		await page.goto(`${origin}/${language}/topics`);
		await publish(title, language);
		await publish("Tramway", "fr");
		await lookThrough(db);
		await mark.first().waitFor({ state: "attached" });
		expect(await axeViolations(page)).toEqual([]);

		await page.goto(`${origin}/${language}/alerts`);
		await alert.getByText(t("alerts.new_count", { count: 1 })).waitFor();
		expect(await alert.locator(".ruled h3").allTextContents()).toEqual([title]);
		expect(await alert.locator(".ruled .new").textContent()).toBe(t("alerts.new"));
		expect(await axeViolations(page)).toEqual([]);
		await mark.first().waitFor({ state: "detached" });

		const feed = await alert.getByRole("link", { name: t("alerts.feed"), exact: true }).getAttribute("href");
		const atom = await page.request.get(`${origin}${feed}`);
		expect(atom.headers()["content-type"]).toContain("application/atom+xml");
		expect(await atom.text()).toContain(`<title xml:lang="${language}">${title}</title>`);

		await page.reload();
		await alert.getByText(t("alerts.nothing_new")).waitFor();
		await alert.locator("summary", { hasText: t("alerts.remove") }).press("Enter");
		expect(await axeViolations(page)).toEqual([]);
		await alert.getByRole("button", { name: t("alerts.remove_yes") }).press("Enter");
		await page.getByText(t("alerts.none"), { exact: true }).waitFor();
		expect(await axeViolations(page)).toEqual([]);
		await page.context().close();
	},
);
