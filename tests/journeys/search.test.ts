import { wordsIn } from "@interurban/words/server";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { axeViolations, useBrowser } from "../kit/browser.ts";
import { useDatabase } from "../kit/database.ts";
import { useProduct } from "../kit/product.ts";

const { url } = await useDatabase({ migrated: false });
const { origin } = await useProduct({ DATABASE_URL: url, DEMO: "1" });
const browser = await useBrowser();

const phone = { viewport: { width: 390, height: 844 } };

async function open(path: string, options: Parameters<typeof browser.newPage>[0] = {}): Promise<Page> {
	const page = await browser.newPage(options);
	const errors: string[] = [];
	page.on("pageerror", (error) => errors.push(error.message));
	page.on("close", () => expect(errors).toEqual([]));
	await page.goto(`${origin}${path}`);
	await page.waitForLoadState("networkidle");
	// Forgotten when the page is loaded anew.
	await page.evaluate(() => Object.assign(window, { isSame: true }));
	return page;
}

const isSame = (page: Page) => page.evaluate(() => "isSame" in window);
const headline = (page: Page) => page.locator("h1").textContent();
const heard = (page: Page) => page.locator('[role="status"].visually-hidden').textContent();

test("each choice of a facet changes list and address, keeps the place of whoever chooses, and can be taken back", async () => {
	const page = await open("/de/search");
	const before = await headline(page);
	const boxes = page.locator('input[name="country"]');
	const order = await boxes.evaluateAll((all) => all.map((box) => (box as HTMLInputElement).value));
	await boxes.nth(1).focus();
	await page.keyboard.press("Space");
	await page.waitForURL(`**/de/search?country=${order[1]}`);
	await expect.poll(() => headline(page)).not.toBe(before);
	expect(await boxes.nth(1).evaluate((box) => box === document.activeElement)).toBe(true);
	const one = await headline(page);
	expect(one).toContain((await heard(page))?.trim());

	await page.keyboard.press("Tab");
	await page.keyboard.press("Space");
	await page.waitForURL(`**/de/search?country=${order[1]}&country=${order[2]}`);
	await expect.poll(() => headline(page)).not.toBe(one);
	const now = await boxes.evaluateAll((all) => all.map((box) => (box as HTMLInputElement).value));
	expect(now.slice(0, 8)).toEqual(order.slice(0, 8));
	expect(await axeViolations(page)).toEqual([]);

	await page.goBack();
	await expect.poll(() => headline(page)).toBe(one);
	expect(await page.locator('input[name="country"]:checked').count()).toBe(1);
	await page.locator(".chips a").click();
	await page.waitForURL("**/de/search");
	await expect.poll(() => headline(page)).toBe(before);
	expect(await isSame(page)).toBe(true);
	await page.close();
});

test("a further town is found by its name and chosen by key, beside what is chosen, and nothing moves", async () => {
	const page = await open("/de/search?stage=running", { viewport: { width: 1280, height: 500 } });
	const field = page.locator("#other-town");
	await page
		.locator("details", { has: field })
		.last()
		.evaluate((facet: HTMLDetailsElement) => {
			facet.open = true;
		});
	await field.focus();
	await page.keyboard.type("Graz");
	const town = page.getByRole("option", { name: "Graz" }).first();
	await town.waitFor();
	const place = await page.evaluate(() => window.scrollY);
	expect(place).toBeGreaterThan(0);
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("Enter");
	await page.waitForURL(/\?like=\d+&stage=running$/);
	await expect.poll(() => page.locator(".chips").textContent()).toContain("Graz");
	expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
	expect(await field.inputValue()).toBe("");
	expect(await page.evaluate(() => window.scrollY)).toBe(place);
	expect(await isSame(page)).toBe(true);
	await page.close();
});

test("my language first and only languages I read are switched by key, stay in the address and keep the focus", async () => {
	const page = await open("/de/search");
	const languages = page.locator(".ruled .meta li:last-child");
	for (const [at, parameter] of [
		[0, "first=mine"],
		[1, "lang=mine&first=mine"],
	] as const) {
		const setting = page.locator("a.switch").nth(at);
		await setting.focus();
		await page.keyboard.press("Enter");
		await page.waitForURL(`**/de/search?${parameter}`);
		await expect.poll(() => setting.getAttribute("aria-current")).toBe("true");
		expect(await setting.evaluate((link) => link === document.activeElement)).toBe(true);
		await expect.poll(() => languages.first().textContent()).toBe("Deutsch");
	}
	const own = Number(await page.locator("a.switch .count").nth(1).textContent());
	expect(await headline(page)).toContain(String(own));
	expect(await axeViolations(page)).toEqual([]);
	await page.reload();
	expect(await headline(page)).toContain(String(own));
	await page.locator("a.switch").nth(1).click();
	await page.waitForURL("**/de/search?first=mine");
	expect(await isSame(page)).toBe(false);
	await page.close();
});

