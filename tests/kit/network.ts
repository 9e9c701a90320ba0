import { randomUUID } from "node:crypto";
import { importPractices } from "@interurban/api/importing/importing";
import { indexPeople } from "@interurban/api/people/people";
import { refreshStatistics } from "@interurban/api/search/search";
import { indexTopics } from "@interurban/api/topics/topics";
import type { Pool } from "@interurban/db/client";
import { people } from "@interurban/db/schema/people";
import { eq } from "drizzle-orm";
import { type Asker, useApp } from "./app.ts";
import { makePerson, makePlace, makeTopics } from "./factories.ts";
import { update } from "./practices.ts";
import { documents } from "./threads.ts";

/** One thing that somebody does: which, who, to what and with which words; a number stands for one of those there are. */
export interface Act {
	act: number;
	who: number;
	what: number;
	words: number;
}

const operations = {
	publish:
		"mutation ($input: PracticeInput!) { publishPractice(input: $input) { id revision thread { id } } }",
	withdraw: "mutation ($id: ID!) { withdrawPractice(id: $id) }",
	translate: `mutation ($id: ID!, $title: String!, $claim: String!) {
		translatePractice(id: $id, language: "fr", title: $title, claim: $claim) { id }
	}`,
	profile: "mutation ($input: ProfileInput!) { updateProfile(input: $input) { handle } }",
	language: "mutation ($language: String!) { changeLanguage(language: $language) { handle } }",
	start: `mutation ($topicId: ID, $title: String!, $body: String!, $clientId: ID!) {
		startThread(topicId: $topicId, title: $title, body: $body, clientId: $clientId) { id posts { id } }
	}`,
	challenge: `mutation ($input: ChallengeInput!, $clientId: ID!) {
		publishChallenge(input: $input, clientId: $clientId) { id }
	}`,
	editChallenge: `mutation ($id: ID!, $input: ChallengeInput!) {
		updateChallenge(id: $id, input: $input) { id }
	}`,
	closeChallenge: "mutation ($id: ID!) { closeChallenge(id: $id) { id } }",
	addAuthor: "mutation ($id: ID!, $handle: String!) { addCoAuthor(practiceId: $id, handle: $handle) { id } }",
	removeAuthor:
		"mutation ($id: ID!, $handle: String!) { removeCoAuthor(practiceId: $id, handle: $handle) { id } }",
	solve: "mutation ($id: ID!, $solves: Boolean!) { markSolution(id: $id, solves: $solves) { id } }",
};

const titles = ["Water for all", "Trams at night", "A market without waste", "Heat plans, shade and water"];
const texts = [
	"Nachts fahren Trams.",
	"Nobody was flooded since.",
	"Le marché composte ses déchets.",
	"مياه",
];
const topics = ["waste", "composting", "urban-heat"];
/** What nothing has: the service refuses it. */
const nothing = "0";

