import { boolean, pgTable, text } from "drizzle-orm/pg-core";

/** The concepts of `packages/concepts` that rows may refer to; labels stay in the concept scheme. */
export const topics = pgTable("topics", {
	id: text().primaryKey(),
	/** No longer in the scheme: kept for what refers to it, not offered any more. */
	retired: boolean().notNull().default(false),
});