test.each(["de", "ar"] as const)(
	"a German question finds what was written in English, and says why and in which language (%s)",
	async (language) => {
		const t = wordsIn(language);
		const page = await open(`/${language}/search?q=Hochwasser`);
		const hit = page.locator(".ruled > li", {
			has: page.locator('a[href$="/a-tidal-river-reopened-as-flood-defence-and-park"]'),
		});
		const reason = hit.locator(".why-reason");
		expect(await reason.locator("bdi").first().textContent()).toBe("Hochwasser");
		// In the original, or in the translation of its claim.
		const word = reason.locator("bdi").nth(1);
		expect(["en", language]).toContain(await word.getAttribute("lang"));
		expect(await word.textContent()).toMatch(/flut|flood|فيضان/i);
		const english = new Intl.DisplayNames(language, { type: "language" }).of("en") ?? "";
		expect(await hit.locator(".meta").last().textContent()).toContain(
			t("search_results.translated", { language: english }),
		);
		expect(await hit.locator("h3").getAttribute("lang")).toBe(language);
		expect(await axeViolations(page)).toEqual([]);
		await hit.locator("h3 a").click();
		await page.waitForURL(`**/${language}/practices/a-tidal-river-*`);
		expect(await isSame(page)).toBe(true);
		await page.close();
	},
);

test("more results come below those that are there, and are there again on the way back", async () => {
	const page = await open("/en/search");
	const links = page.locator(".ruled h3 a");
	expect(await links.count()).toBe(20);
	await page.locator('a[rel="next"]').click();
	await expect.poll(() => links.count()).toBe(40);
	expect(await links.nth(20).evaluate((link) => link === document.activeElement)).toBe(true);
	await links.nth(30).click();
	await page.waitForURL((address) => !address.pathname.endsWith("/search"));
	await page.goBack();
	await expect.poll(() => links.count()).toBe(40);
	expect(await isSame(page)).toBe(true);
	await page.close();
});

test("on a phone the filter fills the screen, stays while somebody chooses, and says how many it leaves", async () => {
	const page = await open("/ar/search", phone);
	await page.locator(".filters-open").click();
	await page.locator('input[name="country"]').first().check();
	await page.waitForURL("**/ar/search?country=*");
	const show = page.locator(".filters-foot .button-primary").last();
	const t = wordsIn("ar");
	const found = (await heard(page))?.trim() ?? "";
	const count = Number(/\d+/.exec(found)?.[0]);
	expect(found).toBe(t("search.found", { count }));
	await expect.poll(() => show.textContent()).toBe(t("ui.showCount", { count }));
	await show.click();
	expect(await page.locator("#filters").isVisible()).toBe(false);
	expect(await axeViolations(page)).toEqual([]);
	await page.close();
});

test.each(["en", "ar"] as const)(
	"the search field suggests in %s, and is walked by keys",
	async (language) => {
		const t = wordsIn(language);
		const page = await open(`/${language}/topics`);
		const field = page.locator("#search");
		const list = page.locator('search [role="listbox"]');
		await field.focus();
		await page.keyboard.type(language === "en" ? "wat" : "ميا", { delay: 30 });
		await list.locator('[role="option"]').first().waitFor();
		expect(await list.locator('[role="group"]').count()).toBeGreaterThan(1);
		expect(await field.getAttribute("aria-expanded")).toBe("true");
		const options = await list.locator('[role="option"]').count();
		await expect
			.poll(async () => (await heard(page))?.trim())
			.toBe(t("ui.suggestionCount", { count: options }));
		expect(await axeViolations(page)).toEqual([]);

		await page.keyboard.press("Escape");
		await expect.poll(() => list.isVisible()).toBe(false);
		const typed = await field.inputValue();
		await page.keyboard.press("Enter");
		await page.waitForURL((address) => address.searchParams.get("q") === typed);
		expect(await headline(page)).toContain(typed);

		await field.fill("");
		await page.keyboard.type(language === "en" ? "compost" : "سماد", { delay: 30 });
		await list.locator('[role="option"]').first().waitFor();
		await page.keyboard.press("ArrowDown");
		const chosen = await list.locator('[aria-selected="true"] bdi').first().textContent();
		await page.keyboard.press("Enter");
		await page.waitForURL(`**/${language}/topics/*`);
		await expect.poll(() => headline(page)).toBe(chosen);
		expect(await isSame(page)).toBe(true);
		await page.close();
	},
);

test("without JavaScript the same field, boxes and links lead there", async () => {
	const page = await browser.newPage({ ...phone, javaScriptEnabled: false });
	await page.goto(`${origin}/uk/search`);
	await page.locator("#search-again").fill("вода");
	await page.keyboard.press("Enter");
	await page.waitForURL("**/uk/search?q=*");
	await page.locator(".filters-open").click();
	await page.locator('input[name="country"]').first().check();
	await page.locator(".filters-foot button:visible").last().click();
	await page.waitForURL("**/uk/search?q=*&country=*");
	expect(await page.locator(".chips a").count()).toBe(1);
	await page.locator(".tabs a").nth(1).click();
	await page.waitForURL("**/uk/search?*kind=practice*");
	await page.close();
});
