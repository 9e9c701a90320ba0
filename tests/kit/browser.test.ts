import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { axeViolations, screenshot, useBrowser } from "./browser.ts";

const browser = await useBrowser();

test("the browser renders a page and axe judges it", async () => {
	const page = await browser.newPage();
	const document = (image: string) =>
		`<!doctype html><html lang="ar" dir="rtl"><title>مدينة</title><main><h1>مدينة Łódź Київ</h1>${image}</main></html>`;
	await page.setContent(document('<img src="data:,">'));
	expect((await axeViolations(page)).join()).toContain("image-alt");

	await page.setContent(document('<img src="data:," alt="x">'));
	expect(await axeViolations(page)).toEqual([]);
	expect(await page.locator("h1").boundingBox()).toMatchObject({ width: expect.any(Number) });
	expect(await screenshot(page, "kit")).toMatch(/kit\.png$/);
	await page.close();
});

test("the browser keeps one site from reading another", async () => {
	const other = createServer((_, response) => response.end("secret")).listen(0, "127.0.0.1");
	await once(other, "listening");
	const page = await browser.newPage();
	const { port } = other.address() as AddressInfo;
	await page.goto("data:text/html,<p>elsewhere</p>");
	const answer = await page.evaluate(
		(url) =>
			fetch(url).then(
				(response) => response.text(),
				() => "refused",
			),
		`http://127.0.0.1:${port}/`,
	);
	expect(answer).toBe("refused");
	await page.close();
	other.close();
});
