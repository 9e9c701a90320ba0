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
await makeTopics(db, "rainwater-harvesting");
const town = await makePlace(db, { name: "Aachen" });
const cookie = (await asMember(await makePerson(db))).cookie ?? "";
const author = await asMember(await makePerson(db));
const known = "Zisternen sammeln das Regenwasser der Schuldächer";
await publishBriefly(author, {
	...{ title: known, claim: "Die Gärten haben im Sommer Wasser.", language: "de" },
	...{ placeId: String(town.id), topicIds: ["rainwater-harvesting"], situation: "Trockene Gärten." },
});

async function open(path: string, options: { javaScriptEnabled?: boolean; width?: number } = {}) {
	const { width = 1200, ...more } = options;
	const page = await openDevice(browser, origin, cookie, { viewport: { width, height: 800 }, ...more });
	await visit(page, `${origin}${path}`);
	return page;
}

const heard = (page: Page) => page.locator('div[role="status"].visually-hidden');

const titles = {
	en: "Rainwater from school roofs is collected in cisterns",
	ar: "جمع مياه الأمطار من أسطح المدارس في خزانات",
};

test.each([
	["en", "/practices/new", "input.title", "input.claim", 1200],
	["en", "/threads/new", "title", "body", 390],
	["en", "/challenges/new", "input.title", "input.problem", 1200],
	["ar", "/practices/new", "input.title", "input.claim", 390],
	["ar", "/threads/new", "title", "body", 1200],
	["ar", "/challenges/new", "input.title", "input.problem", 390],
] as const)(
	"while somebody writes at /%s%s, what there is in another language is shown beside it",
	async (language, path, title, text, width) => {
		const t = wordsIn(language);
		const page = await open(`/${language}${path}`, { width });
		await page.locator(`[name="${title}"]`).fill(titles[language]);
		const found = page.locator(".similar details");
		await found.waitFor();
		expect(await found.locator("summary").textContent()).toBe(t("similar.found", { count: 1 }));
		await expect.poll(() => heard(page).textContent()).toContain(t("similar.found", { count: 1 }));
		if ((await found.getAttribute("open")) === null) await found.locator("summary").press("Enter");
		const link = found.locator("a");
		expect(await link.locator("bdi").textContent()).toBe(known);
		expect(await link.locator("bdi").getAttribute("lang")).toBe("de");
		expect(await axeViolations(page)).toEqual([]);

		await page.locator(`[name="${text}"]`).fill("…");
		const [opened] = await Promise.all([page.context().waitForEvent("page"), link.press("Enter")]);
		await opened.waitForLoadState();
		expect(await opened.locator("h1").textContent()).toBe(known);
		expect(await page.locator(`[name="${title}"]`).inputValue()).toBe(titles[language]);
		await page.context().close();
	},
);

test.each(["en", "ar"] as const)(
	"without JavaScript a button shows it, and keeps what was typed (%s)",
	async (language) => {
		const t = wordsIn(language);
		const page = await open(`/${language}/practices/new`, { javaScriptEnabled: false, width: 390 });
		await page.locator('[name="input.title"]').fill(titles[language]);
		await page.getByRole("button", { name: t("similar.ask") }).click();
		const found = page.locator(".similar");
		expect(await found.locator("p strong").textContent()).toBe(t("similar.found", { count: 1 }));
		expect(await found.locator("a bdi").allTextContents()).toEqual([known]);
		expect(await page.locator('[name="input.title"]').inputValue()).toBe(titles[language]);
		expect(await page.locator(".error-summary").count()).toBe(0);
		await page.context().close();
	},
);
