import { clean, readText } from "./question.ts";

/** What results can be narrowed by, with the name of each in addresses. */
const names = {
	kind: "kind",
	topic: "topic",
	sdg: "sdg",
	country: "country",
	region: "region",
	population: "size",
	like: "like",
	language: "lang",
	stage: "stage",
	evidence: "evidence",
} as const;

export type SearchFacet = keyof typeof names;

/** Stands for all languages that a reader reads. */
export const readLanguages = "mine";

/** The facets of the filter; kinds have their tabs. */
export const filterFacets = Object.keys(names).filter((facet) => facet !== "kind") as Exclude<
	SearchFacet,
	"kind"
>[];

/** No value of any of them. */
export const nothingChosen: Partial<Record<SearchFacet, readonly string[]>> = Object.fromEntries(
	filterFacets.map((facet) => [facet, []]),
);

export const parameterOf = (facet: SearchFacet): string => names[facet];

const sorts = ["relevance", "newest", "similar"] as const;
export type Sort = (typeof sorts)[number];

export interface SearchState {
	text: string;
	chosen: Readonly<Record<SearchFacet, readonly string[]>>;
	sort: Sort;
	/** Whether what is in the reader's language comes first. */
	ownFirst: boolean;
	/** Cursor of a later page. */
	after: string;
	/** Names in the address that mean nothing here: an old one may have them. */
	strange: readonly string[];
}

/** More would not be looked at, and must not make a page of megabytes. */
const mostValues = 20;
const longestValue = 60;

const longestCursor = 300;

/** What an address asks for; what it says that means nothing is left out. */
export function readSearch(query: string): SearchState {
	const fields = new URLSearchParams(query);
	const chosen = Object.fromEntries(
		Object.entries(names).map(([facet, name]) => {
			const values = fields.getAll(name).map((value) => clean(value.slice(0, longestValue)).trim());
			return [facet, [...new Set(values)].filter(Boolean).slice(0, mostValues)];
		}),
	) as Record<SearchFacet, string[]>;
	return {
		text: readText(query),
		chosen,
		sort: sorts.find((sort) => sort === fields.get("sort")) ?? "relevance",
		ownFirst: fields.get("first") === readLanguages,
		after: clean(fields.get("after") ?? "").slice(0, longestCursor),
		strange: strangeIn(fields),
	};
}

/** What others add to addresses, to see where readers come from. */
const tracking = /^(utm_|pk_|mtm_|_|ref$)|clid$/;

function strangeIn(fields: URLSearchParams): string[] {
	const known: readonly string[] = [...Object.values(names), "q", "sort", "first", "after"];
	const found = [...fields.keys()].filter((name) => !known.includes(name) && !tracking.test(name));
	return [...new Set(found.map((name) => clean(name).slice(0, longestValue)))].slice(0, mostValues);
}

/** The address of a search, below the language prefix. A changed search begins at its first page. */
export function addressOf(
	state: SearchState,
	changes: Partial<Omit<SearchState, "chosen">> & { chosen?: Partial<SearchState["chosen"]> } = {},
): string {
	const { text, sort, ownFirst, after, chosen } = {
		...{ ...state, after: "", ...changes },
		chosen: { ...state.chosen, ...changes.chosen },
	};
	const fields = new URLSearchParams();
	if (text.trim()) fields.set("q", text.trim());
	for (const facet of Object.keys(names) as SearchFacet[])
		for (const value of chosen[facet]) fields.append(names[facet], value);
	if (sort !== "relevance") fields.set("sort", sort);
	if (ownFirst) fields.set("first", readLanguages);
	if (after) fields.set("after", after);
	const query = fields.toString();
	return query ? `/search?${query}` : "/search";
}

/** The feed of what a search finds; it is always sorted by time. */
export function feedOf(state: SearchState): string {
	return addressOf(state, { sort: "relevance", ownFirst: false }).replace("/search", "/search.atom");
}

/** What a form of facets carries along unseen. */
export function carried(state: SearchState): (readonly [name: string, value: string])[] {
	return [
		...(state.text ? [["q", state.text] as const] : []),
		...state.chosen.kind.map((kind) => ["kind", kind] as const),
		...(state.sort !== "relevance" ? [["sort", state.sort] as const] : []),
		...(state.ownFirst ? [["first", readLanguages] as const] : []),
	];
}

/** How many values are chosen, kinds left out. */
export const countChosen = (state: SearchState): number =>
	filterFacets.reduce((sum, facet) => sum + state.chosen[facet].length, 0);
