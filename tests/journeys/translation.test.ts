import { makeTranslator } from "@interurban/api/translation/libretranslate";
import { wordsIn } from "@interurban/words/server";
import type { Page } from "playwright-core";
import { afterEach, expect, test } from "vitest";
import { type Asker, useApp } from "../kit/app.ts";
import { axeViolations, openDevice, screenshot, useBrowser, visit } from "../kit/browser.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makeTopics } from "../kit/factories.ts";
import { useLibreTranslate } from "../kit/libretranslate.ts";
import { withoutScript } from "../kit/no-script.ts";
import { builtAssets, builtPages } from "../kit/pages.ts";
import { openThread, post } from "../kit/threads.ts";

const { db } = await useDatabase();
const server = await useLibreTranslate();
const translator = makeTranslator({ url: server.url, key: null });
const { app, origin, asMember } = await useApp(db, {
	...{ web: await builtPages(), assets: builtAssets, translator },
});
const browser = await useBrowser();
await makeTopics(db, "waste");
const author = await asMember(await makePerson(db));
const translatorPerson = await makePerson(db);
const peer = await asMember(translatorPerson);
const body = "We closed the **old market** on Sundays, and `nobody` complained about it afterwards.";
afterEach(() => server.answerWith(null));

async function open(
	language: string,
	width: number,
	asker: Asker,
	path: string,
	script?: string,
): Promise<Page> {
	const page = await openDevice(browser, origin, asker.cookie, {
		locale: language,
		viewport: { width, height: 800 },
	});
	if (script) await page.addInitScript(script);
	await visit(page, `${origin}/${language}${path}`);
	return page;
}

const noTranslator = "delete globalThis.Translator;";
const second = (page: Page) => page.locator("#post-2");

test.each([
	["de", 1200],
	["ar", 390],
] as const)("a post is translated by machine, then by a person (%s, %i pixels)", async (language, width) => {
	const t = wordsIn(language);
	const thread = await openThread(author);
	await post(author, thread, body);
	const page = await open(language, width, peer, `/threads/${thread}`, noTranslator);
	await second(page)
		.getByRole("link", { name: t("threads.translate"), exact: true })
		.click();
	await second(page).getByText(t("translation.byMachine")).waitFor();
	await second(page).getByText("desolc eht").waitFor();
	expect(await second(page).locator(".prose").getAttribute("lang")).toBe(language);
	expect(await second(page).locator("code").textContent()).toBe("nobody");
	expect(await axeViolations(page)).toEqual([]);
	await screenshot(page, `translation-${language}`);

	// The original is one click away.
	await second(page)
		.getByRole("link", { name: (t("translation.original", { language: "" }).split("(")[0] ?? "").trim() })
		.click();
	await second(page).getByText("complained about it").waitFor();
	expect(await second(page).locator(".prose").getAttribute("lang")).toBe("en");

	await second(page)
		.getByRole("link", { name: t("threads.translate"), exact: true })
		.click();
	await second(page)
		.getByRole("link", { name: t("translation.improve") })
		.click();
	await page.getByRole("heading", { level: 1, name: t("translation.title") }).waitFor();
	expect(await axeViolations(page)).toEqual([]);
	await screenshot(page, `translating-${language}`);
	await page.locator('textarea[name="body"]').fill("A **human** wording");
	await page.getByRole("button", { name: t("translation.save") }).click();
	await second(page)
		.getByText(t("translation.byPerson", { name: translatorPerson.name }))
		.waitFor();
	await second(page).locator("strong", { hasText: "human" }).waitFor();
	await page.context().close();
});

test("the reader's own browser comes before a machine, and nothing of it is kept", async () => {
	const t = wordsIn("de");
	const thread = await openThread(author);
	await post(author, thread, body);
	const before = server.asked.length;
	const script = `globalThis.Translator = {
		availability: async () => "available",
		create: async () => ({ translate: async (text) => text.toUpperCase(), destroy() {} }),
	};`;
	const page = await open("de", 1200, peer, `/threads/${thread}`, script);
	await second(page)
		.getByRole("link", { name: t("threads.translate"), exact: true })
		.click();
	await second(page).getByText(t("translation.byBrowser")).waitFor();
	expect(await second(page).locator("strong").textContent()).toBe("OLD MARKET");
	expect(await second(page).locator("code").textContent()).toBe("nobody");
	expect(server.asked.length).toBe(before);
	await page.context().close();
});

test("a machine that fails is told of, and asked again", async () => {
	const t = wordsIn("de");
	const thread = await openThread(author);
	await post(author, thread, body);
	server.answerWith((answer) => answer.writeHead(429).end("{}"));
	const page = await open("de", 1200, peer, `/threads/${thread}`, noTranslator);
	await second(page)
		.getByRole("link", { name: t("threads.translate"), exact: true })
		.click();
	await second(page).getByText(t("errors.translations.busy")).waitFor();
	await second(page).getByText("complained about it").waitFor();
	server.answerWith(null);
	await second(page)
		.getByRole("button", { name: t("translation.tryAgain") })
		.click();
	await second(page).getByText(t("translation.byMachine")).waitFor();
	await page.context().close();
});

test("without JavaScript the same is done by links and buttons", async () => {
	const t = wordsIn("fr");
	const thread = await openThread(author);
	await post(author, thread, body);
	const reader = withoutScript(app, peer.cookie);
	const asked = await reader.get(`/fr/threads/${thread}?translate=2`);
	expect(asked.texts("#post-2 [role=status]").join()).toContain(t("translation.none"));
	const done = await reader.submit(asked, "TranslatePost", {});
	expect(done.to).toContain("translate=2");
	const shown = await reader.get(done.to ?? "");
	expect(shown.texts("#post-2 .prose").join()).toContain("desolc");
	expect(shown.texts("#post-2 [role=status]").join()).toContain(t("translation.byMachine"));
	const form = await reader.get(`/fr/threads/${thread}/posts/2/translation?language=fr`);
	const saved = await reader.submit(form, "WriteTranslation", {
		body: "Le marché est **fermé** le dimanche.",
	});
	const better = await reader.get((saved.to ?? "").split("#")[0] ?? "");
	expect(better.texts("#post-2 strong")).toContain("fermé");
});
