import { directionOf, type Language } from "@interurban/contract/languages";
import { wordsIn } from "@interurban/words/server";
import type { BrowserContext, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { axeViolations, useBrowser } from "../kit/browser.ts";
import { useDatabase } from "../kit/database.ts";
import { useProduct } from "../kit/product.ts";

const { url } = await useDatabase({ migrated: false });
const { origin } = await useProduct({ DATABASE_URL: url, DEMO: "1" });
const browser = await useBrowser();

const texts: Partial<
	Record<
		Language,
		{
			name: string;
			title: string;
			claim: string;
			long: string;
			topic: string;
			find: string;
			question: string;
			answer: string;
		}
	>
> = {
	en: {
		name: "Freya Lindqvist",
		title: "Rain gardens on nine school yards",
		claim: "Nine school yards soak up the rain that used to flood the cellar next door.",
		long: "Parents, pupils and the parks department dug them **together** in one spring.",
		topic: "compost",
		find: "rain gardens school yards",
		question: "Who waters them in a dry summer?",
		answer: "The caretakers, with a rota that the pupils drew up.",
	},
	ar: {
		name: "ليلى منصور",
		title: "حدائق مطرية في تسع مدارس",
		claim: "تسع ساحات مدرسية تمتص مياه الأمطار التي كانت تغمر الأقبية المجاورة.",
		long: "حفرها الأهالي والتلاميذ ودائرة الحدائق **معًا** في ربيع واحد.",
		topic: "سماد",
		find: "حدائق مطرية مدارس",
		question: "من يسقيها في صيف جاف؟",
		answer: "الحرّاس، وفق جدول وضعه التلاميذ.",
	},
};

/** The page is alive: what was rendered by the server has been taken over by the script. */
async function open(page: Page, path: string): Promise<void> {
	await page.goto(`${origin}${path}`);
	await page.waitForLoadState("networkidle");
}

async function expectAccessible(page: Page): Promise<void> {
	expect(await axeViolations(page), page.url()).toEqual([]);
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
	);
	expect(overflow, `${page.url()} is wider than its window`).toBeLessThanOrEqual(0);
}

/** Types into a field with suggestions and takes the best one, by keyboard alone. */
async function chooseByTyping(page: Page, name: string, typed: string): Promise<void> {
	const field = page.locator(`input[name="${name}Text"]`);
	await field.focus();
	await page.keyboard.type(typed, { delay: 20 });
	await page.locator(`[role="option"]`).first().waitFor();
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("Enter");
	await page.locator(`input[type="checkbox"][name="${name}"]`).first().waitFor();
}

