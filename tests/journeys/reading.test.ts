import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { type Asker, useApp } from "../kit/app.ts";
import { axeViolations, openDevice, useBrowser, visit } from "../kit/browser.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makeTopics } from "../kit/factories.ts";
import { withoutScript } from "../kit/no-script.ts";
import { builtAssets, builtPages } from "../kit/pages.ts";
import { documents, post } from "../kit/threads.ts";

const { db } = await useDatabase();
const { app, origin, asMember } = await useApp(db, { web: await builtPages(), assets: builtAssets });
const browser = await useBrowser();
await makeTopics(db, "waste");

async function member(name: string) {
	const person = await makePerson(db, { name });
	return { person, asker: await asMember(person) };
}

const device = (asker: Asker, { width = 1000 } = {}): Promise<Page> =>
	openDevice(browser, origin, asker.cookie, { viewport: { width, height: 700 } });
const open = (page: Page, path: string) => visit(page, `${origin}${path}`);

const long = (n: number) => `Post ${n}. ${"What we did, and what came of it. ".repeat(12)}`;

async function thread(asker: Asker, count: number): Promise<string> {
	const variables = { topicId: "waste", title: "Market waste", body: long(1), clientId: randomUUID() };
	const { startThread } = await asker.get(documents.start, variables);
	for (let n = 2; n <= count; n++) await post(asker, startThread.id, long(n));
	return startThread.id;
}

const readNumber = async (asker: Asker, id: string): Promise<number | null> =>
	(await asker.get(`query ($id: ID!) { thread(id: $id) { viewerFollowing { readNumber } } }`, { id })).thread
		.viewerFollowing.readNumber;

const says = (page: Page, selector: string, text: string | RegExp) =>
	page.locator(selector).filter({ hasText: text }).first().waitFor();

test("what one reads on one device is read on the other; a thread opens where one left off", async () => {
	const [olena, amadou] = [await member("Olena"), await member("Amadou")];
	const id = await thread(olena.asker, 30);
	await post(amadou.asker, id, "I follow this");
	await amadou.asker.get(`mutation ($id: ID!) { markRead(threadId: $id, upTo: 25) { id } }`, { id });
	const [desk, phone] = [await device(amadou.asker), await device(amadou.asker, { width: 390 })];
	await open(phone, "/en/inbox");
	await says(phone, "#unread .kicker", "You are watching this");
	await says(phone, "#unread .new", "5 unread posts");
	expect(await axeViolations(phone)).toEqual([]);

	await open(desk, "/en/inbox");
	await says(desk, ".inbox-link .count", "1");
	await desk.locator("#unread h3 a").click();
	await says(desk, ".since", "New since your last visit");
	const under = await desk.locator("li:has(.since) article").getAttribute("id");
	expect(under).toBe("post-26");
	expect(await axeViolations(desk)).toEqual([]);
	await desk.locator("#post-31").scrollIntoViewIfNeeded();
	await expect.poll(() => readNumber(amadou.asker, id)).toBe(31);
	await desk.locator(".inbox-link .count").waitFor({ state: "detached" });
	await says(phone, "[role=status] button", "There is something new");
	await phone.locator("[role=status] button").first().click();
	await says(phone, "#read .kicker", "You are watching this");
	await phone.locator("#unread").waitFor({ state: "detached" });

	await desk.locator("#post-28 .post-actions a", { hasText: "Mark unread from here" }).click();
	await expect.poll(() => readNumber(amadou.asker, id)).toBe(27);
	await desk.locator("#post-31").scrollIntoViewIfNeeded();
	await says(desk, ".inbox-link .count", "1");
	expect(await readNumber(amadou.asker, id), "it stays unread").toBe(27);
	await Promise.all([desk, phone].map((page) => page.context().close()));
});

test("while one reads further up, new posts wait to be asked for; at the end they appear", async () => {
	const [olena, amadou] = [await member("Olena"), await member("Amadou")];
	const id = await thread(olena.asker, 15);
	const page = await device(amadou.asker);
	await open(page, `/en/threads/${id}`);
	await says(page, "#discussion header", "Live");
	const top = () => page.evaluate(() => window.scrollY);
	const before = await top();
	for (const n of [1, 2, 3]) await post(olena.asker, id, `New one ${n}`);
	await says(page, ".new-items button", "3 new");
	expect(await page.locator("#post-16").count()).toBe(0);
	expect(await top(), "nothing moves").toBe(before);
	expect(await page.locator(".new-items[role=status]").count()).toBe(1);
	await page.locator(".new-items button").click();
	await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("post-16");
	// Where one reads is known once the page is painted there.
	await page.evaluate(async () => {
		document.getElementById("post-18")?.scrollIntoView({ block: "center" });
		for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
	});
	await post(olena.asker, id, "At the end");
	await page.locator("#post-19").waitFor();
	await page.context().close();
});

