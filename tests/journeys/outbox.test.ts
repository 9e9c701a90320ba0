import { wordsIn } from "@interurban/words/server";
import type { BrowserContext, Page } from "playwright-core";
import { expect, test } from "vitest";
import { useApp } from "../kit/app.ts";
import { axeViolations, openDevice, signIn, useBrowser, visit } from "../kit/browser.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makeTopics } from "../kit/factories.ts";
import { builtAssets, builtPages } from "../kit/pages.ts";
import { openThread } from "../kit/threads.ts";

const { db } = await useDatabase();
const { origin, asMember } = await useApp(db, { web: await builtPages(), assets: builtAssets });
const browser = await useBrowser();
await makeTopics(db, "waste");
const t = wordsIn("en");

async function device(cookie: string | null, options = {}): Promise<{ context: BrowserContext; page: Page }> {
	const page = await openDevice(browser, origin, cookie, { locale: "en", ...options });
	return { context: page.context(), page };
}
const open = (page: Page, path: string) => visit(page, `${origin}${path}`);

const field = (page: Page) => page.locator('#answer textarea[name="body"]');
const outgoing = (page: Page) => page.locator(".outgoing");

async function write(page: Page, body: string): Promise<void> {
	await field(page).fill(body);
	await page.getByRole("button", { name: t("threads.send"), exact: true }).click();
}

const bodies = async (asker: { get(document: string, variables: object): Promise<unknown> }, id: string) => {
	const found = (await asker.get("query ($id: ID!) { thread(id: $id) { posts { body } } }", { id })) as {
		thread: { posts: { body: string }[] };
	};
	return found.thread.posts.map(({ body }) => body);
};

test("what is written without a connection survives a reload and is sent once, in its order", async () => {
	const member = await asMember(await makePerson(db));
	const id = await openThread(member);
	const { context, page } = await device(member.cookie);
	await open(page, `/en/threads/${id}`);
	// The service worker keeps the page for being offline.
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => null));
	await page.waitForFunction(async () => (await caches.match("/en/offline")) !== undefined);
	await context.setOffline(true);
	await write(page, "Written on the train");
	await write(page, "And a moment later");
	await expect.poll(() => outgoing(page).count()).toBe(2);
	await outgoing(page).first().getByText(t("outbox.queued"), { exact: true }).waitFor();
	await outgoing(page).first().getByText(t("outbox.offline")).waitFor();
	expect(await axeViolations(page)).toEqual([]);

	await page.reload();
	await page.getByRole("heading", { name: t("errors.offline_title") }).waitFor();
	await outgoing(page).getByText("Written on the train").waitFor();
	expect(await outgoing(page).count()).toBe(2);
	expect(await axeViolations(page)).toEqual([]);

	// The page that could not be had comes by itself, and sends them.
	await context.setOffline(false);
	await page.getByRole("heading", { name: t("errors.offline_title") }).waitFor({ state: "detached" });
	await expect
		.poll(() => bodies(member, id))
		.toEqual(["First", "Written on the train", "And a moment later"]);
	await page.waitForLoadState("networkidle");
	await expect.poll(() => outgoing(page).count()).toBe(0);
	await context.close();
});

test("two tabs send what waits once, and both show how it stands", async () => {
	const member = await asMember(await makePerson(db));
	const id = await openThread(member);
	const { context, page } = await device(member.cookie);
	await open(page, `/en/threads/${id}`);
	const other = await context.newPage();
	await open(other, `/en/threads/${id}`);
	await context.setOffline(true);
	for (const body of ["One", "Two", "Three"]) await write(page, body);
	await expect.poll(() => outgoing(other).count()).toBe(3);
	await context.setOffline(false);
	await expect.poll(() => bodies(member, id)).toEqual(["First", "One", "Two", "Three"]);
	for (const each of [page, other]) {
		await expect.poll(() => outgoing(each).count()).toBe(0);
		await expect.poll(() => each.locator("article.post").getByText("Three", { exact: true }).count()).toBe(1);
	}
	await context.close();
});

test("after the end of a session it waits for its author: nobody else sees or sends it", async () => {
	const member = await asMember(await makePerson(db));
	const somebody = await asMember(await makePerson(db));
	const id = await openThread(member);
	const { context, page } = await device(member.cookie);
	await open(page, `/en/threads/${id}`);
	await context.clearCookies();
	await write(page, "Mine alone");
	await outgoing(page)
		.getByRole("link", { name: t("outbox.signIn") })
		.waitFor();

	// A visitor, and then another person, on the same device.
	const visitor = await context.newPage();
	await open(visitor, `/en/threads/${id}`);
	await visitor.getByText(t("outbox.others", { count: 1 })).waitFor();
	expect(await visitor.getByText("Mine alone").count()).toBe(0);
	await signIn(context, origin, somebody.cookie);
	await visitor.reload();
	await visitor.getByText(t("outbox.others", { count: 1 })).waitFor();
	expect(await visitor.getByText("Mine alone").count()).toBe(0);
	// The author's page is still open, and the cookie is the other one's.
	await page.evaluate(() => window.dispatchEvent(new Event("focus")));
	await page.waitForTimeout(300);
	expect(await bodies(member, id)).toEqual(["First"]);

	await signIn(context, origin, member.cookie);
	await page.evaluate(() => window.dispatchEvent(new Event("focus")));
	await expect.poll(() => bodies(member, id)).toEqual(["First", "Mine alone"]);
	await expect.poll(() => outgoing(page).count()).toBe(0);
	await context.close();
});

