import { makeSessions } from "@interurban/api/sessions";
import { practices } from "@interurban/db/schema/practices";
import { posts, threads } from "@interurban/db/schema/threads";
import { PublishPractice, WritePost } from "@interurban/web/generated/operations";
import { eq } from "drizzle-orm";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useBrowser } from "../kit/browser.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson } from "../kit/factories.ts";
import { useProduct } from "../kit/product.ts";

const { url, db } = await useDatabase({ migrated: false });
const { origin } = await useProduct({ DATABASE_URL: url, DEMO: "1" });
const browser = await useBrowser();

declare global {
	interface Window {
		served: Element[];
		violations: string[];
		ran?: boolean;
	}
}

/** A page that remembers what the server had rendered before its own script began, and what went wrong since. */
async function open(path: string): Promise<{ page: Page; asked: string[]; wrong: string[] }> {
	const page = await browser.newPage({ locale: "en" });
	const asked: string[] = [];
	const wrong: string[] = [];
	page.on("request", (request) => {
		if (new URL(request.url()).pathname === "/graphql") asked.push(request.postData() ?? "");
	});
	page.on("console", (message) => {
		if (["error", "warning"].includes(message.type())) wrong.push(message.text());
	});
	page.on("pageerror", (error) => wrong.push(error.message));
	await page.addInitScript(() => {
		window.violations = [];
		document.addEventListener("securitypolicyviolation", (event) => {
			window.violations.push(`${event.violatedDirective}: ${event.blockedURI}`);
		});
		// Everything is there, and no module has run yet.
		document.addEventListener("readystatechange", () => {
			if (document.readyState === "interactive")
				window.served = [...document.querySelectorAll("#app, #app *")];
		});
	});
	await page.goto(`${origin}${path}`);
	await page.waitForLoadState("networkidle");
	return { page, asked, wrong };
}

/** The first link of a page that leads below an address. */
async function linkOn(list: string, below: string): Promise<string> {
	const html = await (await fetch(`${origin}${list}`)).text();
	const found = html.match(new RegExp(`href="(${below}[^"#?]+)"`));
	if (!found?.[1]) throw new Error(`${list} leads to nothing below ${below}`);
	return found[1];
}

describe("the script takes over the page that the server rendered", () => {
	test.each([
		["home", () => "/en/"],
		["home in Arabic", () => "/ar/"],
		["a practice", () => linkOn("/en/practices", "/en/practices/(?!new)")],
		["search", () => "/en/search?q=water"],
		["a topic", () => "/en/topics/composting"],
		["a person", () => linkOn("/en/people", "/en/people/")],
		["a place", async () => linkOn(await linkOn("/en/practices", "/en/practices/(?!new)"), "/en/places/")],
		["a thread", () => linkOn("/en/threads", "/en/threads/(?!new)")],
	])("of %s: the same nodes, no second question, nothing amiss", async (_name, address) => {
		const { page, asked, wrong } = await open(await address());
		const outcome = await page.evaluate(() => {
			const describeNode = (node: Element) =>
				`${node.tagName} ${node.className} ${node.textContent?.slice(0, 40)}`;
			return {
				served: window.served.length,
				lost: window.served.filter((node) => !node.isConnected).map(describeNode),
				violations: window.violations,
			};
		});
		expect(outcome.served).toBeGreaterThan(50);
		expect(outcome.lost).toEqual([]);
		expect(outcome.violations).toEqual([]);
		expect(asked).toEqual([]);
		expect(wrong).toEqual([]);
		// Taken over indeed: a link leads on without the page being loaded anew.
		await page.locator('nav a[href$="/topics"], a[href$="/topics"]').first().click();
		await page.waitForURL("**/topics");
		expect(await page.evaluate(() => Array.isArray(window.served))).toBe(true);
		await page.close();
	});
});

describe("the discussion at the end of a practice comes alive when the reader comes to it", () => {
	test.each([
		["at once", false],
		["after something was done on the page", true],
	])("%s: the same nodes, no second question", async (_name, hasActed) => {
		const { page, asked, wrong } = await open(await linkOn("/en/practices", "/en/practices/(?!new)"));
		const scripts = () => page.evaluate(() => performance.getEntriesByType("resource").length);
		const before = await scripts();
		if (hasActed) await page.locator("h1").click();
		const socket = page.waitForEvent("websocket");
		await page.locator("#discussion").scrollIntoViewIfNeeded();
		await expect.poll(scripts).toBeGreaterThan(before);
		// Whoever hears of new posts is in their room: the socket is what a living discussion opens.
		await socket;
		expect(
			await page.evaluate(() =>
				window.served.filter((node) => !node.isConnected).map((node) => node.outerHTML),
			),
		).toEqual([]);
		expect(asked).toEqual([]);
		expect(wrong).toEqual([]);
		await page.close();
	});
});

