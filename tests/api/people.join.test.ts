import { makeLimiter } from "@interurban/api/limiter";
import { createAdministrator } from "@interurban/api/people/people";
import { auditEvents, people } from "@interurban/db/schema/people";
import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { Join, password, SignIn, useAccounts } from "../kit/accounts.ts";
import { useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson } from "../kit/factories.ts";

const { db } = await useDatabase();
const { app } = await useApp(db);
const strict = await useApp(db, { limiter: makeLimiter() });
const { send, me, member } = useAccounts(db, app);

test("who joins is signed in, in the language in which they came, and can sign in again", async () => {
	const joined = await send(Join, { name: "Олена Ковальчук", email: " Olena@City.example ", password });
	expect(joined.data).toEqual({ join: true });
	expect(joined.setCookie).toMatch(/HttpOnly/);
	expect(joined.setCookie).toMatch(/SameSite=Lax/);
	expect(await me(joined.session)).toEqual({
		handle: "olena-kovalchuk",
		name: "Олена Ковальчук",
		role: "member",
		language: "uk",
		onboarded: false,
		email: "olena@city.example",
	});
	const signedIn = await send(SignIn, { email: "OLENA@city.example", password });
	expect(signedIn.data.signIn.handle).toBe("olena-kovalchuk");
	expect(await me(signedIn.session)).toMatchObject({ handle: "olena-kovalchuk" });
});

test("people of one name get handles of their own", async () => {
	const first = await member({ email: "mk1@city.example", name: "Maria Krüger" });
	const second = await member({ email: "mk2@city.example", name: "María Kruger" });
	expect([first.handle, second.handle]).toEqual(["maria-kruger", "maria-kruger-2"]);
});

test("two who join at once under one name and one who joins twice at once do no harm", async () => {
	const answers = await Promise.all([
		send(Join, { name: "Twin", email: "twin-a@city.example", password }),
		send(Join, { name: "Twin", email: "twin-b@city.example", password }),
		send(Join, { name: "Twin", email: "twin-b@city.example", password }),
	]);
	expect(answers.map(({ data }) => data)).toEqual([{ join: true }, { join: true }, { join: true }]);
	const rows = await db.select({ handle: people.handle }).from(people).where(eq(people.name, "Twin"));
	expect(rows.map(({ handle }) => handle).sort()).toEqual(["twin", "twin-2"]);
});

test("joining answers alike for an address that has an account, and starts no session for it", async () => {
	await makePerson(db, { email: "known@city.example", name: "First Comer" });
	const fresh = await send(Join, { name: "Second Comer", email: "unknown@city.example", password });
	const known = await send(Join, { name: "Second Comer", email: "known@city.example", password });
	expect([known.status, known.body]).toEqual([fresh.status, fresh.body]);
	const shape = (cookie: string) =>
		cookie.replace(/session=[\w-]+/g, "session=…").replace(/Expires=[^;]+/g, "");
	expect(shape(known.setCookie)).toBe(shape(fresh.setCookie));
	expect(await me(known.session)).toBeNull();
	expect(await me(fresh.session)).toMatchObject({ name: "Second Comer" });
	const [row] = await db.select().from(people).where(eq(people.email, "known@city.example"));
	expect(row?.name).toBe("First Comer");
});

test("signing in answers alike for a wrong password, an unknown address, a suspended person and an account without password", async () => {
	await member({ email: "right@city.example" });
	const suspended = await member({ email: "gone@city.example" });
	await db.update(people).set({ suspendedAt: new Date() }).where(eq(people.id, suspended.id));
	await makePerson(db, { email: "nopassword@city.example" });
	const wrong = await send(SignIn, { email: "right@city.example", password: "something else" });
	expect(wrong.issues).toEqual([{ code: "auth.wrong_credentials" }]);
	for (const email of [
		"nobody@city.example",
		"gone@city.example",
		"nopassword@city.example",
		"a\0b",
		"\ud800@x.y",
		"x".repeat(5000),
	]) {
		const other = await send(SignIn, { email, password });
		expect([other.status, other.body, other.setCookie]).toEqual([wrong.status, wrong.body, wrong.setCookie]);
	}
});

test("everything wrong with a registration is said at once", async () => {
	const { issues } = await send(Join, { name: " ", email: "not an address", password: "short" });
	expect(issues).toEqual([
		{ code: "required", field: "input.name" },
		{ code: "auth.email_invalid", field: "input.email" },
		{ code: "auth.password_too_short", field: "input.password", args: { min: 12 } },
	]);
});

