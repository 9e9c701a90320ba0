import { lookThrough } from "@interurban/api/alerts/alerts";
import { searchDocuments } from "@interurban/db/schema/search";
import { sql } from "drizzle-orm";
import { beforeAll, beforeEach } from "vitest";
import { type Asker, useApp } from "./app.ts";
import { useDatabase } from "./database.ts";
import { makePerson, makePlace, makeTopics } from "./factories.ts";
import { publishBriefly } from "./practices.ts";

const save = `mutation ($search: AlertSearchInput!, $name: String) {
	saveSearch(search: $search, name: $name) { id name language text chosen { facet values { value label } } newCount }
}`;
const list = `{ alerts { id name text lookedAt newCount hits { isNew foundAt hit {
	kind thing { ... on Practice { title } ... on Person { name } ... on Challenge { title } ... on Thread { title } }
} } } }`;

/** A service with an author, whose practices are new, and with another member in each test. */
export async function useAlerts() {
	const { db } = await useDatabase();
	const { origin, visitor, asMember } = await useApp(db);
	const made = {} as { town: { id: number }; author: Asker; member: Asker; memberId: number };

	const publish = (values: object) =>
		publishBriefly(made.author, { placeId: String(made.town.id), ...values });
	/** Makes everything that can be found look as if it had been there for hours. */
	const age = () => db.update(searchDocuments).set({ addedAt: sql`added_at - interval '2 hours'` });

	beforeAll(async () => {
		await makeTopics(db, "composting", "urban-heat", "waste");
		made.town = await makePlace(db, { name: "Musterstadt", country: "DE" });
		made.author = await asMember(await makePerson(db));
		await publish({ title: "Cisterns of old" });
		await age();
	});
	beforeEach(async () => {
		const person = await makePerson(db);
		made.memberId = person.id;
		made.member = await asMember(person);
		await lookThrough(db);
	});

	return {
		...{ db, origin, visitor, asMember, made, publish, age, save },
		look: () => lookThrough(db),
		saveFor: async (asker: Asker, search: object, name?: string) =>
			(await asker.get(save, { search, name })).saveSearch,
		listOf: async (asker: Asker) => (await asker.get(list)).alerts,
		/** How much is new to somebody. */
		newsOf: async (asker: Asker) => (await asker.get("{ viewer { newHits } }")).viewer.newHits,
		/** Notes that somebody has seen what was found until now, or until another time. */
		lookAs: (asker: Asker, until = new Date().toISOString()) =>
			asker.ask("mutation ($until: DateTime!) { lookAtAlerts(until: $until) { newCount } }", { until }),
		titlesOf: (alert: { hits: { hit: { thing: { title?: string; name?: string } } }[] }) =>
			alert.hits.map(({ hit }) => hit.thing.title ?? hit.thing.name),
	};
}
