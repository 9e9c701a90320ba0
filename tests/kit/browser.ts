import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import axe, { type Result } from "axe-core";
import type { Browser, Page } from "playwright-core";
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