test("one sees that another is writing, as long as they are, and not if they do not want it", async () => {
	const [olena, amadou] = [await member("Olena"), await member("Amadou")];
	const id = await thread(olena.asker, 1);
	const [writing, reading] = [await device(olena.asker), await device(amadou.asker)];
	for (const page of [writing, reading]) {
		await open(page, `/en/threads/${id}`);
		await says(page, "#discussion header", "Live");
	}
	const told = () => reading.locator(".typing").textContent();
	/** Types on: what is typed before both pages are ready for it is told to nobody. */
	const type = async () => {
		await writing.locator("#answer textarea").pressSequentially("Half a sentence ", { delay: 30 });
		return told();
	};
	await expect.poll(type).toBe("Olena is writing…");
	await expect.poll(told).toBe("");
	await expect.poll(type).toBe("Olena is writing…");
	await writing.locator("#answer button", { hasText: "Send" }).click();
	await reading.locator("#post-2").waitFor();
	await expect.poll(told).toBe("");
	await Promise.all([writing, reading].map((page) => page.context().close()));
});

test("keys lead through posts, answer, search and explain themselves; the settings switch them off", async () => {
	const olena = await member("Olena");
	const id = await thread(olena.asker, 3);
	const page = await device(olena.asker);
	await open(page, `/en/threads/${id}`);
	await says(page, "#discussion header", "Live");
	const focused = () => page.evaluate(() => document.activeElement?.id);
	await expect
		.poll(async () => {
			await page.keyboard.press("?");
			return page.locator("dialog#keys[open]").count();
		})
		.toBe(1);
	expect(await axeViolations(page)).toEqual([]);
	await page.keyboard.press("Escape");
	await page.locator("dialog#keys[open]").waitFor({ state: "detached" });
	await page.keyboard.press("j");
	await page.keyboard.press("j");
	expect(await focused()).toBe("post-2");
	await page.keyboard.press("k");
	expect(await focused()).toBe("post-1");
	await page.keyboard.press("r");
	await says(page, "#answer", "In reply to Olena, post 1");
	expect(await focused()).toBe("field-body");
	await page.keyboard.type("j/?");
	expect(await page.locator("#answer textarea").inputValue()).toBe("j/?");

	await open(page, "/en/settings");
	await page.locator('#habits [name="useKeys"][type=checkbox]').uncheck();
	await page.locator("#habits button").click();
	await says(page, ".notice", "Saved.");
	await open(page, `/en/threads/${id}`);
	await page.keyboard.press("?");
	await page.waitForTimeout(500);
	expect(await page.locator("dialog#keys[open]").count()).toBe(0);
	await page.context().close();
});

test("without JavaScript, one reads on where one left off, marks by buttons and chooses how to follow", async () => {
	const [olena, amadou] = [await member("Olena"), await member("Amadou")];
	const id = await thread(olena.asker, 30);
	const { get, submit } = withoutScript(app, amadou.asker.cookie);
	const first = await get(`/en/threads/${id}`);
	expect(await readNumber(amadou.asker, id), "to open a page changes nothing").toBeNull();
	await submit(first, "MarkRead");
	expect(await readNumber(amadou.asker, id)).toBe(20);
	const next = await get(`/en/threads/${id}?at=unread`);
	expect(next.document.querySelector("li:has(.since) article")?.id).toBe("post-21");
	await submit(await get(`/en/threads/${id}?at=unread&unread=15`), "MarkUnread");
	expect(await readNumber(amadou.asker, id)).toBe(14);
	await submit(next, "SetThreadLevel", { level: "tracking" });
	const inbox = await get("/en/inbox");
	expect(inbox.texts("#unread .kicker")).toEqual(["You are tracking this · Waste and circular economy"]);
	await submit(inbox, "MarkAllRead");
	expect((await get("/en/inbox?show=unread")).texts(".empty h2")).toEqual(["You have read everything"]);
	const topic = await get("/en/topics/waste");
	await submit(topic, "SetTopicLevel", { level: "muted" });
	expect((await get("/en/topics/waste")).texts(".follow summary")).toEqual(["Following: Muted"]);
});