describe.each(["en", "ar"] as const)("the main way in %s", (language) => {
	const t = wordsIn(language);
	const text = texts[language] ?? (undefined as never);
	let author: BrowserContext;
	let page: Page;
	let address = "";

	test("a newcomer joins as an expert and introduces herself", async () => {
		author = await browser.newContext({ locale: language });
		page = await author.newPage();
		await open(page, `/${language}/`);
		expect(await page.locator("html").getAttribute("dir")).toBe(directionOf(language));
		await expectAccessible(page);
		await page
			.getByRole("link", { name: t("ui.join"), exact: true })
			.first()
			.click();
		await page.locator('[name="input.name"]').fill(text.name);
		await page.locator('[name="input.email"]').fill(`${language}@city.example`);
		await page.locator('[name="input.password"]').fill("nine rain gardens in spring");
		await expectAccessible(page);
		await page.getByRole("button", { name: t("account.join") }).click();
		await page.waitForURL(`**/${language}/welcome*`);
		await page.waitForLoadState("networkidle");
		await expectAccessible(page);
		await chooseByTyping(page, "input.place", "Aachen");
		await page.getByRole("button", { name: t("account.continue") }).click();
		await page.waitForURL("**step=2*");
		await chooseByTyping(page, "input.knows", text.topic);
		await expectAccessible(page);
		await page.getByRole("button", { name: t("account.continue") }).click();
		await page.waitForURL("**step=3*");
		await page.getByRole("button", { name: t("account.continue") }).click();
		await page.waitForURL("**step=done*");
		await expectAccessible(page);
	});

	test("publishes a practice in ten minutes", async () => {
		await open(page, `/${language}/practices/new`);
		await expectAccessible(page);
		await page.locator('[name="input.title"]').fill(text.title);
		await page.locator('[name="input.claim"]').fill(text.claim);
		await page.locator('[name="input.organisationName"]').fill("Stadt Aachen");
		await chooseByTyping(page, "input.topicIds", text.topic);
		await page.locator('input[name="input.sdgs"][value="13"]').check();
		await page.locator('input[name="input.stage"][value="running"]').check();
		for (const field of ["situation", "approach"])
			await page.locator(`[name="input.${field}"]`).fill(text.long);
		await page.getByRole("button", { name: t("practice_form.publish") }).click();
		// What is missing is said on top and at the field, and nothing is lost.
		await page.getByRole("alert").waitFor();
		expect(await page.locator('[name="input.outcome"]').getAttribute("aria-invalid")).toBe("true");
		expect(await page.locator('[name="input.title"]').inputValue()).toBe(text.title);
		await expectAccessible(page);
		await page.locator('[name="input.outcome"]').fill(text.long);
		await page.getByRole("button", { name: t("practice_form.publish") }).click();
		await page.getByRole("heading", { level: 1, name: text.title }).waitFor();
		address = new URL(page.url()).pathname;
		await expectAccessible(page);
	});

	test("a visitor finds it by search and reads it without JavaScript", async () => {
		const visitor = await browser.newContext({ javaScriptEnabled: false, locale: language });
		const reader = await visitor.newPage();
		await reader.goto(`${origin}/${language}/`);
		await reader.locator('input[name="q"]').last().fill(text.find);
		await reader.locator('input[name="q"]').last().press("Enter");
		await reader.getByRole("link", { name: text.title }).first().click();
		await reader.getByRole("heading", { level: 1, name: text.title }).waitFor();
		expect(await reader.getByText(text.claim).first().isVisible()).toBe(true);
		expect(
			await reader.locator("strong", { hasText: language === "en" ? "together" : "معًا" }).count(),
		).toBeGreaterThan(0);
		await visitor.close();
	});

	test("two browsers discuss it live", async () => {
		const peer = await browser.newContext({ locale: language });
		const asking = await peer.newPage();
		await open(asking, `/${language}/sign-in?next=${encodeURIComponent(address.slice(3))}`);
		await asking.locator('[name="input.email"]').fill("helen@interurban.example");
		await asking.locator('[name="input.password"]').fill("cities learn from cities");
		await asking
			.getByRole("button", { name: t("account.signIn") })
			.last()
			.click();
		await asking.getByRole("heading", { level: 1, name: text.title }).waitFor();
		await asking.waitForLoadState("networkidle");
		await open(page, address);
		// A discussion is followed from when it comes into view.
		await page.locator("#discussion").scrollIntoViewIfNeeded();
		await page.getByText(t("threads.live")).waitFor();
		await write(asking, text.question);
		await page.getByText(text.question).waitFor();
		await write(page, text.answer);
		await asking.getByText(text.answer).waitFor();
		await expectAccessible(asking);
		// Each post is there once, in both browsers and for who comes later.
		for (const each of [page, asking])
			for (const body of [text.question, text.answer])
				expect(await each.locator(".post, article").getByText(body, { exact: true }).count()).toBe(1);
		await asking.reload();
		await asking.getByText(text.answer).waitFor();
		await peer.close();
		await author.close();
	});

	async function write(on: Page, body: string): Promise<void> {
		await on.locator('#discussion textarea[name="body"]').fill(body);
		await on.getByRole("button", { name: t("threads.send") }).click();
	}
});
