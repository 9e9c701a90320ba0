import { type Asker, useApp } from "./app.ts";
import { useDatabase } from "./database.ts";
import { makePerson, makePlace, makeTopics } from "./factories.ts";

/** The day of now, e.g. `2026-03-31`; whoever compares with it asks before and after, for midnight may lie between. */
export const today = (): string => new Date().toISOString().slice(0, 10);

export const publish = `mutation ($input: PracticeInput!, $draftKey: String) {
	publishPractice(input: $input, draftKey: $draftKey) { id number slug revision evidence evidenceReason checkedOn }
}`;

export const update = `mutation ($id: ID!, $revision: Int!, $input: PracticeInput!, $summary: String) {
	updatePractice(id: $id, revision: $revision, input: $input, summary: $summary) { id slug revision evidence claim }
}`;

/** Has somebody publish a practice that says no more than it must. */
export async function publishBriefly(
	author: Asker,
	values: { placeId: string } & Record<string, unknown>,
): Promise<{ id: string; slug: string; revision: number }> {
	const input = {
		...{ title: "T", claim: "C", language: "en", organisationName: "City", topicIds: ["waste"], sdgs: [1] },
		...{ stage: "idea", situation: "s", approach: "a", outcome: "o", ...values },
	};
	return (await author.get(publish, { input })).publishPractice;
}

/** A service with an author, another member, a moderator and a town; and practices that the author publishes. */
export async function usePractices() {
	const { db } = await useDatabase();
	const { visitor, asMember } = await useApp(db);
	await makeTopics(db, "waste", "composting", "urban-heat");
	const town = await makePlace(db, { name: "Musterstadt" });
	const author = await makePerson(db);
	const other = await makePerson(db);
	const asAuthor: Asker = await asMember(author);
	const asOther: Asker = await asMember(other);
	const asModerator: Asker = await asMember(await makePerson(db, { role: "moderator" }));

	let count = 0;
	/** What is required, and no more. */
	const snapshot = (changes: object = {}) => ({
		title: `Compost from the market, part ${++count}`,
		claim: "Half of the market’s waste becomes compost.",
		language: "en",
		placeId: String(town.id),
		organisationName: "City of Musterstadt",
		organisationKind: "municipality",
		topicIds: ["composting"],
		sdgs: [12, 11, 12],
		stage: "running",
		situation: "Waste lay about.",
		approach: "We **composted** it.",
		outcome: "It is gone.",
		...changes,
	});

	async function published(changes: object = {}) {
		const input = snapshot(changes);
		const { publishPractice } = await asAuthor.get(publish, { input });
		return { ...publishPractice, input };
	}

	/** What a visitor reads of it. */
	const read = async (slug: string, fields: string) =>
		(await visitor.get(`query ($slug: String!) { practice(slug: $slug) { ${fields} } }`, { slug })).practice;

	return {
		db,
		visitor,
		asMember,
		asAuthor,
		asOther,
		asModerator,
		author,
		other,
		town,
		snapshot,
		published,
		read,
	};
}