/** A network in which members do things through the service, one after the other or at the same time. */
export async function useNetwork(db: Pool) {
	const { asMember, visitor } = await useApp(db);
	await makeTopics(db, ...topics);
	await indexTopics(db, topics);
	const towns = [
		await makePlace(db, { name: "Straßburg", country: "FR", population: 290_000 }),
		await makePlace(db, { name: "Łódź", country: "PL", population: 670_000 }),
		await makePlace(db, { name: "Kharkiv", country: "UA", population: 1_400_000 }),
	];
	const members: { id: number; handle: string; asker: Asker }[] = [];
	for (const role of ["member", "member", "moderator"] as const) {
		const { id, handle } = await makePerson(db, { role });
		await indexPeople(db, [id]);
		members.push({ id, handle, asker: refusing(await asMember({ id })) });
	}
	const practices: { id: string; revision: number }[] = [];
	const threads: { id: string; post: string }[] = [];
	/** Threads of practices. */
	const discussions: string[] = [];
	/** Posts after the first ones of threads. */
	const answers: string[] = [];
	const challenges: string[] = [];

	const some = <T>(from: readonly T[], at: number): T => from[at % from.length] as T;
	const practiceOf = (what: number, words: number) => ({
		title: `${some(titles, words)} ${what}`,
		claim: some(texts, words >> 1),
		language: some(["en", "de", "uk"], words),
		placeId: String(some(towns, what).id),
		organisationName: some(["City", "Waterworks"], words >> 2),
		organisationKind: "municipality",
		topicIds: [...new Set([some(topics, words), some(topics, what)])],
		sdgs: [11],
		stage: some(["pilot", "running"], words),
		situation: some(texts, what),
		approach: "Done.",
		outcome: "Better.",
	});
	const challengeOf = (what: number, words: number) => ({
		title: some(titles, words),
		problem: some(texts, what),
		placeId: String(some(towns, words).id),
		topicIds: [some(topics, what)],
	});

	const postOf = (what: number): string => {
		const all = [...threads.map(({ post }) => post), ...answers];
		return all[what % all.length] ?? nothing;
	};

	type Doing = (by: { id: number; asker: Asker }, what: number, words: number) => Promise<unknown>;
	const acts: Record<string, Doing> = {
		async publish({ asker }, what, words) {
			const { data } = await asker.ask(operations.publish, { input: practiceOf(what, words) });
			if (!data?.publishPractice) return;
			const { thread, ...practice } = data.publishPractice;
			practices.push(practice);
			discussions.push(thread.id);
		},
		async edit({ asker }, what, words) {
			const practice = practices[what % practices.length];
			if (!practice) return;
			const { data } = await asker.ask(update, { ...practice, input: practiceOf(what + 1, words) });
			practice.revision = data?.updatePractice?.revision ?? practice.revision;
		},
		translate({ asker }, what, words) {
			const { id } = practices[what % practices.length] ?? { id: nothing };
			return asker.ask(operations.translate, { id, title: some(titles, words), claim: some(texts, words) });
		},
		withdraw({ asker }, what) {
			const { id } = practices[what % practices.length] ?? { id: nothing };
			return asker.ask(operations.withdraw, { id });
		},
		import({ id }, what, words) {
			const { organisationName, placeId, topicIds, outcome, ...line } = practiceOf(words, what);
			const record = {
				...{ ...line, id: `line-${what % 2}`, lang: line.language, organisation: organisationName },
				...{ geonameId: Number(placeId), topics: topicIds, results_text: outcome, orgKind: "municipality" },
			};
			return importPractices(db, oneChunk(record), { format: "jsonl", authorOf: () => id });
		},
		profile({ asker }, what, words) {
			const input = {
				name: some(["Zoë Tramm", "Ada Water"], words),
				bio: some(texts, what),
				askMeAbout: some(titles, words),
				place: what % 4 ? String(some(towns, words).id) : "",
				organisation: what % 4 ? some(["City", "Tram company"], what) : "",
				knows: what % 2 ? [some(topics, words)] : [],
			};
			return asker.ask(operations.profile, { input });
		},
		language: ({ asker }, _, words) =>
			asker.ask(operations.language, { language: some(["de", "ar", "en"], words) }),
		/** What a moderator will do: there is no operation for it yet. */
		suspend: ({ id }, what) =>
			db.transaction(async (tx) => {
				await tx
					.update(people)
					.set({ suspendedAt: what % 3 ? null : new Date() })
					.where(eq(people.id, id));
				await indexPeople(tx, [id]);
			}),
		async thread({ asker }, what, words) {
			const { data } = await asker.ask(operations.start, {
				...{ topicId: some(topics, what), title: some(titles, words), body: some(texts, what) },
				clientId: randomUUID(),
			});
			const { id, posts } = data?.startThread ?? {};
			if (id) threads.push({ id, post: posts[0].id });
		},
		async post({ asker }, what, words) {
			const all = [...threads.map(({ id }) => id), ...discussions];
			const variables = { threadId: all[what % all.length] ?? nothing, body: some(texts, words) };
			const { data } = await asker.ask(documents.write, { ...variables, clientId: randomUUID() });
			if (data?.writePost) answers.push(data.writePost.id);
		},
		editPost({ asker }, what, words) {
			return asker.ask(documents.edit, { id: postOf(what), body: `Edited. ${some(texts, words)}` });
		},
		deletePost({ asker }, what) {
			return asker.ask(documents.delete, { id: postOf(what) });
		},
		solve({ asker }, what, words) {
			return asker.ask(operations.solve, { id: postOf(what), solves: words % 3 > 0 });
		},
		addAuthor({ asker }, what, words) {
			const { id } = practices[what % practices.length] ?? { id: nothing };
			return asker.ask(operations.addAuthor, { id, handle: some(members, words).handle });
		},
		removeAuthor({ asker }, what, words) {
			const { id } = practices[what % practices.length] ?? { id: nothing };
			return asker.ask(operations.removeAuthor, { id, handle: some(members, words).handle });
		},
		async challenge({ asker }, what, words) {
			const variables = { input: challengeOf(what, words), clientId: randomUUID() };
			const { data } = await asker.ask(operations.challenge, variables);
			if (data?.publishChallenge) challenges.push(data.publishChallenge.id);
		},
		editChallenge({ asker }, what, words) {
			const id = challenges[what % challenges.length] ?? nothing;
			return asker.ask(operations.editChallenge, { id, input: challengeOf(what + 1, words) });
		},
		closeChallenge({ asker }, what) {
			return asker.ask(operations.closeChallenge, { id: challenges[what % challenges.length] ?? nothing });
		},
		statistics: () => refreshStatistics(db),
	};

	for (const act of ["publish", "publish", "thread", "challenge", "post", "solve"])
		await acts[act]?.(some(members, practices.length), practices.length, threads.length);

	return {
		/** Does something, unless the service refuses it. */
		async perform({ act, who, what, words }: Act): Promise<void> {
			await some(Object.values(acts), act)(some(members, who), what, words);
		},
		acts: Object.keys(acts),
		...{ visitor, members, towns, practices, threads, challenges },
	};
}

/** May be refused, but nothing may go wrong. */
function refusing(asker: Asker): Asker {
	return {
		...asker,
		async ask(document, variables) {
			const answer = await asker.ask(document, variables);
			const wrong = answer.issues.find(({ code }) => code === "internal" || code === "unavailable");
			if (wrong) throw new Error(`${wrong.code}: ${document} ${JSON.stringify(variables)}`);
			return answer;
		},
	};
}

async function* oneChunk(record: object): AsyncGenerator<Uint8Array> {
	yield Buffer.from(JSON.stringify(record));
}
