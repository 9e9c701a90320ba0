/** Advisory locks of the product, each with a number of its own. Any numbers would do, the same in every process. */
export const locks = {
	/** Bringing the schema up to date. */
	migrations: 4_150_991,
	/** Counting the terms and facets of the index. */
	statistics: 4_150_992,
	/** Choosing slugs of practices. */
	slugs: 4_150_993,
	/** Storing a piece of an imported file. */
	imports: 4_150_994,
	/** Loading the towns of the world. */
	gazetteer: 4_150_996,
	/** Shared by all who write postings; alone, whoever takes away unused terms. */
	vocabulary: 4_150_995,
	/** Looking whose alerts find what is new. */
	alerts: 4_150_997,
} as const;
