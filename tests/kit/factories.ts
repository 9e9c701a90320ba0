import type { Role } from "@interurban/contract/vocabulary";
import type { Db } from "@interurban/db/client";
import { encodeTraits, traitsOf } from "@interurban/db/place-traits";
import { people } from "@interurban/db/schema/people";
import { organisations, places } from "@interurban/db/schema/places";
import { practices } from "@interurban/db/schema/practices";
import { topics } from "@interurban/db/schema/topics";
import { climateAt } from "@interurban/db/seed/climate";

let made = 0;

/** A member; what a test does not care about is filled in. */
export async function makePerson(
	db: Db,
	values: Partial<typeof people.$inferInsert> & { role?: Role } = {},
): Promise<typeof people.$inferSelect> {
	const n = ++made;
	const [row] = await db
		.insert(people)
		.values({
			handle: `person-${n}`,
			name: `Person ${n}`,
			email: `person-${n}@city.example`,
			onboardedAt: new Date(),
			...values,
		})
		.returning();
	return some(row);
}

/** A town outside of the gazetteer, inland unless its traits say otherwise. */
export async function makePlace(
	db: Db,
	values: Partial<typeof places.$inferInsert> = {},
): Promise<typeof places.$inferSelect> {
	const n = ++made;
	const town = {
		id: 900_000_000 + n,
		name: `Town ${n}`,
		country: "DE",
		featureCode: "PPL",
		population: 100_000,
		latitude: 50,
		longitude: 6,
		...values,
	};
	const lies = { climate: climateAt(town.latitude, town.longitude), coastal: false };
	const [row] = await db
		.insert(places)
		.values({
			searchName: `|${town.name.toLowerCase()}|`,
			traits: encodeTraits(traitsOf(town, lies)),
			...town,
		})
		.returning();
	return some(row);
}

/** A municipality, in a town of its own unless one is given. */
export async function makeOrganisation(
	db: Db,
	values: Partial<typeof organisations.$inferInsert> = {},
): Promise<typeof organisations.$inferSelect> {
	const placeId = values.placeId ?? (await makePlace(db)).id;
	const [row] = await db
		.insert(organisations)
		.values({ name: `City ${++made}`, kind: "municipality", ...values, placeId })
		.returning();
	return some(row);
}

/** A published practice with an author of its own unless one is given. */
export async function makePractice(
	db: Db,
	values: Partial<typeof practices.$inferInsert> = {},
): Promise<typeof practices.$inferSelect> {
	const n = ++made;
	const organisation = values.organisationId
		? { id: values.organisationId, placeId: values.placeId ?? 0 }
		: await makeOrganisation(db);
	const [row] = await db
		.insert(practices)
		.values({
			slug: `practice-${n}`,
			language: "en",
			title: `Practice ${n}`,
			claim: "It works.",
			situation: "Before.",
			approach: "Done.",
			outcome: "After.",
			stage: "running",
			authorId: values.authorId ?? (await makePerson(db)).id,
			...values,
			organisationId: organisation.id,
			placeId: values.placeId ?? organisation.placeId,
		})
		.returning();
	return some(row);
}

/** Rows for topics of the concept scheme, which a network gets when it starts. */
export async function makeTopics(db: Db, ...ids: string[]): Promise<void> {
	await db
		.insert(topics)
		.values(ids.map((id) => ({ id })))
		.onConflictDoNothing();
}

function some<T>(row: T | undefined): T {
	if (!row) throw new Error("no row was made");
	return row;
}
