import { keepAlerts } from "@interurban/api/alerts/alerts";
import { indexPeople } from "@interurban/api/people/people";
import { alertTerms } from "@interurban/db/schema/alerts";
import { people, personLanguages } from "@interurban/db/schema/people";
import { searchChanges } from "@interurban/db/schema/search";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { useAlerts } from "../kit/alerts.ts";
import { makePerson } from "../kit/factories.ts";

const { db, visitor, made, publish, age, look, saveFor, listOf, newsOf, lookAs, titlesOf } =
	await useAlerts();

test("from saving on, what is new is counted and listed, once, until its owner has looked", async () => {
	const alert = await saveFor(made.member, { text: "cisterns" });
	expect(alert).toMatchObject({ name: "cisterns", language: "en", text: "cisterns", newCount: 0 });
	await publish({ title: "Cisterns under the square" });
	await publish({ title: "Trams that sing" });
	expect(await newsOf(made.member)).toBe(0);
	await look();
	await look();
	expect(await newsOf(made.member)).toBe(1);
	const [found] = await listOf(made.member);
	expect(titlesOf(found)).toEqual(["Cisterns under the square"]);
	expect(found).toMatchObject({ newCount: 1, hits: [{ isNew: true }] });

	await lookAs(made.member, found.hits[0].foundAt);
	expect(await newsOf(made.member)).toBe(0);
	expect((await listOf(made.member))[0]).toMatchObject({ newCount: 0, hits: [{ isNew: false }] });
	await publish({ title: "More cisterns" });
	await look();
	const [again] = await listOf(made.member);
	expect(again).toMatchObject({ newCount: 1, hits: [{ isNew: true }, { isNew: false }] });
	expect(titlesOf(again)).toEqual(["More cisterns", "Cisterns under the square"]);
});

test("an alert without words is narrowed by its facets alone, and finds every kind that it is about", async () => {
	const filter = { topic: ["composting"], country: ["DE"], kind: ["practice", "challenge"] };
	const alert = await saveFor(made.member, { filter });
	expect(alert.name).toBe("Challenges · Practices · composting · Germany");
	await publish({ title: "Heaps", topicIds: ["composting"] });
	await publish({ title: "Not heaps", topicIds: ["urban-heat"] });
	await made.author.get(
		`mutation ($id: ID!, $place: ID!) { publishChallenge(clientId: $id, input: { title: "Where to", problem: "With it?", placeId: $place, topicIds: ["composting"] }) { id } }`,
		{ id: crypto.randomUUID(), place: String(made.town.id) },
	);
	await look();
	const [found] = await listOf(made.member);
	expect(titlesOf(found).sort()).toEqual(["Heaps", "Where to"]);
});

test("signs in the question and the owner’s languages hold for what is new, too", async () => {
	await db.insert(personLanguages).values({ personId: made.memberId, language: "fr", level: "reads" });
	await saveFor(made.member, { text: '"green roofs" -school' });
	await saveFor(made.member, { text: "roofs", filter: { language: ["mine"] } });
	await publish({ title: "Green roofs on every school" });
	await publish({ title: "Green roofs on trams" });
	await publish({ title: "Roofs painted white", language: "fr" });
	await publish({ title: "Roofs made of clay", language: "pt" });
	await look();
	const found = (await listOf(made.member)).map((alert: never) => titlesOf(alert).sort());
	expect(found).toEqual([
		["Green roofs on every school", "Green roofs on trams", "Roofs painted white"],
		["Green roofs on trams"],
	]);
});

test("the same search is one alert however its values are ordered; another language is another one", async () => {
	const one = await saveFor(made.member, { text: " solar  roofs ", filter: { country: ["FR", "DE"] } });
	const same = await saveFor(
		made.member,
		{ text: "solar roofs", filter: { country: ["DE", "FR", "DE"], topic: [] } },
		"Else",
	);
	expect(same).toEqual(one);
	expect(one.name).toBe("solar roofs · Germany · France");
	expect(one.chosen).toEqual([
		{
			facet: "country",
			values: [
				{ value: "DE", label: "Germany" },
				{ value: "FR", label: "France" },
			],
		},
	]);
	expect((await saveFor(made.member, { text: "solar roofs" })).id).not.toBe(one.id);
	const answers = await Promise.all([1, 2, 3, 4].map(() => saveFor(made.member, { text: "at once" })));
	expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
	expect(await listOf(made.member)).toHaveLength(3);
});

