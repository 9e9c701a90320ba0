/**
 * What a slice needs that searches. Apart from `search.ts`, which all slices import whose things are found: these know of
 * those slices.
 */
export { type Facet, facets } from "./search/facets.ts";
export { queryTerms } from "./search/query-terms.ts";
export { readSearch } from "./search/search.input.ts";
export { listMayFind } from "./search/search.kept.ts";
export { makeLabels } from "./search/search.labels.ts";
export { findAmong, type Rivals, type SearchQuery } from "./search/search.queries.ts";
export { type FoundThing, findThingsOf, type Results } from "./search/search.results.ts";
export { readSigns } from "./search/signs.ts";
