import { wordsIn } from "@interurban/words/server";
import type { BrowserContext, Page } from "playwright-core";
import { expect, test } from "vitest";
import { type Asker, useApp } from "../kit/app.ts";
import { openDevice, useBrowser, visit } from "../kit/browser.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makeTopics } from "../kit/factories.ts";
import { builtAssets, builtPages } from "../kit/pages.ts";
import { openThread } from "../kit/threads.ts";

const { db } = await useDatabase();
const { origin, asMember } = await useApp(db, { web: await builtPages(), assets: builtAssets });
const browser = await useBrowser();
await makeTopics(db, "waste");
const t = wordsIn("en");
const patiently = { timeout: 30_000 };
const day = 86_400_000;

/** A device of somebody's whose clock, and nothing else, is wrong. */
async function device(asker: Asker, off: number): Promise<{ context: BrowserContext; page: Page }> {
	const page = await openDevice(browser, origin, asker.cookie, { locale: "en" });
	await page.addInitScript((off) => {
		const Real = Date;
		const now = () => Real.now() + off;
		globalThis.Date = new Proxy(Real, {
			construct: (_, args) => new Real(...((args.length ? args : [now()]) as [number])),
			get: (of, name) => (name === "now" ? now : Reflect.get(of, name)),
		});
	}, off);
	return { context: page.context(), page };
}

async function open(page: Page, id: string): Promise<void> {
	await visit(page, `${origin}/en/threads/${id}`);
	await page.locator("#answer").scrollIntoViewIfNeeded();
	await page.getByText(t("threads.live")).waitFor();
}

const field = (page: Page) => page.locator('#answer textarea[name="body"]');
const draftStatus = (page: Page) => page.locator(".composer .draft-status");

async function write(page: Page, body: string): Promise<void> {
	await field(page).fill(body);
	await page.getByRole("button", { name: t("threads.send"), exact: true }).click();
}

const bodies = async (asker: Asker, id: string): Promise<string[]> => {
	const { thread } = await asker.get("query ($id: ID!) { thread(id: $id) { posts { body } } }", { id });
	return thread.posts.map(({ body }: { body: string }) => body);
};

test.each([
	["ahead", day],
	["behind", -day],
])("on a device whose clock is a day %s nothing is lost, doubled or out of order", async (_, off) => {
	const olena = await asMember(await makePerson(db, { name: "Olena" }));
	const id = await openThread(olena);
	const [wrong, right] = [await device(olena, off), await device(olena, 0)];
	await open(wrong.page, id);
	await open(right.page, id);

	await wrong.context.setOffline(true);
	await write(wrong.page, "One");
	await write(wrong.page, "Two");
	await expect.poll(() => wrong.page.locator(".outgoing").count(), patiently).toBe(2);
	await write(right.page, "Meanwhile");
	await expect.poll(() => bodies(olena, id), patiently).toEqual(["First", "Meanwhile"]);
	await wrong.context.setOffline(false);
	const all = ["First", "Meanwhile", "One", "Two"];
	await expect.poll(() => bodies(olena, id), patiently).toEqual(all);
	for (const { page } of [wrong, right]) {
		await expect.poll(() => page.locator("article .prose").allInnerTexts(), patiently).toEqual(all);
		for (const written of await page.locator("article time").all()) {
			const at = Date.parse((await written.getAttribute("datetime")) ?? "");
			expect(Math.abs(at - Date.now())).toBeLessThan(day / 2);
		}
	}

	// Drafts are compared by their versions: the one saved last is the newer one, whatever either clock says.
	await field(wrong.page).fill("Begun here");
	await expect.poll(() => field(right.page).inputValue(), patiently).toBe("Begun here");
	await field(right.page).fill("Begun here, and gone on with");
	await expect.poll(() => field(wrong.page).inputValue(), patiently).toBe("Begun here, and gone on with");
	await field(wrong.page).fill("Begun here, gone on with, and ended");
	await draftStatus(wrong.page).getByText(t("draft.saved")).waitFor(patiently);
	await open(wrong.page, id);
	await expect
		.poll(() => field(wrong.page).inputValue(), patiently)
		.toBe("Begun here, gone on with, and ended");
	await wrong.context.close();
	await right.context.close();
});

test("who writes on a device with a wrong clock is shown writing, and no longer when they pause", async () => {
	const [olena, amadou] = [
		await asMember(await makePerson(db, { name: "Olena" })),
		await asMember(await makePerson(db, { name: "Amadou" })),
	];
	const id = await openThread(olena);
	const [ahead, behind] = [await device(olena, day), await device(amadou, -day)];
	await open(ahead.page, id);
	await open(behind.page, id);
	const shown = behind.page.getByText(t("threads.typingOne", { name: "Olena" }));
	await field(ahead.page).pressSequentially("I am writing", { delay: 50 });
	await shown.waitFor(patiently);
	await shown.waitFor({ ...patiently, state: "hidden" });
	await ahead.context.close();
	await behind.context.close();
});
