import {
	ancestorsOf,
	broaderOf,
	type Concept,
	concepts,
	descendantsOf,
	labelOf,
	narrowerOf,
	topConcepts,
} from "@interurban/concepts/concepts";
import { type Sdg, sdgs } from "@interurban/concepts/sdgs";
import { suggestConcepts } from "@interurban/concepts/suggest";
import type { Language } from "@interurban/contract/languages";
import { limits } from "@interurban/contract/limits";
import { compareIn } from "@interurban/words/collate";
import type { Context } from "../context.ts";
import { makeFigures } from "../figures.ts";
import { countTopics } from "./topics.queries.ts";

export { serveConcepts } from "./topics.export.ts";
export { findTopicsInText } from "./topics.in-text.ts";
export { indexTopics, topicSource } from "./topics.index.ts";

/** A topic is its concept: all of it lies in the concept scheme. */
export type TopicRow = Concept;

/** A goal with its titles in all languages. */
export type SdgRow = Sdg;

/** All goals by number. */
export function listSdgs(): SdgRow[] {
	return [...sdgs];
}

/** The goals of these numbers, in their order; numbers that are none are left out. */
export function findSdgs(numbers: readonly number[]): SdgRow[] {
	return numbers.flatMap((number) => sdgs[number - 1] ?? []);
}

/** A topic's label as it stands on its own, with a capital at its beginning: "digitale Stadt" → "Digitale Stadt". */
export function headingOf(topic: TopicRow, language: Language): string {
	const label = labelOf(topic, language);
	return /^\p{Ll}+(?![\p{L}])/u.test(label)
		? label.charAt(0).toLocaleUpperCase(language) + label.slice(1)
		: label;
}

const sorted = new Map<string, readonly TopicRow[]>();

/** The topics directly below one, or those below none, sorted by their labels; the scheme never changes while we run. */
function belowByLabel(id: string | null, language: Language): readonly TopicRow[] {
	const key = `${language} ${id ?? ""}`;
	let found = sorted.get(key);
	if (!found) {
		const compare = compareIn(language);
		found = [...(id === null ? topConcepts() : narrowerOf(id))].sort((one, other) =>
			compare(labelOf(one, language), labelOf(other, language)),
		);
		sorted.set(key, found);
	}
	return found;
}

/** The topics without a broader one, sorted by their labels in a language. */
export function listTopTopics(language: Language): TopicRow[] {
	return [...belowByLabel(null, language)];
}

/** The topic of an id, or null. */
export function findTopic(id: string): TopicRow | null {
	return concepts.get(id) ?? null;
}

/** Topics that fit what was typed, best first, each with the name that fits; at most 20. */
export async function suggestTopics(
	ctx: Context,
	text: string,
	first: number,
): Promise<{ topic: TopicRow; name: string; language: Language }[]> {
	await ctx.limiter("suggest", ctx.viewer?.id ?? ctx.address);
	const found = suggestConcepts(text.slice(0, limits.query), ctx.language, Math.min(Math.max(first, 1), 20));
	return found.map(({ concept, label, language }) => ({ topic: concept, name: label, language }));
}

export function listNarrower(topic: TopicRow, language: Language): TopicRow[] {
	return [...belowByLabel(topic.id, language)];
}

export function listBroader(topic: TopicRow): TopicRow[] {
	return [...broaderOf(topic.id)];
}

/** A topic and all below it: what belongs to one of these belongs to the topic. Nothing for an unknown one. */
export function withNarrower(id: string): string[] {
	return concepts.has(id) ? [id, ...descendantsOf(id).map((topic) => topic.id)] : [];
}

const counts = makeFigures(async (db) => {
	const pairs = [...concepts.keys()].flatMap((topic) =>
		[topic, ...ancestorsOf(topic).map(({ id }) => id)].map((counted) => ({ topic, counted })),
	);
	return new Map((await countTopics(db, pairs)).map((row) => [row.id, row]));
}, 30);

/** How many published practices and members a topic has with the topics below it; some seconds old. */
export async function countsOfTopic(
	ctx: Context,
	id: string,
): Promise<{ practices: number; people: number }> {
	return (await counts(ctx.db)).get(id) ?? { practices: 0, people: 0 };
}
