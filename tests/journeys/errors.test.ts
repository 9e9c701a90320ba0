import { directionOf, languages } from "@interurban/contract/languages";
import { wordsIn } from "@interurban/words/server";
import { expect, test } from "vitest";
import { useApp } from "../kit/app.ts";
import { axeViolations, signIn, useBrowser } from "../kit/browser.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makePractice, makeTopics } from "../kit/factories.ts";
import { builtAssets, builtPages } from "../kit/pages.ts";

const { db } = await useDatabase();
const { app, origin, asMember } = await useApp(db, { web: await builtPages(), assets: builtAssets });
const browser = await useBrowser();
await makeTopics(db, "composting");
const practice = await makePractice(db);
const member = await asMember(await makePerson(db));
const publicOrigin = "http://interurban.test";

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });
const post = (url: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
	app.inject({
		method: "POST",
		url,
		headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
		payload: new URLSearchParams(fields).toString(),
	});

test("a visitor's page comes anew only when it has changed; a member's is kept by nobody", async () => {
	for (const path of ["/en/", `/en/practices/${practice.slug}`, "/en/topics/composting"]) {
		await get(path); // loads what the page is made of
		const first = await get(path, { cookie: "language=en" });
		const etag = String(first.headers.etag);
		expect(first.headers["cache-control"]).toContain("public");
		expect(first.headers.vary).toContain("Cookie");
		const again = await get(path, { cookie: "language=en", "if-none-match": etag });
		expect([again.statusCode, again.body]).toEqual([304, ""]);
		const own = await get(path, { cookie: `language=en; ${member.cookie}`, "if-none-match": etag });
		expect(own.statusCode).toBe(200);
		expect(own.headers.etag).toBeUndefined();
		expect(own.headers["cache-control"]).toBe("private, no-store");
	}
	const newcomer = await get("/en/");
	expect(newcomer.headers["set-cookie"]).toContain("language=en");
	expect(newcomer.headers["cache-control"]).not.toContain("public");
});

test("an address without a language leads to the reader's own, and stays there", async () => {
	const cases: [Record<string, string>, string][] = [
		[{ "accept-language": "uk,en;q=0.5" }, "uk"],
		[{ "accept-language": "pt-BR, ar-EG;q=0.8, de;q=0.5" }, "ar"],
		[{ "accept-language": "xx" }, "en"],
		[{}, "en"],
		[{ "accept-language": "de", cookie: "language=fr" }, "fr"],
		[{ "accept-language": "de", cookie: "language=nonsense" }, "de"],
	];
	for (const [headers, language] of cases)
		for (const path of ["/", "/practices?sort=new", "/search?q=%D9%85"]) {
			const { statusCode, headers: answer } = await get(path, headers);
			expect([statusCode, answer.location]).toEqual([302, `/${language}${path}`]);
			expect(answer.vary).toMatch(/Accept-Language.*Cookie/);
		}
	expect((await get("/ar/")).headers["set-cookie"]).toMatch(/^language=ar;/);
	expect((await get("//evil.example/x")).headers.location).not.toMatch(/^(https?:)?\/\//);
});

test("every page says its language and its direction, its one address and those in other languages", async () => {
	for (const language of languages) {
		const { body } = await get(`/${language}/practices/${practice.slug}`);
		expect(body).toContain(`<html lang="${language}" dir="${directionOf(language)}"`);
		const address = (prefix: string) => `href="${publicOrigin}${prefix}/practices/${practice.slug}"`;
		expect(body).toContain(`<link rel="canonical" ${address(`/${language}`)}>`);
		for (const other of languages)
			expect(body).toContain(`<link rel="alternate" hreflang="${other}" ${address(`/${other}`)}>`);
		expect(body).toContain(`<link rel="alternate" hreflang="x-default" ${address("")}>`);
	}
});

test("an address that leads to nothing says so in every language", async () => {
	for (const language of languages)
		for (const path of ["/nowhere", "/practices/no-such-practice", "/people/nobody", "/threads/999999-x"]) {
			const { statusCode, body, headers } = await get(`/${language}${path}`);
			expect(statusCode, path).toBe(404);
			expect(body).toContain(wordsIn(language)("errors.not_found_title"));
			expect(body).toContain('name="robots" content="noindex"');
			expect(headers["cache-control"]).toContain("no-store");
		}
	const odd = [
		"/en/%00",
		"/en/practices/%00",
		"/en/%ff",
		"/en/threads/99999999999999999999-x",
		"/en/places/x",
		"/en/people/%ED%A0%80",
		"/en/search?q=%00",
		`/en/${"x".repeat(5000)}`,
	];
	for (const path of odd) expect((await get(path)).statusCode, path).toBeLessThan(500);
});

test("a post that is no form of ours, or comes from elsewhere, is refused in the reader's language", async () => {
	const unknown = await post("/de/join", { _form: "destroyEverything" });
	expect(unknown.statusCode).toBe(404);
	expect(unknown.body).toContain(wordsIn("de")("errors.not_found_title"));
	for (const _form of ["constructor", "__proto__", ""])
		expect((await post("/de/join", { _form })).statusCode).toBeLessThan(500);
	const elsewhere: Record<string, string>[] = [
		{ origin: "https://evil.example" },
		{ origin: "null" },
		{ origin: "http://interurban.test.evil.example" },
		{ "sec-fetch-site": "cross-site" },
	];
	for (const headers of elsewhere) {
		const { statusCode, body } = await post(
			"/ar/sign-out",
			{ _form: "SignOut" },
			{ cookie: String(member.cookie), ...headers },
		);
		expect(statusCode).toBe(403);
		expect(body).toContain(wordsIn("ar")("errors.forbidden_title"));
	}
	expect((await member.get("{ viewer { handle } }")).viewer).not.toBeNull();
});

test("what was typed is there again when the session had ended", async () => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const person = await asMember(await makePerson(db));
	await signIn(context, origin, person.cookie);
	const page = await context.newPage();
	await page.goto(`${origin}/en/practices/new`);
	await page.locator('[name="input.title"]').fill("Rain </textarea> gardens");
	await page.locator('[name="input.situation"]').fill("The cellar </textarea><b>flooded</b>.\n\nTwice.");
	await context.clearCookies();
	await page.locator('main form button[type="submit"], main form button:not([type])').last().click();
	expect(await page.locator('[name="input.title"]').inputValue()).toBe("Rain </textarea> gardens");
	expect(await page.locator('[name="input.situation"]').inputValue()).toBe(
		"The cellar </textarea><b>flooded</b>.\n\nTwice.",
	);
	expect(await page.getByRole("alert").textContent()).toContain(wordsIn("en")("errors.auth.required"));
	await context.close();
});

test("without a connection a page in every language says so, and is back with the connection", async () => {
	const context = await browser.newContext();
	const page = await context.newPage();
	const headline = () => page.locator("h1").textContent();
	await page.goto(`${origin}/en/`);
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => null));
	await page.reload();
	await context.setOffline(true);
	for (const language of languages) {
		await page.goto(`${origin}/${language}/practices`);
		expect(await headline()).toBe(wordsIn(language)("errors.offline_title"));
		expect(await page.locator("html").getAttribute("dir")).toBe(directionOf(language));
		expect(await axeViolations(page)).toEqual([]);
	}
	const t = wordsIn("uk");
	await context.setOffline(false);
	await expect.poll(headline).not.toBe(t("errors.offline_title"));
	await context.close();
});
