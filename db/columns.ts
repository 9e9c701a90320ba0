import { type SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, bigint, smallint, timestamp } from "drizzle-orm/pg-core";

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
		.$onUpdate(() => sql`now()`);

/** The place of a row among those of its kind that belong together, from 0. */
export const position = () => smallint().notNull();

/** For `check`: a text that is not blank, of at most so many characters. */
export const filled = (column: AnyPgColumn, most: number): SQL =>
	sql`char_length(btrim(${column})) between 1 and ${sql.raw(String(most))}`;
