import { pgTable, text } from "drizzle-orm/pg-core";
import { createdAt, instant } from "../columns.ts";

/** What a network was begun with, so that a loading that was cut off is finished and none happens twice. */
export const seeds = pgTable("seeds", {
	name: text().primaryKey(),
	startedAt: createdAt(),
	finishedAt: instant(),
});