describe("what people write never runs", async () => {
	const hostile = [
		"<script>window.ran=true</script>",
		"</script><script>window.ran=true</script>",
		"<img src=x onerror='window.ran=true'>",
		"<svg onload='window.ran=true'>",
		"<script nonce='nonce-placeholder'>window.ran=true</script>",
		"[a](javascript:window.ran=true)",
		"[b](data:text/html,<script>window.ran=true</script>)",
		"![c](javascript:window.ran=true)",
		"<!--<script>",
	];
	const text = hostile.join("\n\n");
	const title = "</script><script>window.ran=true</script> <!--<script> & rain";
	const author = await makePerson(db, { name: '</title><img src=x onerror="window.ran=true">' });
	const cookie = (await makeSessions(db, false).create(author.id, "test")).cookie.split(";", 1)[0] ?? "";
	const ask = async (operation: { id: string }, variables: object) => {
		const response = await fetch(`${origin}/graphql`, {
			method: "POST",
			headers: { "content-type": "application/json", cookie },
			body: JSON.stringify({ persisted: true, query: operation.id, variables }),
		});
		const answer = await response.json();
		expect(answer.errors).toBeUndefined();
		return answer.data;
	};

	test("in a practice, its lists and its discussion", async () => {
		const { publishPractice } = await ask(PublishPractice, {
			input: {
				title,
				claim: hostile[1],
				language: "en",
				placeIdText: "Aachen",
				organisationName: hostile[2],
				organisationKind: "municipality",
				topicIds: ["composting"],
				sdgs: [11],
				stage: "running",
				situation: text,
				approach: text,
				outcome: text,
			},
		});
		const path = `/en/practices/${publishPractice.slug}`;
		const [thread] = await db
			.select({ id: threads.id })
			.from(threads)
			.innerJoin(practices, eq(practices.id, threads.practiceId))
			.where(eq(practices.slug, publishPractice.slug));
		await ask(WritePost, { threadId: String(thread?.id), clientId: crypto.randomUUID(), body: text });
		expect(await db.select().from(posts).where(eq(posts.authorId, author.id))).toHaveLength(1);
		for (const address of [path, "/en/", "/en/practices", "/en/search?q=rain", "/en/topics/composting"]) {
			const { page, wrong } = await open(address);
			expect(await page.evaluate(() => [window.ran ?? null, window.violations])).toEqual([null, []]);
			expect(wrong).toEqual([]);
			expect(await page.locator("#app [onerror], #app [onload], a[href^='javascript']").count()).toBe(0);
			expect(await page.locator("script", { hasText: /^window\.ran/ }).count()).toBe(0);
			if (address === path) expect(await page.locator("h1").textContent()).toBe(title);
			for (const link of await page.locator(".prose a, .markdown a").all())
				expect(await link.getAttribute("href")).not.toMatch(/^(javascript|data):/);
			await page.close();
		}
	});

	test("nor in a search, nor in a form that comes back", async () => {
		const { page, wrong } = await open(`/en/search?q=${encodeURIComponent(title)}`);
		expect(await page.evaluate(() => [window.ran ?? null, window.violations])).toEqual([null, []]);
		expect(wrong).toEqual([]);
		await page.close();
		const plain = await browser.newPage({ locale: "en" });
		await plain.goto(`${origin}/en/join`);
		await plain.evaluate((value) => {
			const form = document.querySelector<HTMLFormElement>("main form");
			const name = form?.querySelector<HTMLInputElement>('[name="input.name"]');
			if (!form || !name) throw new Error("the page has no form");
			name.value = value;
			form.submit();
		}, title);
		await plain.waitForLoadState("networkidle");
		expect(await plain.evaluate(() => window.ran ?? null)).toBe(null);
		expect(await plain.locator('[name="input.name"]').inputValue()).toBe(title);
		await plain.close();
	});
});
