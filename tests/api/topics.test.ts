import { indexDocuments } from "@interurban/api/search/search";
import { indexTopics } from "@interurban/api/topics/topics";
import { concepts } from "@interurban/concepts/concepts";
import { personTopics } from "@interurban/db/schema/people";
import { practiceTopics } from "@interurban/db/schema/practices";
import { searchDocuments } from "@interurban/db/schema/search";
import { describe, expect, test } from "vitest";
import { useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makePractice, makeTopics } from "../kit/factories.ts";

const { db } = await useDatabase();
const { visitor } = await useApp(db, { language: "de" });

test("a topic counts each practice and person once, with those of the topics below it", async () => {
	await makeTopics(db, "climate", "climate-adaptation", "urban-heat");
	const practice = await makePractice(db);
	const withdrawn = await makePractice(db, { status: "withdrawn", withdrawnAt: new Date() });
	const person = await makePerson(db);
	for (const [position, topicId] of ["climate-adaptation", "urban-heat"].entries())
		for (const { id } of [practice, withdrawn])
			await db.insert(practiceTopics).values({ practiceId: id, topicId, position });
	await db.insert(personTopics).values([
		{ personId: person.id, topicId: "urban-heat", interest: "knows" },
		{ personId: person.id, topicId: "climate", interest: "seeks" },
	]);
	const data = await visitor.get(`{
		climate: topic(id: "climate") { label practiceCount peopleCount }
		water: topic(id: "water") { practiceCount peopleCount }
	}`);
	expect(data).toEqual({
		climate: { label: "Klima", practiceCount: 1, peopleCount: 1 },
		water: { practiceCount: 0, peopleCount: 0 },
	});
});

test("a label stands alone with a capital at its beginning", async () => {
	const { topics } = await visitor.get("{ topics { label } }");
	const labels: string[] = topics.map((topic: { label: string }) => topic.label);
	expect(labels).toContain("Digitale Stadt");
	expect(labels.every((label) => /^[\p{Lu}\p{N}]/u.test(label))).toBe(true);
});

test("every topic of the scheme is found, and one that left it is not any more", async () => {
	const left = "left-the-scheme";
	const found = () => db.select({ ref: searchDocuments.ref }).from(searchDocuments);
	await indexDocuments(db, [
		{ kind: "topic", ref: left, language: "und", title: "Gone", publishedAt: new Date(0) },
	]);
	expect(await found()).toEqual([{ ref: left }]);
	await indexTopics(db, [left, ...concepts.keys()]);
	expect((await found()).map(({ ref }) => ref).sort()).toEqual([...concepts.keys()].sort());
});

describe("topics for what somebody is typing", () => {
	const named = async (text: string) =>
		(
			await visitor.get(
				"query ($text: String!) { suggestTopics(text: $text, first: 3) { topic { id label } name language } }",
				{ text },
			)
		).suggestTopics;

	test("are found by a name in any of the six languages, which is told", async () => {
		expect((await named("Starkregen"))[0]).toEqual({
			topic: { id: "pluvial-flooding", label: "Starkregen" },
			name: "Starkregen",
			language: "de",
		});
		for (const [text, language] of [
			["pluvial flood", "en"],
			["дощові паводки", "uk"],
			["الفيضانات الناجمة", "ar"],
		] as const)
			expect((await named(text))[0]).toMatchObject({ topic: { id: "pluvial-flooding" }, language });
		expect((await named("Sturzflut"))[0]).toMatchObject({ name: "Sturzflut", language: "de" });
	});
});

describe("topics for what somebody has written", () => {
	const found = async (variables: {
		text: string;
		title?: string;
		language?: string | null;
		first?: number;
	}) => {
		const { topicsInText } = await visitor.get(
			`query ($text: String!, $title: String, $language: String, $first: Int) {
				topicsInText(text: $text, title: $title, language: $language, first: $first) { id }
			}`,
			variables,
		);
		return topicsInText.map((topic: { id: string }) => topic.id);
	};

	test.each([
		["de", "Nach den Sturzfluten wurden Flächen entsiegelt und Bäche renaturiert."],
		["en", "After the cloudbursts we unsealed yards and daylighted streams."],
		["fr", "Les inondations pluviales ont rempli les caves de la ville."],
		["es", "Las inundaciones pluviales llenaron los sótanos de la ciudad."],
		["ar", "ملأت الفيضانات الناجمة عن الأمطار أقبية المدينة."],
		["uk", "Наслідком дощових паводків були затоплені підвали."],
	])("are named in it in any form of the word (%s)", async (language, text) => {
		expect(await found({ text, language })).toContain("pluvial-flooding");
	});

	test("are best when the title names them, and worst when they are whole themes", async () => {
		const text = "Water and waste: we collected rainwater, and composting came later. Composting works.";
		const topics = await found({ title: "Depaving yards", text, language: "en" });
		expect(topics.slice(0, 2)).toEqual(["depaving", "composting"]);
		expect(topics.indexOf("waste")).toBeGreaterThan(topics.indexOf("composting"));
		expect(await found({ title: "Depaving yards", text, language: "en", first: 1 })).toEqual(["depaving"]);
	});

	test("are looked for in the language that the text is in, whatever the form says", async () => {
		const text =
			"Wir haben Flächen entsiegelt und die Bürgerbeteiligung gestärkt, damit der Starkregen versickert.";
		expect(await found({ text, language: "en" })).toContain("pluvial-flooding");
		expect(await found({ text, language: null })).toContain("pluvial-flooding");
	});

	test("are none for a language without labels, for nothing, and for odd input", async () => {
		expect(await found({ text: "drinking water", language: "nl" })).toEqual([]);
		for (const text of ["", "   ", "?!…", "\u202E\u0000", "constructor __proto__"])
			expect(await found({ text })).toEqual([]);
		expect(await found({ text: "compost ".repeat(10_000), language: "en-GB", first: -3 })).toEqual([]);
		expect(await found({ text: "compost ".repeat(10_000), language: "en-GB" })).toEqual(["composting"]);
	});
});