test.each([
	["a NUL", "Olga\0", "unreadable_text"],
	["half a surrogate pair", "Olga \ud83d", "unreadable_text"],
	["10,000 characters", "o".repeat(10_000), "too_long"],
	["a bidirectional override", "Olga\u202Enimda", "forbidden_characters"],
	["a bidirectional isolate", "\u2067Olga\u2069", "forbidden_characters"],
	["an invisible character", "Ol\u200Bga", "forbidden_characters"],
	["a line break", "Olga\nAdmin", "forbidden_characters"],
	["no letter", "· 42 ·", "required"],
])("a name with %s is refused", async (_, name, code) => {
	const { issues } = await send(Join, { name, email: "olga@city.example", password });
	expect(issues).toEqual([expect.objectContaining({ code, field: "input.name" })]);
});

test.each([
	["interurban2026", "auth.password_breached"],
	["passwordpassword", "auth.password_breached"],
	["Rosalinde Maier", "auth.password_breached"],
	["x".repeat(201), "too_long"],
	["a tram that\0runs on time", "unreadable_text"],
])("the password %s is refused", async (bad, code) => {
	const { issues } = await send(Join, { name: "Rosalinde Maier", email: "rm@city.example", password: bad });
	expect(issues).toEqual([expect.objectContaining({ code, field: "input.password" })]);
});

test("a password of 64 characters and more, in any script, with spaces at its ends, is kept as it is", async () => {
	const long = ` ${"потяг рушає о сьомій ".repeat(4)}!`;
	await send(Join, { name: "Long", email: "long@city.example", password: long });
	expect((await send(SignIn, { email: "long@city.example", password: long.trim() })).issues).toHaveLength(1);
	expect((await send(SignIn, { email: "long@city.example", password: long })).issues).toEqual([]);
});

test("attempts to sign in are limited by account and address, without keeping others out", async () => {
	await member({ email: "limited@city.example" });
	const attempt = (email: string, word: string) => send(SignIn, { email, password: word }, "", strict.app);
	for (let count = 0; count < 10; count++)
		expect((await attempt("limited@city.example", "wrong")).issues[0]?.code).toBe("auth.wrong_credentials");
	const { issues } = await attempt("limited@city.example", password);
	expect(issues).toEqual([{ code: "rate_limited", args: { seconds: expect.any(Number) } }]);
	expect((await attempt("change@city.example", "wrong")).issues[0]?.code).toBe("auth.wrong_credentials");
});

test("aliases in one request do not get round the limit", async () => {
	await member({ email: "alias@city.example" });
	const guesses = [...Array.from({ length: 12 }, (_, n) => `guess number ${n}`), password];
	const aliases = guesses.map(
		(_, n) => `a${n}: signIn(input: { email: "alias@city.example", password: $p${n} }) { handle }`,
	);
	const document = `mutation (${guesses.map((_, n) => `$p${n}: String!`).join(" ")}) { ${aliases.join(" ")} }`;
	const payload = {
		query: document,
		variables: Object.fromEntries(guesses.map((guess, n) => [`p${n}`, guess])),
	};
	// The second time it runs compiled, and goes on after a refusal.
	for (const _ of [1, 2]) {
		const response = await strict.app.inject({ method: "POST", url: "/graphql", payload });
		expect(response.json()).toMatchObject({ data: null, errors: [{ message: "auth.wrong_credentials" }] });
		expect(response.headers["set-cookie"]).toBeUndefined();
	}
});

test("the audit log tells of sign-ins and refusals, not of what was typed", async () => {
	await db.delete(auditEvents);
	const { id } = await member({ email: "audited@city.example" });
	await send(SignIn, { email: "audited@city.example", password: "wrong one" });
	await send(SignIn, { email: "nobody-at-all@city.example", password: "wrong one" });
	await send(SignIn, { email: "audited@city.example", password });
	const rows = await db
		.select({ action: auditEvents.action, actorId: auditEvents.actorId, subject: auditEvents.subject })
		.from(auditEvents)
		.orderBy(asc(auditEvents.id));
	expect(rows).toEqual([
		{ action: "account.joined", actorId: id, subject: null },
		{ action: "account.sign_in_failed", actorId: null, subject: `person:${id}` },
		{ action: "account.sign_in_failed", actorId: null, subject: null },
		{ action: "account.signed_in", actorId: id, subject: null },
	]);
});

test("an administrator is made on the operator's word, and only of a free address", async () => {
	const input = { name: "Ada", email: "ada@city.example", password, language: "en" as const };
	const { handle } = await createAdministrator(db, input);
	expect(handle).toBe("ada");
	const signedIn = await send(SignIn, { email: "ada@city.example", password });
	expect(await me(signedIn.session)).toMatchObject({ role: "admin" });
	await expect(createAdministrator(db, input)).rejects.toMatchObject({ code: "auth.email_unusable" });
	await expect(createAdministrator(db, { ...input, name: "", password: "x" })).rejects.toMatchObject({
		issues: [
			{ code: "required", field: "name" },
			{ code: "auth.password_too_short", field: "password" },
		],
	});
});
