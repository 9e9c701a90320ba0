import { indexDocuments } from "@interurban/api/search/search";
import { indexTopics } from "@interurban/api/topics/topics";
import { concepts } from "@interurban/concepts/concepts";
import { personTopics } from "@interurban/db/schema/people";
import { practiceTopics } from "@interurban/db/schema/practices";
import { searchDocuments } from "@interurban/db/schema/search";
import { expect, test } from "vitest";
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
}, 60_000);
