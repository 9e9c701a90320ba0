import { expect, test } from "vitest";
import { useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makePlace, makeTopics } from "../kit/factories.ts";

const { db } = await useDatabase();
const { visitor, asMember } = await useApp(db);
const [one, two] = await Promise.all(
	[makePerson(db), makePerson(db)].map(async (person) => asMember(await person)),
);
if (!one || !two) throw new Error("no members");

const save = `mutation ($key: String!, $fields: [DraftFieldInput!]!, $version: Int!) {
	saveDraft(key: $key, fields: $fields, version: $version) { version title fields { name value } }
}`;
const read = "query ($key: String!) { draft(key: $key) { version title fields { name value } } }";
const list = "{ drafts { key title } }";
const field = (value: string, name = "input.title") => ({ name, value });

test("a draft keeps what was typed, empty and repeated fields too, in its order", async () => {
	const fields = [
		field("Компост"),
		field("", "input.sdgs"),
		field("11", "input.sdgs"),
		field('a\n"b"', "input.claim"),
	];
	const { saveDraft } = await one.get(save, { key: "practice:new:1", fields, version: 0 });
	expect(saveDraft).toEqual({ version: 1, title: "Компост", fields });
	expect((await one.get(read, { key: "practice:new:1" })).draft).toEqual(saveDraft);
});

test("a save on an older version is a conflict and overwrites nothing", async () => {
	const key = "practice:7";
	await one.get(save, { key, fields: [field("a")], version: 0 });
	await one.get(save, { key, fields: [field("b")], version: 1 });
	for (const version of [0, 1, 3])
		expect((await one.ask(save, { key, fields: [field("lost?")], version })).issues).toEqual([
			{ code: "drafts.conflict", args: { version: 2 } },
		]);
	expect((await one.get(read, { key })).draft).toMatchObject({ version: 2, title: "b" });
	expect((await one.ask(save, { key: "gone", fields: [], version: 5 })).issues).toEqual([
		{ code: "drafts.conflict", args: { version: 0 } },
	]);
});

test("of two saves at once one wins and the other one is told", async () => {
	const key = "race";
	const answers = await Promise.all(
		["x", "y", "z"].map((value) => one.ask(save, { key, fields: [field(value)], version: 0 })),
	);
	expect(answers.filter(({ issues }) => issues.length === 0)).toHaveLength(1);
	expect(answers.flatMap(({ issues }) => issues)).toEqual([
		{ code: "drafts.conflict", args: { version: 1 } },
		{ code: "drafts.conflict", args: { version: 1 } },
	]);
});

test("nobody else sees, changes or deletes it", async () => {
	const key = "secret";
	await one.get(save, { key, fields: [field("mine")], version: 0 });
	expect((await two.get(read, { key })).draft).toBeNull();
	expect((await visitor.get(read, { key })).draft).toBeNull();
	expect(JSON.stringify(await two.get(list))).not.toContain("mine");
	expect((await visitor.get(list)).drafts).toEqual([]);
	expect((await visitor.ask(save, { key, fields: [], version: 1 })).issues).toEqual([
		{ code: "auth.required" },
	]);
	expect((await two.ask(save, { key, fields: [], version: 1 })).issues).toMatchObject([
		{ code: "drafts.conflict" },
	]);
	await two.get(save, { key, fields: [field("theirs")], version: 0 });
	await two.get("mutation ($key: String!) { deleteDraft(key: $key) }", { key });
	expect((await one.get(read, { key })).draft.title).toBe("mine");
});

test("what is too long or cannot be stored is refused and the draft stays as it was", async () => {
	const key = "limits";
	await one.get(save, { key, fields: [field("ok")], version: 0 });
	const long = await one.ask(save, { key, fields: [field("ы".repeat(61_000))], version: 1 });
	expect(long.issues).toMatchObject([{ code: "too_long", field: "fields", args: { max: 120_000 } }]);
	for (const value of ["\0", "\ud800"])
		expect((await one.ask(save, { key, fields: [field(value)], version: 1 })).issues).toEqual([
			{ code: "unreadable_text", field: "input.title" },
		]);
	expect((await one.ask(save, { key: "a\0b", fields: [], version: 0 })).issues).toEqual([
		{ code: "invalid", field: "key" },
	]);
	expect((await one.get(read, { key })).draft).toMatchObject({ version: 1, title: "ok" });
	expect((await one.get(read, { key: "\0" })).draft).toBeNull();
});

test("publishing deletes the draft it came from, and only for whoever publishes", async () => {
	await makeTopics(db, "waste");
	const town = await makePlace(db);
	const key = "practice:new:published";
	for (const person of [one, two]) await person.get(save, { key, fields: [field("T")], version: 0 });
	const input = {
		...{ title: "T", claim: "C", language: "en", placeId: String(town.id), organisationName: "City" },
		...{ topicIds: ["waste"], sdgs: [1], stage: "idea", situation: "s", approach: "a", outcome: "o" },
	};
	const publish = `mutation ($input: PracticeInput!, $key: String) { publishPractice(input: $input, draftKey: $key) { id } }`;
	const refused = await one.ask(publish, { input: { ...input, title: "" }, key });
	expect(refused.issues).toEqual([{ code: "required", field: "input.title" }]);
	expect((await one.get(read, { key })).draft).not.toBeNull();
	await one.get(publish, { input, key });
	expect((await one.get(read, { key })).draft).toBeNull();
	expect((await two.get(read, { key })).draft).not.toBeNull();
});
