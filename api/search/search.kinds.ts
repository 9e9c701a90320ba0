import { labelOf } from "@interurban/concepts/concepts";
import { type Language, languages } from "@interurban/contract/languages";
import type { SearchKind } from "@interurban/contract/vocabulary";
import { placeName } from "@interurban/db/seed/place-names";
import { type ChallengeRow, challengeById, challengeSource } from "../challenges/challenges.ts";
import type { Context } from "../context.ts";
import { parseId } from "../input.ts";
import { type PersonRow, personById, personSource, topicsByPerson, workByPerson } from "../people/people.ts";
import { countryName, type PlaceRow, placeById, placeSource } from "../places/places.ts";
import {
	detailsById,
	type PracticeRow,
	practiceById,
	practiceSource,
	textsById,
} from "../practices/practices.ts";
import { firstPostByThread, type ThreadRow, threadById, threadSource } from "../threads/threads.ts";
import { findTopic, type TopicRow, topicSource } from "../topics/topics.ts";
import type { Text } from "./texts.ts";

/** The thing that a hit is about, for GraphQL to tell its type. */
export type Findable =
	| (PracticeRow & { __typename: "Practice" })
	| (PersonRow & { __typename: "Person" })
	| (PlaceRow & { __typename: "Place" })
	| (TopicRow & { __typename: "Topic" })
	| (ThreadRow & { __typename: "Thread" })
	| (ChallengeRow & { __typename: "Challenge" });

export interface Found {
	thing: Findable;
	/** What it is called, and where it is. */
	titles: readonly Text[];
	/** What it says below its title, from the first words to the last. */
	texts: () => Text[] | Promise<Text[]>;
	/** What else it is found by: told only where nothing above says why it was found. */
	elsewhere?: () => Promise<Text[]>;
}

/** Finds the thing of an id in the index as whoever asks may see it; null when they may not, or when it is gone. */
type Find = (ctx: Context, ref: string) => Promise<Found | null>;

const textsIn = (language: string, ...texts: (string | null)[]): Text[] =>
	texts.flatMap((text) => (text ? [{ language, text }] : []));

/** A town in the reader's language, in the others, and its country. */
const namesOf = (town: PlaceRow, own: Language): Text[] => [
	...[own, ...languages].flatMap((language) => textsIn(language, placeName(town, language))),
	...textsIn(own, countryName(town.country, own)),
];

const practice: Find = async (ctx, ref) => {
	const row = await practiceById(ctx).load(Number(ref));
	const town = row && (await placeById(ctx).load(row.placeId));
	return (
		row && {
			thing: { ...row, __typename: "Practice" },
			titles: [
				...textsIn(row.translatedLanguage ?? "", row.translatedTitle),
				...textsIn(row.language, row.title),
				...(town ? namesOf(town, ctx.language) : []),
			],
			async texts() {
				const more = await textsById(ctx).load(row.id);
				const { situation, approach, outcome, objectives, targetGroups } = more;
				const blocks = more.blocks.flatMap(({ name, description, enabling, lessons }) => [
					`${name}: ${description}`,
					enabling,
					lessons,
				]);
				const ends = [more.failures, more.hindsight, more.continuity, more.funding, more.staff];
				return [
					...textsIn(row.translatedLanguage ?? "", row.translatedClaim),
					...textsIn(row.language, row.claim, approach, situation, outcome, objectives, targetGroups),
					...textsIn(row.language, ...blocks, ...ends),
				];
			},
			async elsewhere() {
				const { organisation, results, partners, conditions, translations } = await detailsById(ctx).load(
					row.id,
				);
				return [
					...textsIn(row.language, organisation.name, ...results.map(({ indicator }) => indicator)),
					...textsIn(row.language, ...partners.map(({ name }) => name)),
					...textsIn(row.language, ...conditions.map(({ description }) => description)),
					...translations.flatMap(({ language, title, claim }) => textsIn(language, title, claim)),
				];
			},
		}
	);
};

const person: Find = async (ctx, ref) => {
	const row = await personById(ctx).load(Number(ref));
	if (!row || row.suspendedAt) return null;
	return {
		thing: { ...row, __typename: "Person" },
		titles: textsIn(row.language, row.name, row.jobTitle),
		async texts() {
			const { knows } = await topicsByPerson(ctx).load(row.id);
			const known = knows.map((topic) => labelOf(topic, ctx.language)).join(" · ");
			return [
				...textsIn(row.language, row.askMeAbout, row.offers),
				...textsIn(ctx.language, known),
				...textsIn(row.language, row.bio, row.seeks),
			];
		},
		async elsewhere() {
			const { knows } = await topicsByPerson(ctx).load(row.id);
			return [
				...(await workByPerson(ctx).load(row.id)),
				...languages.flatMap((language) =>
					textsIn(language, ...knows.map((topic) => labelOf(topic, language))),
				),
			];
		},
	};
};

const place: Find = async (ctx, ref) => {
	const row = await placeById(ctx).load(Number(ref));
	return (
		row && {
			thing: { ...row, __typename: "Place" },
			titles: namesOf(row, ctx.language),
			texts: () => [],
		}
	);
};

const topic: Find = async (ctx, ref) => {
	const row = findTopic(ref);
	if (!row) return null;
	const { language } = ctx;
	const namesIn = (of: Language) => [labelOf(row, of), ...row.altLabel[of]];
	const others = languages.filter((other) => other !== language);
	return {
		thing: { ...row, __typename: "Topic" },
		titles: textsIn(language, labelOf(row, language)),
		texts: () => textsIn(language, row.altLabel[language].join(" · ")),
		elsewhere: async () => others.flatMap((other) => textsIn(other, namesIn(other).join(" · "))),
	};
};

const thread: Find = async (ctx, ref) => {
	const row = await threadById(ctx).load(Number(ref));
	return (
		row && {
			thing: { ...row, __typename: "Thread" },
			titles: textsIn(row.language, row.title),
			async texts() {
				const post = await firstPostByThread(ctx).load(row.id);
				return post ? textsIn(post.language, post.body) : [];
			},
		}
	);
};

const challenge: Find = async (ctx, ref) => {
	const row = await challengeById(ctx).load(Number(ref));
	return (
		row && {
			thing: { ...row, __typename: "Challenge" },
			titles: textsIn(row.language, row.title),
			texts: () => textsIn(row.language, row.problem, row.constraints),
		}
	);
};

/** The one place where a kind of thing in the index is tied to its slice: how it is found, and how it gets there. */
const kinds = {
	topic: { find: topic, source: topicSource },
	place: { find: place, source: placeSource },
	person: { find: person, source: personSource },
	practice: { find: practice, source: practiceSource },
	thread: { find: thread, source: threadSource },
	challenge: { find: challenge, source: challengeSource },
} satisfies Record<SearchKind, { find: Find; source: unknown }>;

/** Of every kind, in the order in which a rebuild goes through them. */
export const sources = Object.values(kinds).map(({ source }) => source);

/** @see Find */
export async function findThing(ctx: Context, kind: string, ref: string): Promise<Found | null> {
	if (!Object.hasOwn(kinds, kind)) return null;
	if (kind !== "topic" && parseId(ref) === null) return null;
	return kinds[kind as SearchKind].find(ctx, ref);
}
