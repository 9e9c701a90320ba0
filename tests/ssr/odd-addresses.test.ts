import { wordsIn } from "@interurban/words/server";
import { describe, expect, test } from "vitest";
import { useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makePlace, makePractice, makeTopics } from "../kit/factories.ts";
import { builtPages, pageRoutes } from "../kit/pages.ts";
import { openThread } from "../kit/threads.ts";

const { db } = await useDatabase();
const { app, asMember } = await useApp(db, { web: await builtPages() });
await makeTopics(db, "waste", "composting");
const practice = await makePractice(db);
const place = await makePlace(db);
const member = await asMember(await makePerson(db));
const threadId = await openThread(member);

/** What people, broken programs and those who look for holes put into addresses, encoded as it is sent. */
const odd: Record<string, string> = {
	nothing: "",
	"10,000 characters": "x".repeat(10_000),
	"only stop words": "the+and+of",
	"only punctuation": encodeURIComponent("?!…—()/\\{}[]<>\"'`;"),
	"mixed scripts": encodeURIComponent("tram трамвай ترام 電車 😀"),
	"direction marks": encodeURIComponent("\u202Etram\u2066\u200F"),
	"operators of other engines": encodeURIComponent('"a b" AND -c OR title:(x) ~2 *^'),
	NUL: "a%00b",
	"half a character": "%ED%A0%80",
	"a broken escape": "%E0%A4%A",
	"a sign of per cent": "%",
	"a negative number": "-1",
	"a number beyond every id": "99999999999999999999",
	"a fraction": "1.5",
	"a name of every object": "__proto__",
	"a way up": "..%2f..%2fetc%2fpasswd",
	markup: encodeURIComponent("<script>alert(1)</script>"),
	"a line of a header": "%0d%0aSet-Cookie:x=1",
	"a cursor of another list": Buffer.from('["2026-01-01T00:00:00.000Z",1,2,3]').toString("base64url"),
	"a cursor with an odd time": Buffer.from('["0099","x"]').toString("base64url"),
};

const urlEncoded = "application/x-www-form-urlencoded";

const parameters = [
	...[
		"q",
		"after",
		"at",
		"country",
		"topic",
		"sdg",
		"kind",
		"language",
		"stage",
		"like",
		"sort",
		"place",
		"size",
	],
	...[
		"from",
		"to",
		"next",
		"step",
		"thread",
		"post",
		"practice",
		"with",
		"title",
		"draft",
		"show",
		"original",
	],
	...["set", "clear", "done", "delete", "closed", "saved", "published", "confirmed", "changed"],
];

const real: Record<string, string> = {
	":slug": practice.slug,
	":place": String(place.id),
	":code": "DE",
	":handle": "person-1",
	":idslug": threadId,
	":number": "1",
	":id": "composting",
};

async function expectSensible(path: string, { cookie }: { cookie: string | null }) {
	const { statusCode, body, headers } = await app.inject({ url: path, headers: cookie ? { cookie } : {} });
	const shown = path.slice(0, 200);
	expect(statusCode, shown).toBeLessThan(500);
	expect(headers["set-cookie"] ?? "", shown).not.toMatch(/x=1/);
	if (statusCode < 400 && headers.location) return expect(headers.location, shown).toMatch(/^\/de\//);
	expect(body, shown).toContain('<html lang="de" dir="ltr">');
	expect(body, shown).toMatch(/<h1[ >]/);
	expect(body.replace(/="[^"]*"/g, ""), shown).not.toContain("<script>alert");
	expect(body, shown).not.toMatch(/\bat [^<]*\.[jt]s:\d+/);
}

describe.each(pageRoutes())("%s", (route) => {
	const names = route.match(/:\w+/g) ?? [];
	const filled = (values: Record<string, string>) =>
		names.reduce((path, name) => path.replace(name, values[name] ?? "1"), `/de${route}`);

	test.each(Object.entries(odd))("has a sensible page for %s in its address", async (_, value) => {
		for (const name of names) await expectSensible(filled({ ...real, [name]: value }), member);
		const all = parameters.map((name) => `${name}=${value}`).join("&");
		await expectSensible(`${filled(real)}?${all}`, { cookie: null });
		await expectSensible(`${filled(real)}?after=${value}`, member);
	});

	test("has a sensible page for what is given twice, or as a list", async () => {
		const query = parameters.map((name) => `${name}=a&${name}=1&${name}[]=x&${name}[y]=z`).join("&");
		await expectSensible(`${filled(real)}?${query}`, member);
	});
});

test.each([
	["no form", "application/json", "{}", 400, "invalid_title"],
	["a text", "text/plain", "x", 400, "invalid_title"],
	["a form without its boundary", "multipart/form-data", "x", 400, "invalid_title"],
	[
		"a form that breaks off",
		"multipart/form-data; boundary=x",
		"--x\r\nContent-Disposition: form",
		400,
		"invalid_title",
	],
	["more than a form may hold", urlEncoded, "x=".repeat(300_000), 413, "too_large_title"],
	["half a character", urlEncoded, "%ED%A0%80=%00&_form=%00", 404, "not_found_title"],
] as const)(
	"of %s that is posted, a page tells in the reader’s language",
	async (_, type, payload, status, title) => {
		const post = { method: "POST", url: "/de/join", headers: { "content-type": type }, payload } as const;
		const { statusCode, body } = await app.inject(post);
		expect(statusCode).toBe(status);
		expect(body).toContain(wordsIn("de")(`errors.${title}`));
	},
);

test("a cursor of another list is no fault of the service, and leads back to the list", async () => {
	const { statusCode, body } = await app.inject({ url: "/de/practices?after=WyJ4Il0" });
	expect(statusCode).toBe(400);
	expect(body).toContain(wordsIn("de")("errors.bad_cursor"));
	expect(body).toContain('href="?"');
});

test("an address with an empty part leads to the one without", async () => {
	const { statusCode, headers } = await app.inject({ url: "/de//practices///new?q=a//b?c" });
	expect([statusCode, headers.location]).toEqual([301, "/de/practices/new?q=a//b?c"]);
});
