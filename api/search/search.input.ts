import type { Context } from "../context.ts";
import type { QuerySearchArgs, SearchFilter } from "../generated/resolvers.ts";
import { cleanText, readText } from "../input.ts";
import { pageSize } from "../paging.ts";
import { languagesRead, townOfViewer } from "../people/people.ts";
import { findPlace, findPlaceByName, type PlaceRow, readPlaceId } from "../places/places.ts";
import { facets, type Selection } from "./facets.ts";
import { queryTerms } from "./query-terms.ts";
import type { SearchQuery } from "./search.queries.ts";
import { readSigns, type Signs } from "./signs.ts";

/** Values of a facet that are looked at. */
const mostValues = 20;
const longestValue = 60;
/** Towns, which are looked up. */
const mostTowns = 5;

export interface ReadSearch {
	text: string;
	isCut: boolean;
	signs: Signs;
	hasWords: boolean;
	sort: "relevance" | "newest" | "similar";
	/** The town by which it is sorted. */
	similarTo: PlaceRow | null;
	unclearTowns: UnclearTown[];
	query: SearchQuery & { text: string; selection: Selection; reads: string[]; ownFirst: boolean };
}

/** A name to which a search is not narrowed, because several towns may be meant by it. */
export interface UnclearTown {
	typed: string;
	places: PlaceRow[];
}

/** What a search means. Nothing is refused: what cannot be read is left out, what there is not finds nothing. */
export async function readSearch(ctx: Context, args: Partial<QuerySearchArgs>): Promise<ReadSearch> {
	const { text, isCut } = readText(args.text ?? "");
	const signs = readSigns(text);
	const hasWords = queryTerms(signs.words, ctx.language).length > 0;
	const { selection, unclearTowns } = await readFilter(ctx, args.filter);
	const [reads, own, similarTo] = await Promise.all([
		languagesRead(ctx),
		townOfViewer(ctx),
		args.sort === "similar" ? townToSortBy(ctx, args.similarTo, selection) : null,
	]);
	const sort = similarTo ? "similar" : hasWords && args.sort !== "newest" ? "relevance" : "newest";
	return {
		...{ text, isCut, signs, hasWords, sort, similarTo, unclearTowns },
		query: {
			...{ text: signs.words, demands: signs, sort, similarTo, language: ctx.language, selection, reads },
			towns: own ? [own] : [],
			ownFirst: args.ownFirst ?? false,
			cursor: args.after ?? null,
			limit: pageSize(args.first),
		},
	};
}

/** The town that is asked for, else the first to which the search is narrowed, else one's own. */
async function townToSortBy(
	ctx: Context,
	asked: string | null | undefined,
	{ like = [] }: Selection,
): Promise<PlaceRow | null> {
	for (const id of [...(asked ? [asked] : []), ...like]) {
		const place = await findPlace(ctx, String(id));
		if (place) return place;
	}
	return townOfViewer(ctx);
}

async function readFilter(
	ctx: Context,
	filter: SearchFilter | null | undefined,
): Promise<{ selection: Selection; unclearTowns: UnclearTown[] }> {
	const chosen = facets.map((facet) => {
		const values = (filter?.[facet] ?? []).map((value) => cleanText(String(value).slice(0, longestValue)));
		return [facet, [...new Set(values.filter(Boolean))].slice(0, mostValues)] as const;
	});
	const { like = [], ...selection }: Selection = Object.fromEntries(
		chosen.filter(([, values]) => values.length),
	);
	const towns = await Promise.all(like.slice(0, mostTowns).map((town) => readTown(ctx, String(town))));
	const ids = towns.filter((town) => typeof town === "string");
	return {
		selection: ids.length ? { ...selection, like: [...new Set(ids)] } : selection,
		unclearTowns: towns.filter((town) => typeof town !== "string"),
	};
}

/** The id of a town that is named by it, or as somebody types it; what is typed where there is no such town. */
async function readTown(ctx: Context, town: string): Promise<string | UnclearTown> {
	if (readPlaceId(town) !== null) return town;
	const { place, candidates } = await findPlaceByName(ctx.db, town);
	const only = place ?? (candidates.length === 1 ? candidates[0] : null);
	if (only) return String(only.id);
	return candidates.length ? { typed: town, places: candidates } : town;
}
