import { indexTopics } from "@interurban/api/topics/topics";
import { concepts } from "@interurban/concepts/concepts";
import { personTopics } from "@interurban/db/schema/people";
import { practiceTopics } from "@interurban/db/schema/practices";
import { sql } from "drizzle-orm";
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

test("every topic is found once the scheme is indexed, and indexing again writes nothing", async () => {
	const state = () =>
		db.execute(sql`select ref, xmin::text from search_documents where kind = 'topic' order by ref`);
	await indexTopics(db);
	const first = await state();
	expect(first.length).toBe(concepts.size);
	await indexTopics(db);
	expect(await state()).toEqual(first);
}, 60_000);
