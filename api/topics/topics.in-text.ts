import { ancestorsOf } from "@interurban/concepts/concepts";
import { isLanguage } from "@interurban/contract/languages";
import type { Context } from "../context.ts";
import { conceptsIn } from "../search/search.ts";
import { languageOf } from "../text-language.ts";
import type { TopicRow } from "./topics.ts";

/** UTF-16 code units that are read; what a practice is about stands in its first pages. */
const longest = 20_000;
const most = 20;
/** Titles say in few words what a text is about. */
const titleCounts = 3;
/** What a whole theme counts: there is mostly a narrower topic that says more. */
const themeCounts = 0.4;
/** What it adds to a topic that a broader one is named too, and how often that counts. */
const kin = { adds: 0.3, times: 2 };

/**
 * The topics that a text names by one of their labels in its language, inflected or not, those that fit best first: for
 * its author to choose from, never chosen by themselves.
 * @param written.language BCP 47, as the author said; detected when they did not, or wrote in another of ours
 */
export async function findTopicsInText(
	ctx: Context,
	written: { text: string; title: string; language: string | null },
	first: number,
): Promise<TopicRow[]> {
	await ctx.limiter("suggest", ctx.viewer?.id ?? ctx.address);
	const text = `${`${written.title}\n`.repeat(titleCounts)}${written.text}`.slice(0, longest);
	const said = written.language?.toLowerCase().split("-", 1)[0] ?? ctx.language;
	if (!isLanguage(said)) return [];
	const found = conceptsIn(text, languageOf(text, said));
	const weights = new Map(found.map(({ concept, weight }) => [concept.id, weight]));
	const score = (topic: TopicRow, weight: number) =>
		ancestorsOf(topic.id).reduce(
			(sum, { id }) => sum + kin.adds * Math.min(kin.times, weights.get(id) ?? 0),
			topic.broader.length ? weight : weight * themeCounts,
		);
	return found
		.map(({ concept, weight }) => ({ concept, score: score(concept, weight) }))
		.sort((one, other) => other.score - one.score)
		.slice(0, Math.min(Math.max(first, 0), most))
		.map(({ concept }) => concept);
}