test("what was refused says why, is edited and sent again, or discarded", async () => {
	const member = await asMember(await makePerson(db));
	const id = await openThread(member);
	const { context, page } = await device(member.cookie);
	await open(page, `/en/threads/${id}`);
	let isClosed = true;
	await page.route("**/graphql", async (route) => {
		if (!isClosed || !route.request().postData()?.includes("draftVersion")) return route.continue();
		await route.fulfill({
			json: { data: null, errors: [{ message: "threads.closed", extensions: { code: "threads.closed" } }] },
		});
	});
	await write(page, "Too late");
	await write(page, "Held behind it");
	await outgoing(page).first().getByText(t("outbox.failed"), { exact: true }).waitFor();
	await outgoing(page).first().getByText(t("errors.threads.closed")).waitFor();
	await outgoing(page).last().getByText(t("outbox.held")).waitFor();
	await open(page, "/en/topics");
	await page
		.getByText(t("member.unsent", { count: 1 }))
		.first()
		.waitFor({ state: "attached" });
	await open(page, "/en/outbox");
	await outgoing(page).getByText("Too late").waitFor();
	expect(await axeViolations(page)).toEqual([]);
	isClosed = false;
	await open(page, `/en/threads/${id}`);
	await outgoing(page)
		.first()
		.getByRole("button", { name: t("outbox.edit") })
		.click();
	await expect.poll(() => field(page).inputValue()).toBe("Too late");
	await write(page, "In time after all");
	await expect.poll(() => bodies(member, id)).toEqual(["First", "Held behind it", "In time after all"]);
	await context.close();
});

test("what is being written goes on on another device, and is gone from both once it is sent", async () => {
	const member = await asMember(await makePerson(db));
	const id = await openThread(member);
	const [desk, phone] = [await device(member.cookie), await device(member.cookie)];
	await open(desk.page, `/en/threads/${id}`);
	await field(desk.page).pressSequentially("Begun at the desk");
	await desk.page.locator(".composer .draft-status").getByText(t("draft.saved")).waitFor();
	await open(phone.page, `/en/threads/${id}`);
	await expect.poll(() => field(phone.page).inputValue()).toBe("Begun at the desk");

	// Where nothing was typed, the other device's words appear by themselves.
	await field(phone.page).fill("Begun at the desk, gone on with");
	await expect
		.poll(() => field(desk.page).inputValue(), { timeout: 20_000 })
		.toBe("Begun at the desk, gone on with");

	// Both write on: nothing is overwritten.
	await desk.context.setOffline(true);
	await field(desk.page).fill("Begun at the desk, finished there");
	await field(phone.page).fill("Begun at the desk, finished on the phone");
	await phone.page.locator(".composer .draft-status").getByText(t("draft.typing")).waitFor();
	await phone.page.locator(".composer .draft-status").getByText(t("draft.saved")).waitFor();
	await desk.context.setOffline(false);
	await desk.page.getByText(t("draft.conflictTitle")).waitFor();
	expect(await axeViolations(desk.page)).toEqual([]);
	await desk.page.getByRole("button", { name: t("draft.takeOther") }).click();
	await expect.poll(() => field(desk.page).inputValue()).toBe("Begun at the desk, finished on the phone");

	await open(desk.page, "/en/drafts");
	await desk.page.getByRole("link", { name: "Market waste" }).waitFor();
	await phone.page.getByRole("button", { name: t("threads.send"), exact: true }).click();
	await expect.poll(() => bodies(member, id)).toEqual(["First", "Begun at the desk, finished on the phone"]);
	await open(desk.page, `/en/threads/${id}`);
	expect(await field(desk.page).inputValue()).toBe("");

	// What is sent on one device is no longer offered for sending on the other.
	await field(desk.page).fill("Sent from the phone");
	await open(phone.page, `/en/threads/${id}`);
	await expect.poll(() => field(phone.page).inputValue(), { timeout: 20_000 }).toBe("Sent from the phone");
	await phone.page.getByRole("button", { name: t("threads.send"), exact: true }).click();
	await expect.poll(() => field(desk.page).inputValue(), { timeout: 20_000 }).toBe("");
	expect((await bodies(member, id)).at(-1)).toBe("Sent from the phone");
	await desk.context.close();
	await phone.context.close();
});
