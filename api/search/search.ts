/** What other slices need of search: things become findable in the transaction that publishes them. */
export { conceptsIn } from "./concepts-in.ts";
export type { SearchText } from "./postings.ts";
export { indexDocuments, removeDocument } from "./search.index.ts";
export { keepStatistics } from "./search.job.ts";
export { defineSource } from "./search.source.ts";
export { refreshStatistics } from "./search.statistics.ts";
export { makeWordFinder } from "./word-finder.ts";
