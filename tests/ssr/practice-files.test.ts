import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makePlace, makeTopics } from "../kit/factories.ts";
import { type ShownPage, withoutScript } from "../kit/no-script.ts";
import { builtPages } from "../kit/pages.ts";

// Pictures take as long as the machine lets them.

const { db } = await useDatabase();
const dataDir = await mkdtemp(join(tmpdir(), "files-"));
afterAll(() => rm(dataDir, { recursive: true, force: true }));
const { app, asMember } = await useApp(db, { web: await builtPages(), dataDir });
await makeTopics(db, "pluvial-flooding");
const aachen = await makePlace(db, { name: "Aachen" });
const { cookie } = await asMember(await makePerson(db, { placeId: aachen.id }));
const member = withoutScript(app, cookie);
const visitor = withoutScript(app);

const form = "PublishPractice";
const written = {
	"input.title": "A map of heavy rain",
	"input.claim": "Every owner sees where the water will stand.",
	"input.topicIds": "pluvial-flooding",
	"input.stage": "running",
	"input.sdgs": ["11", "13"],
	"input.situation": "Nobody knew which cellars lie low.",
	"input.approach": "We drew a map.",
	"input.outcome": "340 owners asked.",
	"input.organisationName": "City of Aachen",
};
const errors = (page: ShownPage) => page.texts(".error-summary li");
const value = (page: ShownPage, name: string) =>
	page.document.querySelector(`input[name="${name}"]`)?.getAttribute("value");
const png = async (name: string) =>
	new File(
		[
			await sharp({ create: { width: 60, height: 40, channels: 3, background: "teal" } })
				.png()
				.toBuffer(),
		],
		name,
	);
const pdf = (name: string) => new File(["%PDF-1.7\n%%EOF\n"], name);

test("files are added to a practice without JavaScript, described, and published with it", async () => {
	const page = await member.submit(
		await member.get("/en/practices/new"),
		form,
		{ ...written, _upload: [await png("map.png"), pdf("rules.pdf")] },
		"upload",
	);
	expect(page.status, errors(page).join("\n")).toBe(200);
	expect(value(page, "input.title") ?? page.texts("[name='input.title']")[0]).toBe(written["input.title"]);
	expect(page.texts(".uploaded")).toEqual([
		expect.stringContaining("map.webp"),
		expect.stringContaining("rules.pdf"),
	]);
	const shown = await member.submit(page, form, {
		"input.files.0.description": "Where the water stands",
		"input.files.1.description": "The rules",
	});
	expect(shown.status, errors(shown).join("\n")).toBe(303);
	const practice = await visitor.get(shown.to ?? "");
	const picture = practice.document.querySelector('img[alt="Where the water stands"]');
	expect((await app.inject(picture?.getAttribute("src") ?? "")).headers["content-type"]).toBe("image/webp");
	expect(practice.texts("main a")).toContainEqual(expect.stringContaining("The rules"));
});

test("a file that is chosen when the form is sent is asked for its description, and not lost", async () => {
	const page = await member.submit(await member.get("/en/practices/new"), form, {
		...written,
		"input.title": "Another map",
		_upload: await png("other.png"),
	});
	expect(page.status).toBe(422);
	expect(errors(page)).toEqual([
		"What the picture shows: Please fill this in.",
		"Licence: Please fill this in.",
	]);
	const shown = await member.submit(page, form, { "input.files.0.description": "The other map" });
	expect(shown.status, errors(shown).join("\n")).toBe(303);
});

test("what is no picture or document is refused at its field; the others and all that was typed stay", async () => {
	const tooLarge = new File([new Uint8Array(10_000_001)], "huge.pdf");
	const page = await member.submit(
		await member.get("/de/practices/new"),
		form,
		{ ...written, _upload: [new File(["#!/bin/sh"], "run.sh"), await png("karte.png"), tooLarge] },
		"upload",
	);
	expect(page.status).toBe(422);
	expect(errors(page)).toHaveLength(2);
	expect(page.texts(".uploaded")).toEqual([expect.stringContaining("karte.webp")]);
	expect(page.texts("[name='input.approach']")).toEqual([written["input.approach"]]);
});

test("who is no longer signed in keeps what was typed, and is told why the file was not taken", async () => {
	const opened = await member.get("/en/practices/new");
	const page = await visitor.submit(opened, form, { ...written, _upload: await png("map.png") });
	expect(page.status).toBe(401);
	expect(page.texts("[name='input.approach']")).toEqual([written["input.approach"]]);
	expect(page.document.querySelector('a[href="/en/sign-in?next=%2Fsigned-in"]')).not.toBeNull();
});
