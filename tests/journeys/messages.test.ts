import { Conversation } from "@interurban/web/generated/operations";
import { wordsIn } from "@interurban/words/server";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { type Asker, useApp } from "../kit/app.ts";
import { axeViolations, openDevice, useBrowser, visit } from "../kit/browser.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson } from "../kit/factories.ts";
import { acquaint } from "../kit/messages.ts";
import { builtAssets, builtPages } from "../kit/pages.ts";

const { db } = await useDatabase();
const { origin, asMember } = await useApp(db, { web: await builtPages(), assets: builtAssets });
const browser = await useBrowser();
const [en, ar] = [wordsIn("en"), wordsIn("ar")];

async function member(name: string) {
	const person = await makePerson(db, { name });
	return { name, handle: person.handle, asker: await asMember(person) };
}

const device = (asker: Asker, { width = 1200, script = true } = {}): Promise<Page> =>
	openDevice(browser, origin, asker.cookie, {
		viewport: { width, height: 800 },
		javaScriptEnabled: script,
	});
const open = (page: Page, path: string) => visit(page, `${origin}${path}`);
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).first().click();
const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

async function write(page: Page, text: string, send: string) {
	await page.locator("textarea[name=body]").fill(text);
	await press(page, send);
}

test("a request is accepted and answered live; a group gets a third, who leaves; a block ends it", async () => {
	const [anna, olena, samir] = [await member("Anna"), await member("Olena"), await member("Samir")];
	const desk = await device(anna.asker);
	const phone = await device(olena.asker, { width: 390 });
	await open(phone, "/ar/messages");
	expect(await axeViolations(phone)).toEqual([]);

	await open(desk, `/en/people/${olena.handle}`);
	await desk.getByRole("link", { name: en("people.write", { name: "Olena" }) }).click();
	await desk.getByRole("checkbox", { name: "Olena" }).waitFor();
	expect(await axeViolations(desk)).toEqual([]);
	await write(desk, "How did you begin?", en("messages.send"));
	await sees(desk, en("messages.refusal_waiting"));
	expect(await axeViolations(desk)).toEqual([]);

	await sees(phone, ar("messages.requests"));
	await phone.locator("#requests h3 a").click();
	await sees(phone, "How did you begin?");
	expect(await axeViolations(phone)).toEqual([]);
	await press(phone, ar("messages.accept"));
	await phone.locator("textarea[name=body]").waitFor();
	await desk.locator("textarea[name=body]").waitFor();
	await write(phone, "بدأنا بثلاثة شوارع.", ar("threads.send"));
	await sees(desk, "بدأنا بثلاثة شوارع.");
	const answer = phone.locator("textarea[name=body]");
	await answer.focus();
	const last = phone.locator("#discussion .posts > li").last();
	await last.evaluate((message) => message.scrollIntoView({ block: "center" }));
	const looked = phone.waitForResponse((response) =>
		Boolean(response.request().postData()?.includes(Conversation.id)),
	);
	await write(desk, "Three streets!", en("threads.send"));
	await sees(phone, "Three streets!");
	await looked;
	await phone.evaluate(() => new Promise(requestAnimationFrame));
	expect(await answer.evaluate((field) => field === document.activeElement)).toBe(true);

	await acquaint(samir.asker, anna.asker, anna.handle);
	await open(desk, `/en/messages/new?to=${olena.handle}&to=${samir.handle}`);
	await desk.locator("input[name=name]").fill("Streets");
	await write(desk, "Welcome, both.", en("messages.send"));
	await desk.getByRole("heading", { name: "Streets" }).waitFor();
	expect(await axeViolations(desk)).toEqual([]);
	const group = new URL(desk.url()).pathname.replace("/en/", "/ar/");
	await open(phone, group);
	await sees(phone, "Welcome, both.");
	await phone.getByText(ar("messages.leave"), { exact: true }).first().click();
	await press(phone, ar("messages.leave"));
	await sees(phone, ar("messages.left"));
	await sees(desk, en("messages.trace_left", { actor: "Olena" }));
	await open(phone, group);
	await sees(phone, ar("errors.not_found_title"));

	await open(phone, `/ar/people/${anna.handle}`);
	await phone
		.getByText(ar("messages.block", { name: "Anna" }), { exact: true })
		.first()
		.click();
	await press(phone, ar("messages.block", { name: "Anna" }));
	await phone.getByRole("button", { name: ar("messages.unblock", { name: "Anna" }) }).waitFor();
	await Promise.all([desk, phone].map((page) => page.context().close()));
});

test("without JavaScript one writes by name, accepts, answers, searches, reports and unblocks", async () => {
	const [anna, olena] = [await member("Anna Weber"), await member("Olena Koval")];
	const mine = await device(anna.asker, { script: false });
	const hers = await device(olena.asker, { script: false, width: 390 });
	await mine.goto(`${origin}/en/messages/new`);
	await mine.locator("input[name=handlesText]").fill("olena koval");
	await write(mine, "Market **waste**", en("messages.send"));
	await sees(mine, en("messages.refusal_waiting"));
	await hers.goto(`${origin}/en/messages`);
	await hers.locator("#requests h3 a").click();
	await press(hers, en("messages.accept"));
	await write(hers, "We compost it", en("threads.send"));
	await sees(hers, "We compost it");
	await hers.goto(`${origin}/en/messages?q=WASTE`);
	await hers.locator("mark", { hasText: "waste" }).waitFor();
	await hers.locator("#found h3 a").click();
	await hers
		.getByRole("link", { name: en("threads.report") })
		.first()
		.click();
	await press(hers, en("moderation.send"));
	await sees(hers, en("moderation.reported"));
	await hers.goto(`${origin}/en/people/${anna.handle}`);
	await hers.locator("summary", { hasText: en("messages.block", { name: "Anna Weber" }) }).click();
	await press(hers, en("messages.block", { name: "Anna Weber" }));
	await hers.goto(`${origin}/en/settings`);
	await press(hers, en("messages.unblock", { name: "Anna Weber" }));
	await sees(hers, en("messages.blocked_none"));
	await Promise.all([mine, hers].map((page) => page.context().close()));
});
