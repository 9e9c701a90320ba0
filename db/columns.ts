import { sql } from "drizzle-orm";
import { bigint, timestamp } from "drizzle-orm/pg-core";

/** An identity column; ids stay below 2^53. */
export const id = () => bigint({ mode: "number" }).primaryKey().generatedByDefaultAsIdentity();

/** A reference to another table's `id()`; add `.references(…)`. */
export const ref = () => bigint({ mode: "number" });

/** A point in time. Millisecond precision, so that a JavaScript Date loses nothing as a cursor. */
export const instant = () => timestamp({ withTimezone: true, precision: 3, mode: "date" });

export const createdAt = () => instant().notNull().default(sql`now()`);

export const updatedAt = () =>
	instant()
		.notNull()
		.default(sql`now()`)
		.$onUpdate(() => new Date());