test("results say whether one has an alert for them", async () => {
	const query = `query ($text: String, $filter: SearchFilter) { search(text: $text, filter: $filter) { alert { name } } }`;
	const search = { text: "parks", filter: { country: ["DE"] } };
	await saveFor(made.member, search, "Parks");
	expect((await made.member.get(query, search)).search.alert).toEqual({ name: "Parks" });
	expect((await made.member.get(query, { text: "parks" })).search.alert).toBeNull();
	expect((await made.author.get(query, search)).search.alert).toBeNull();
	expect((await visitor.get(query, search)).search.alert).toBeNull();
});

test("what is withdrawn, deleted or hidden shows neither in the list nor in the count", async () => {
	await saveFor(made.member, { text: "windmills" });
	const practice = await publish({ title: "Windmills" });
	const person = await makePerson(db, { name: "Wim Windmills" });
	await indexPeople(db, [person.id]);
	await look();
	expect(await newsOf(made.member)).toBe(2);
	await made.author.get("mutation ($id: ID!) { withdrawPractice(id: $id) }", { id: practice.id });
	expect(await newsOf(made.member)).toBe(1);
	expect(titlesOf((await listOf(made.member))[0])).toEqual(["Wim Windmills"]);
	await db.update(people).set({ suspendedAt: new Date() }).where(eq(people.id, person.id));
	await indexPeople(db, [person.id]);
	expect(await newsOf(made.member)).toBe(0);
	expect(await listOf(made.member)).toMatchObject([{ newCount: 0, hits: [] }]);
});

test("a draft is never found, nor what is withdrawn before the alerts are looked through", async () => {
	await saveFor(made.member, { text: "lighthouses" });
	await made.author.get(
		'mutation { saveDraft(key: "practice:new:1", version: 0, fields: [{ name: "input.title", value: "Lighthouses" }]) { key } }',
	);
	const practice = await publish({ title: "Lighthouses" });
	await made.author.get("mutation ($id: ID!) { withdrawPractice(id: $id) }", { id: practice.id });
	await look();
	expect(await newsOf(made.member)).toBe(0);
	expect(await db.$count(searchChanges)).toBe(0);
});

test("what comes to fit by a change is found while it is new, and what was there before is not", async () => {
	const old = await makePerson(db, { name: "Olena Old" });
	await indexPeople(db, [old.id]);
	await age();
	await look();
	await saveFor(made.member, { text: "beekeeping" });
	const fresh = await makePerson(db, { name: "Nadia New" });
	await indexPeople(db, [fresh.id]);
	await look();
	expect(await newsOf(made.member)).toBe(0);
	for (const { id } of [old, fresh]) {
		await db.update(people).set({ askMeAbout: "Beekeeping on roofs" }).where(eq(people.id, id));
		await indexPeople(db, [id]);
	}
	await look();
	expect(titlesOf((await listOf(made.member))[0])).toEqual(["Nadia New"]);
});

test("what is noted already is not noted again", async () => {
	await saveFor(made.member, { text: "orchard" });
	for (let n = 0; n < 3; n++) await publish({ title: `Orchard ${n}` });
	const changes = await db.select({ document: searchChanges.document }).from(searchChanges);
	await look();
	const [{ hits: before }] = await listOf(made.member);
	// As after a process that ended halfway.
	await db.insert(searchChanges).values(changes);
	await look();
	expect((await listOf(made.member))[0]).toMatchObject({ newCount: 3, hits: before });
	expect(await db.$count(searchChanges)).toBe(0);
});

test("the job finds what is new by itself, also for alerts that an older version made", async () => {
	await saveFor(made.member, { text: "turnstiles" });
	await db.update(alertTerms).set({ lexeme: sql`lexeme || 'outdated'` });
	const job = keepAlerts(db, { warn: (error: unknown) => expect(error).toBeUndefined() });
	job.start();
	await publish({ title: "Turnstiles" });
	await expect.poll(() => newsOf(made.member), { timeout: 20_000, interval: 200 }).toBe(1);
	await job.stop();
});
