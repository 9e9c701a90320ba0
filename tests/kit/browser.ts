import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import axe, { type Result } from "axe-core";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, inject } from "vitest";
import { launchChromium } from "./chromium.ts";
import { scratch } from "./scratch.ts";

/** A browser for the whole test file, closed at its end. Use at the top of a file; open a context a reader. */
export async function useBrowser(): Promise<Browser> {
	const browser = await launchChromium(inject("chromium"));
	browser.on("context", (context) => context.setDefaultTimeout(120_000));
	afterAll(() => browser.close());
	return browser;
}

/** Gives a browser the cookie of a session; none for a visitor. */
export async function signIn(context: BrowserContext, origin: string, cookie: string | null): Promise<void> {
	if (cookie === null) return;
	const [name = "", value = ""] = cookie.split("=");
	await context.addCookies([{ name, value, url: origin }]);
}

/** A page in a browser of somebody's own, signed in if they have a session; what its script throws fails the test run. */
export async function openDevice(
	browser: Browser,
	origin: string,
	cookie: string | null,
	options: BrowserContextOptions = {},
): Promise<Page> {
	const context = await browser.newContext(options);
	await signIn(context, origin, cookie);
	const page = await context.newPage();
	page.on("pageerror", (error) => {
		throw error;
	});
	return page;
}

/** Goes to an address, until the page there is alive. */
export async function visit(page: Page, address: string): Promise<void> {
	await page.goto(address);
	await page.waitForLoadState("networkidle");
}

/**
 * What axe finds against WCAG 2.2 AA and good practice on a page, one line a violation with the elements it is about;
 * `expect(await axeViolations(page)).toEqual([])`.
 */
export async function axeViolations(page: Page): Promise<string[]> {
	await page.evaluate(axe.source);
	const violations = await page.evaluate(async () => {
		const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Result[] }> } };
		return (await axe.run()).violations;
	});
	return violations.map(
		({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target.join(" ")).join(", ")})`,
	);
}

/** Takes a picture of the whole page into `.tmp/screenshots`, and returns its path. */
export async function screenshot(page: Page, name: string): Promise<string> {
	const folder = join(scratch, "screenshots");
	await mkdir(folder, { recursive: true });
	const path = join(folder, `${name}.png`);
	await page.screenshot({ path, fullPage: true });
	return path;
}
