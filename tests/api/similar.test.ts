import { limits } from "@interurban/contract/limits";
import { beforeAll, expect, test } from "vitest";
import { type Asker, useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makePlace, makeTopics } from "../kit/factories.ts";
import { publishBriefly } from "../kit/practices.ts";

const { db } = await useDatabase();
const { visitor, asMember } = await useApp(db);
let author: Asker;
let town: { id: number };

const similar = `query ($title: String!, $text: String, $language: String) {
	similar(title: $title, text: $text, language: $language) {
		kind thing { ... on Practice { title } ... on Challenge { title } ... on Thread { title } }
	}
}`;

async function titlesLike(title: string, text = "", language: string | null = null): Promise<string[]> {
	const { similar: found } = await visitor.get(similar, { title, text, language });
	return found.map((hit: { thing: { title: string } }) => hit.thing.title);
}

const publish = (values: object) =>
	publishBriefly(author, { claim: "It works.", placeId: String(town.id), ...values });

beforeAll(async () => {
	await makeTopics(db, "composting", "market-waste", "cycling", "libraries", "public-lighting", "waste");
	town = await makePlace(db, { name: "Musterstadt" });
	author = await asMember(await makePerson(db));
	await publish({ title: "Compost from market waste", topicIds: ["composting", "market-waste"] });
	await publish({ title: "Kompost aus Küchenabfällen", language: "de", topicIds: ["composting"] });
	await publish({ title: "Bicycle streets in the old town", topicIds: ["cycling"] });
	const others = [
		"Libraries open on Sundays",
		"Lamps that dim at night",
		"Council minutes online",
		"Bridges counted",
	];
	for (const title of others)
		await publish({ title, topicIds: [title.startsWith("Lib") ? "libraries" : "public-lighting"] });
	const place = String(town.id);
	await author.get(
		`mutation ($id: ID!, $place: ID!) { publishChallenge(clientId: $id, input: { title: "What to do with compost from markets?", problem: "It piles up.", placeId: $place, topicIds: ["composting"] }) { id } }`,
		{ id: crypto.randomUUID(), place },
	);
	await author.get(
		'mutation ($id: ID!) { startThread(topicId: "composting", title: "Compost toilets in parks", body: "Who has some?", clientId: $id) { id } }',
		{ id: crypto.randomUUID() },
	);
});

test("practices, challenges and discussions on the same are told of, in whatever language, the closest first", async () => {
	const found = await titlesLike("Compost from the waste of markets");
	expect(found[0]).toBe("Compost from market waste");
	expect(found).toEqual(
		expect.arrayContaining(["What to do with compost from markets?", "Kompost aus Küchenabfällen"]),
	);
	expect(found).not.toContain("Bicycle streets in the old town");
	expect(await titlesLike("Kompostierung von Marktabfällen")).toContain("Compost from market waste");
	expect(await titlesLike("Компостування відходів ринку")).toContain("Compost from market waste");
});

test("the text below a short title helps, and what is like nothing gets nothing", async () => {
	expect(await titlesLike("A new way", "We compost the waste of our markets.")).toContain(
		"Compost from market waste",
	);
	for (const title of ["", "Test", "A new logo", "the and of", "?!", "Xylophone quartets rehearse"])
		expect(await titlesLike(title)).toEqual([]);
});

test("the language that the author names holds where the text does not tell", async () => {
	expect(await titlesLike("Compostage", "", "fr")).toContain("Compost from market waste");
});

test("drafts and what is withdrawn are not told of", async () => {
	const { id } = await publish({ title: "Compost heaps on roofs", topicIds: ["composting"] });
	await author.get(
		'mutation { saveDraft(key: "practice:new:1", version: 0, fields: [{ name: "input.title", value: "Compost drafts" }]) { key } }',
	);
	expect(await titlesLike("Compost heaps on our roofs")).toContain("Compost heaps on roofs");
	await author.get("mutation ($id: ID!) { withdrawPractice(id: $id) }", { id });
	expect(await titlesLike("Compost heaps on our roofs")).not.toContain("Compost heaps on roofs");
	expect(await titlesLike("Compost drafts")).not.toContain("Compost drafts");
});

test("signs, control characters and texts of any length are only text", async () => {
	for (const title of [
		'"compost" -market waste',
		"compost\0 \uD800 \u202Emarket waste",
		`compost market ${"waste ".repeat(5000)}`,
	]) {
		const { issues, data } = await visitor.ask(similar, {
			title,
			text: "x ".repeat(limits.practice.approach),
		});
		expect(issues).toEqual([]);
		expect(data.similar.length).toBeLessThanOrEqual(5);
	}
	expect(await titlesLike('"compost" -market waste')).toContain("Compost from market waste");
});
