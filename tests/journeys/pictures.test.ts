import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { wordsIn } from "@interurban/words/server";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { useApp } from "../kit/app.ts";
import { axeViolations, openDevice, screenshot, useBrowser, visit } from "../kit/browser.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makeTopics } from "../kit/factories.ts";
import { builtAssets, builtPages } from "../kit/pages.ts";
import { openThread } from "../kit/threads.ts";

const { db } = await useDatabase();
const dataDir = await mkdtemp(join(tmpdir(), "files-"));
afterAll(() => rm(dataDir, { recursive: true, force: true }));
const { origin, asMember } = await useApp(db, {
	...{ web: await builtPages(), assets: builtAssets, dataDir },
});
const browser = await useBrowser();
await makeTopics(db, "waste");
const png = await sharp({ create: { width: 320, height: 200, channels: 3, background: "teal" } })
	.png()
	.toBuffer();

/** Gives files to the field as a paste or a drop does. */
async function give(
	page: Page,
	how: "paste" | "drop",
	name: string,
	type: string,
	bytes: Buffer,
): Promise<void> {
	await page.locator('#answer textarea[name="body"]').evaluate(
		(field, of) => {
			const data = new DataTransfer();
			const content = Uint8Array.from(atob(of.bytes), (character) => character.charCodeAt(0));
			data.items.add(new File([content], of.name, { type: of.type }));
			const options = { bubbles: true, cancelable: true };
			field.dispatchEvent(
				of.how === "paste"
					? new ClipboardEvent("paste", { ...options, clipboardData: data })
					: new DragEvent("drop", { ...options, dataTransfer: data }),
			);
		},
		{ how, name, type, bytes: bytes.toString("base64") },
	);
}

test.each([
	["en", 1200],
	["ar", 390],
] as const)(
	"a pasted picture is described, put into the text and shown (%s, %i pixels)",
	async (language, width) => {
		const t = wordsIn(language);
		const member = await asMember(await makePerson(db));
		const id = await openThread(member);
		const page = await openDevice(browser, origin, member.cookie, {
			locale: language,
			viewport: { width, height: 800 },
		});
		await visit(page, `${origin}/${language}/threads/${id}`);
		const field = page.locator('#answer textarea[name="body"]');
		const row = page.locator(".picture");
		const insert = row.getByRole("button", { name: t("pictures.insert") });
		await field.fill("Look at this:");
		await give(page, "paste", "plan.png", "image/png", png);
		await row.waitFor();
		expect(await axeViolations(page)).toEqual([]);
		await screenshot(page, `picture-${language}`);

		// Nothing is sent, and nothing put in, without a word on what it shows.
		await page.getByRole("button", { name: t("threads.send"), exact: true }).click();
		await page.getByText(t("errors.posts.picture_waits")).first().waitFor();
		await insert.click();
		await row.getByText(t("pictures.missing")).waitFor();
		await row.getByLabel(t("pictures.alternative")).fill("The plan of the plots");
		await row.getByLabel(t("pictures.alternative")).press("Enter");
		await expect
			.poll(() => field.inputValue())
			.toMatch(/^Look at this:\n\n!\[The plan of the plots\]\(\/files\/[0-9a-f-]+#320x200\)\n\n$/);
		await expect.poll(() => row.count()).toBe(0);
		await page.getByRole("button", { name: t("threads.send"), exact: true }).click();
		const shown = page.getByRole("img", { name: "The plan of the plots" });
		await shown.waitFor();
		await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(320);

		// What is no picture is refused with the reason, and goes when it is told to.
		await give(page, "drop", "virus.png", "image/png", Buffer.from("nothing of the kind"));
		await row.getByText(t("errors.files.unsupported")).waitFor();
		expect(await axeViolations(page)).toEqual([]);
		await row.getByRole("button", { name: t("pictures.remove") }).click();
		await expect.poll(() => row.count()).toBe(0);

		// A document becomes a link, mere decoration says nothing.
		await give(page, "drop", "notes.pdf", "application/pdf", Buffer.from("%PDF-1.4\n%%EOF"));
		await expect.poll(() => field.inputValue()).toMatch(/^\[notes\.pdf\]\(\/files\/[0-9a-f-]+\)/);
		await field.fill("");
		await give(page, "drop", "line.png", "image/png", png);
		await row.getByLabel(t("pictures.decorative")).check();
		await insert.click();
		await expect.poll(() => field.inputValue()).toMatch(/^!\[\]\(\/files\//);
		await page.context().close();
	},
);
