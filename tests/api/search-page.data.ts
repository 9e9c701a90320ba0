import { randomUUID } from "node:crypto";
import { indexPeople } from "@interurban/api/people/people";
import { indexPlaces } from "@interurban/api/places/places";
import { refreshStatistics } from "@interurban/api/search/search";
import { indexTopics } from "@interurban/api/topics/topics";
import { concepts } from "@interurban/concepts/concepts";
import type { Pool } from "@interurban/db/client";
import type { Asker, TestApp } from "../kit/app.ts";
import { makePerson, makePlace, makeTopics } from "../kit/factories.ts";

export const search = `query ($text: String, $filter: SearchFilter, $sort: SearchSort, $ownFirst: Boolean, $first: Int, $after: String) {
	search(text: $text, filter: $filter, sort: $sort, ownFirst: $ownFirst, first: $first, after: $after) {
		text words quoted excluded hasOtherSigns isCut hasWords sort reads total nextCursor
		items {
			id kind language
			passage { html language }
			reasons { kind typed found language topic { id } }
			thing {
				__typename
				... on Practice { slug displayTitle titleLanguage }
				... on Person { name }
				... on Place { name countryName }
				... on Topic { label }
				... on Thread { title }
				... on Challenge { title }
			}
		}
		facets { facet values { value label count chosen } }
		withoutFacet { facet total }
		nearTopics { id label }
	}
}`;
export const suggest = `query ($text: String!) { suggest(text: $text) {
	topics { name topic { id } } practices { displayTitle } places { name } people { name }
} }`;

export const publish = `mutation ($input: PracticeInput!) { publishPractice(input: $input) { id slug } }`;
export const withdraw = `mutation ($id: ID!) { withdrawPractice(id: $id) }`;
const translate = `mutation ($id: ID!, $title: String!, $claim: String!) {
	translatePractice(id: $id, language: "de", title: $title, claim: $claim) { id }
}`;
const startThread = `mutation ($clientId: ID!) { startThread(
	topicId: "waste", title: "Cargo trams again?", body: "Has anybody tried **cargo trams** at night?", clientId: $clientId) { id } }`;
const publishChallenge = `mutation ($input: ChallengeInput!, $clientId: ID!) { publishChallenge(input: $input, clientId: $clientId) { id } }`;

/** One thing of every kind, about trams and waste, and every topic of the scheme. */
export async function makeNetwork(db: Pool, asMember: TestApp["asMember"]) {
	await makeTopics(db, "waste", "composting");
	const town = await makePlace(db, { name: "Straßburg", country: "FR", population: 290_000 });
	const person = await makePerson(db, {
		name: "Zoë Tramm",
		language: "fr",
		askMeAbout: "Le tram de fret, la nuit",
		placeId: town.id,
	});
	const author = await asMember(person);
	await indexPeople(db, [person.id]);
	const practice: { id: string; slug: string } = (
		await author.get(publish, {
			input: {
				title: "Waste by tram",
				claim: "Trams carry what the market leaves.",
				language: "en",
				placeId: String(town.id),
				organisationName: "City",
				organisationKind: "municipality",
				topicIds: ["composting"],
				sdgs: [11],
				stage: "pilot",
				situation: "Lorries stood in the way.",
				approach: "At night, a **cargo tram** collects everything at the <market> stop.",
				outcome: "Quiet streets.",
			},
		})
	).publishPractice;
	await author.get(translate, { id: practice.id, title: "Müll mit der Straßenbahn", claim: "Nachts." });
	await author.get(startThread, { clientId: randomUUID() });
	await author.get(publishChallenge, {
		clientId: randomUUID(),
		input: {
			title: "Who pays for a cargo tram?",
			problem: "We have rails, and a tram that stands idle.",
			placeId: String(town.id),
			topicIds: ["waste"],
		},
	});
	await indexPlaces(db, [town.id]);
	await indexTopics(db, [...concepts.keys()]);
	await refreshStatistics(db);
	return { author, town, practice };
}

/** What somebody finds. */
export const finder =
	(visitor: Asker) =>
	async (text: string, more: object = {}, asker = visitor) =>
		(await asker.get(search, { text, ...more })).search;

export const kindsOf = (found: { items: { kind: string }[] }) => new Set(found.items.map(({ kind }) => kind));

export const valuesOf = (found: { facets: { facet: string; values: object[] }[] }, name: string) =>
	found.facets.find(({ facet }) => facet === name)?.values as {
		value: string;
		label: string;
		count: number;
		chosen: boolean;
	}[];
