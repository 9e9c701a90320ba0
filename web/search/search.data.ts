import { listedKinds } from "@interurban/contract/vocabulary";
import { query } from "@solidjs/router";
import { execute } from "../execute.ts";
import { Search, SearchMore } from "../generated/operations.ts";
import type { SearchHitFragment, SearchQuery, SearchQueryVariables } from "../generated/types.ts";
import type { SearchFacet, SearchState } from "./search-address.ts";

export type Hit = SearchHitFragment;
export type Results = SearchQuery["search"];
export type MoreResults = Pick<Results, "items" | "nextCursor">;

/** What a search asks of the server. */
export function variablesOf({ text, chosen, sort, ownFirst, after }: SearchState): SearchQueryVariables {
	const filter = Object.fromEntries(Object.entries(chosen).map(([facet, values]) => [facet, [...values]]));
	const kind = chosen.kind.length ? [...chosen.kind] : [...listedKinds];
	return { text, filter: { ...filter, kind }, sort, ownFirst, after: after || null };
}

/** The values of a facet, with how many results each leaves. */
export const valuesOf = (results: Results, facet: SearchFacet) =>
	results.facets.find((each) => each.facet === facet)?.values ?? [];

/** A page of what a search finds, with facets. */
export const getResults = query(
	async (state: SearchState): Promise<Results> => (await execute(Search, variablesOf(state))).search,
	"search",
);

/** A later page of it, without facets. */
export const getMoreResults = query(
	async (state: SearchState): Promise<MoreResults> => (await execute(SearchMore, variablesOf(state))).search,
	"search-more",
);
