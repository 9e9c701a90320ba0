import { expect, test } from "vitest";
import { hashPassword, isGuessable, verifyPassword } from "./password.ts";

test("a password fits its own hash only, and no hash fits nothing", async () => {
	const hashed = await hashPassword("four seasons in one day");
	expect(hashed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
	expect(await verifyPassword(hashed, "four seasons in one day")).toBe(true);
	expect(await verifyPassword(hashed, "four seasons in one dax")).toBe(false);
	expect(await verifyPassword(null, "four seasons in one day")).toBe(false);
});

test("the same characters fit however the keyboard composed them", async () => {
	const hashed = await hashPassword("Z\u00fcrichsee im Winter");
	expect(await verifyPassword(hashed, "Zu\u0308richsee im Winter")).toBe(true);
});

test("a wave of sign-ins is worked off in turn", async () => {
	const hashed = await hashPassword("four seasons in one day");
	const answers = await Promise.all(
		Array.from({ length: 8 }, (_, index) =>
			verifyPassword(hashed, index % 2 ? "wrong" : "four seasons in one day"),
		),
	);
	expect(answers.filter(Boolean)).toHaveLength(4);
});

test.each([
	"passwordpassword",
	"Password123456!",
	"aaaaaaaaaaaaaaaa",
	"123456789012",
	"qwertyuiop[]",
	"abcabcabcabc",
	"interurban2026",
	"maria.garcia@city.example",
	"GarciaMaria1",
])("%s is refused as easy to guess", async (password) => {
	expect(await isGuessable(password, ["María García", "maria.garcia@city.example"])).toBe(true);
});

test.each([
	"correct horse battery staple",
	"лютий і березень у Львові",
	"مدينة على شاطئ البحر",
	"x7#Kq9!mPz2w",
])("%s is accepted", async (password) => {
	expect(await isGuessable(password, ["María García", "maria.garcia@city.example"])).toBe(false);
});
