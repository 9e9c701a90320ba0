import { personSource } from "@interurban/api/people/people";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { type Asker, useApp } from "../kit/app.ts";
import { axeViolations, openDevice, useBrowser } from "../kit/browser.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makeTopics } from "../kit/factories.ts";
import { builtAssets, builtPages } from "../kit/pages.ts";
import { openThread, post } from "../kit/threads.ts";

const { db } = await useDatabase();
const { origin, asMember } = await useApp(db, { web: await builtPages(), assets: builtAssets });
const browser = await useBrowser();
await makeTopics(db, "waste");
const asking = await makePerson(db, { name: "Olena", handle: "olena" });
await personSource.index(db, [asking.id]);
const olena = await asMember(asking);
const amadou = await asMember(await makePerson(db, { name: "Amadou", handle: "amadou" }));

async function open(asker: Asker, path: string): Promise<Page> {
	const page = await openDevice(browser, origin, asker.cookie);
	await page.goto(`${origin}${path}`);
	await page.getByText("Live: what is new appears by itself").waitFor();
	return page;
}

test("two readers see each other's reactions, mentions, solutions and the end of a discussion at once", async () => {
	const threadId = await openThread(olena);
	await post(amadou, threadId, "Twice a day in summer.");
	const path = `/en/threads/${threadId}`;
	const [asker, helper] = [await open(olena, path), await open(amadou, path)];

	await asker.locator("#post-2 .reactions summary").click();
	await asker.locator('#post-2 [data-kind="helpful"]').click();
	await helper.locator("#post-2 .reaction", { hasText: "Helpful" }).waitFor();
	await asker.locator('#post-2 [data-kind="helpful"][aria-pressed="true"]').waitFor();
	expect(await asker.evaluate(() => document.activeElement?.getAttribute("data-kind"))).toBe("helpful");
	await helper.locator("#post-2").getByText("Who?").click();
	await helper.locator("#post-2 .reactors").getByText("Olena").waitFor();

	const field = helper.locator("textarea");
	await field.click();
	await field.pressSequentially("Ask @ole", { delay: 60 });
	await helper.locator('.type-ahead [role="option"]', { hasText: "Olena" }).waitFor();
	await helper.keyboard.press("Enter");
	expect(await field.inputValue()).toBe("Ask @olena ");
	await helper.getByText("Notifies 1 person").waitFor();
	await helper.getByRole("button", { name: "Send", exact: true }).click();
	await asker.locator("#discussion").getByText("1 new").or(asker.locator("#post-3")).first().waitFor();

	await asker.locator("#post-2").getByRole("button", { name: "Mark as solution" }).click();
	await helper.locator(".solutions").getByText("Twice a day in summer.").waitFor();
	await helper.locator("#post-2.post-accepted").waitFor();
	expect(await axeViolations(helper)).toEqual([]);

	await asker.getByRole("link", { name: "Manage the discussion" }).click();
	await asker.getByRole("button", { name: "Close the discussion" }).waitFor();
	expect(await axeViolations(asker)).toEqual([]);
	await asker.getByRole("button", { name: "Close the discussion" }).click();
	await helper.getByText("Nobody can write here any more.").waitFor();
	expect(await helper.locator("textarea").count()).toBe(0);
});
