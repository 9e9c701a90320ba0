import { wordsIn } from "@interurban/words/server";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { type Asker, useApp } from "../kit/app.ts";
import { axeViolations, openDevice, useBrowser } from "../kit/browser.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makeTopics } from "../kit/factories.ts";
import { builtAssets, builtPages } from "../kit/pages.ts";
import { openThread, post } from "../kit/threads.ts";

const { db } = await useDatabase();
await makeTopics(db, "waste");
const { origin, asMember } = await useApp(db, { web: await builtPages(), assets: builtAssets });
const browser = await useBrowser();
const [anna, pest, moderator] = await Promise.all([
	makePerson(db, { name: "Anna" }).then(asMember),
	makePerson(db, { name: "Pest" }).then(asMember),
	makePerson(db, { name: "Ruth", role: "moderator" }).then(asMember),
]);

const device = (asker: Asker, options: { width: number; script: boolean }): Promise<Page> =>
	openDevice(browser, origin, asker.cookie, {
		viewport: { width: options.width, height: 800 },
		javaScriptEnabled: options.script,
	});

test.each([
	{ language: "en", width: 1200, script: true },
	{ language: "ar", width: 390, script: true },
	{ language: "en", width: 390, script: false },
] as const)(
	"a post is reported, read where it stands, removed and the report closed, in $language at $width px (script: $script)",
	async ({ language, width, script }) => {
		const t = wordsIn(language);
		const threadId = await openThread(anna);
		const bad = await post(pest, threadId, "Buy my *things* today!");
		const check = async (page: Page) => script && expect(await axeViolations(page)).toEqual([]);

		const reader = await device(anna, { width, script });
		await reader.goto(`${origin}/${language}/report?thread=${threadId}&post=${bad.number}`);
		await reader.getByText(t("moderation.handed_over")).waitFor();
		await check(reader);
		await reader.getByRole("radio", { name: t("moderation.reason_spam") }).check();
		await reader.locator("textarea[name=details]").fill("The third time this week.");
		await reader.getByRole("button", { name: t("moderation.send"), exact: true }).click();
		await reader.getByText(t("moderation.reported")).waitFor();
		await reader.context().close();

		const desk = await device(moderator, { width, script });
		await desk.goto(`${origin}/${language}/moderation`);
		await desk.getByText("The third time this week.").waitFor();
		await check(desk);
		await desk.getByRole("link", { name: t("moderation.to_post") }).click();
		await desk.locator(`#post-${bad.number}`).getByText("Buy my").waitFor();
		await desk.goBack();
		await desk.locator("textarea[name=note]").fill("Advertising.");
		await desk.getByRole("checkbox", { name: t("moderation.remove_post") }).check();
		await desk.getByRole("button", { name: t("moderation.close"), exact: true }).click();
		await desk.getByText(t("moderation.none"), { exact: true }).waitFor();
		await check(desk);
		await desk.getByRole("link", { name: t("moderation.closed"), exact: true }).click();
		await desk.getByText("Advertising.").first().waitFor();
		await desk.getByText(t("moderation.removed")).first().waitFor();
		await check(desk);
		await desk.goto(`${origin}/${language}/threads/${threadId}`);
		await desk.locator(`#post-${bad.number}`).getByText(t("ui.postDeleted")).waitFor();
		await desk.context().close();
	},
);
