/** What other slices need of search: things become findable in the transaction that publishes them. */
export { type ConceptInText, conceptsIn } from "./concepts-in.ts";
export {
	indexDocument,
	indexDocuments,
	refreshStatistics,
	removeDocument,
} from "./search.index.ts";
export { keepStatistics } from "./search.job.ts";
