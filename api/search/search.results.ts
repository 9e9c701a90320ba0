import type { Context } from "../context.ts";
import type { QuerySearchArgs } from "../generated/resolvers.ts";
import type { TopicRow } from "../topics/topics.ts";
import { type Facet, facets, type Selection } from "./facets.ts";
import { type Passage, passageOf } from "./passage.ts";
import { queryTerms } from "./query-terms.ts";
import { type Reason, reasonsIn, resemblanceIn } from "./reasons.ts";
import { type ReadSearch, readSearch } from "./search.input.ts";
import { type Found, findThing } from "./search.kinds.ts";
import { makeLabels } from "./search.labels.ts";
import { type Counts, countFacets, findAndCount, type Hit } from "./search.queries.ts";
import { topicsCalled } from "./search.suggestions.ts";
import { wordsOf } from "./terms.ts";

export interface Results extends ReadSearch {
	items: FoundThing[];
	nextCursor: string | null;
	counts: Counts;
}

export interface FoundThing extends Found {
	hit: Hit;
	/** What was looked for. */
	text: string;
}

/** What a search finds, as whoever asks may see it. */
export async function findThings(ctx: Context, args: Partial<QuerySearchArgs>): Promise<Results> {
	await ctx.limiter("search", ctx.viewer?.id ?? ctx.address);
	const search = await readSearch(ctx, args);
	const { page, counts } = await findAndCount(ctx.db, search.query);
	const items = await findThingsOf(ctx, page.items, search.query.text);
	return { ...search, items, nextCursor: page.nextCursor, counts };
}

/** Hits as things, as whoever asks may see them; what they may not see is left out. @param text that was looked for */
export async function findThingsOf(ctx: Context, hits: readonly Hit[], text = ""): Promise<FoundThing[]> {
	const found = await Promise.all(
		hits.map(async (hit) => {
			const thing = await findThing(ctx, hit.kind, hit.ref);
			if (!thing) return null;
			let texts: ReturnType<typeof thing.texts> | undefined;
			return { ...thing, texts: () => (texts ??= thing.texts()), hit, text };
		}),
	);
	return found.filter((one) => one !== null);
}

/** Where a thing fits what was looked for. */
export async function passageIn(ctx: Context, found: FoundThing): Promise<Passage | null> {
	return passageOf(await found.texts(), queryTerms(found.text, ctx.language));
}

/** Why a thing was found. */
export async function reasonsOf(ctx: Context, found: FoundThing): Promise<Reason[]> {
	const query = queryTerms(found.text, ctx.language);
	if (!query.length) return [];
	const shown = [...found.titles, ...(await found.texts())];
	const reasons = reasonsIn(shown, query);
	if (reasons.length) return reasons;
	const all = [...shown, ...((await found.elsewhere?.()) ?? [])];
	const others = reasonsIn(all, query);
	return others.length ? others : resemblanceIn(all, query);
}

export interface FacetValues {
	facet: Facet;
	values: { value: string; label: string; isKnown: boolean; count: number; chosen: boolean }[];
}

/** Values of a facet beyond the chosen ones: more than these nobody reads. */
const mostShown = 40;

/** By what results can be narrowed, the most frequent value of a facet first. */
export async function listFacets(ctx: Context, { counts, query }: Results): Promise<FacetValues[]> {
	const like = counts.facets.like.map(({ value }) => value);
	const labels = await makeLabels(ctx, query.reads, like);
	return facets.map((facet) => {
		const chosen = new Set(query.selection[facet]?.map(String));
		const values = counts.facets[facet]
			.map(({ value, count }) => {
				const label = labels.of(facet, value);
				const isKnown = label !== null || count > 0;
				return { value, count, label: label ?? value, isKnown, chosen: chosen.has(value) };
			})
			// What has no language, as towns, needs no name for that.
			.filter(({ value, chosen }) => chosen || value !== "und")
			.sort((one, other) => other.count - one.count || labels.compare(one.label, other.label));
		return { facet, values: values.filter((value, index) => index < mostShown || value.chosen) };
	});
}

/** What a search without a result would find without one of its facets, most first, and without all but the kinds. */
export async function listWithoutFacet(
	ctx: Context,
	{ counts, query }: Results,
): Promise<{ facet: Facet | null; total: number }[]> {
	if (counts.total > 0) return [];
	const { kind, ...narrowed } = query.selection;
	const total = async (selection: Selection) => (await countFacets(ctx.db, { ...query, selection })).total;
	const chosen = facets.filter((facet) => query.selection[facet]);
	const one = await Promise.all(
		chosen.map(async (facet) => {
			const { [facet]: _, ...rest } = query.selection;
			return { facet, total: await total(rest) };
		}),
	);
	one.sort((a, b) => b.total - a.total);
	const all =
		Object.keys(narrowed).length > 1 ? [{ facet: null, total: await total(kind ? { kind } : {}) }] : [];
	return [...one, ...all].filter((way) => way.total > 0);
}

/** As many topics lead on from the results. */
const mostTopics = 6;

/** Topics that are called like the text, or else like a word in it; where nothing was found, also those nearly so. */
export function listNearTopics(ctx: Context, { counts, query: { text }, hasWords }: Results): TopicRow[] {
	if (!hasWords) return [];
	const isWanted = ({ areAlike }: { areAlike: boolean }) => !areAlike || counts.total === 0;
	const whole = topicsCalled(text, ctx.language, mostTopics);
	if (whole.topics.length && isWanted(whole)) return whole.topics.map(({ topic }) => topic);
	const words = wordsOf(text, ctx.language).filter((word) => word.length > 3);
	const each = words.slice(0, 8).map((word) => topicsCalled(word, ctx.language, 2));
	return [...new Set(each.filter(isWanted).flatMap(({ topics }) => topics.map(({ topic }) => topic)))].slice(
		0,
		mostTopics,
	);
}
