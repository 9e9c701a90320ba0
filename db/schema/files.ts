import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, ref } from "../columns.ts";
import { people } from "./people.ts";

/** An uploaded file; its bytes lie in the file store under `id`. */
export const files = pgTable(
	"files",
	{
		id: uuid().primaryKey().defaultRandom(),
		ownerId: ref()
			.notNull()
			.references(() => people.id, { onDelete: "cascade" }),
		name: text().notNull(),
		/** Found from the content, never taken from the sender. */
		mediaType: text().notNull(),
		/** Bytes. */
		size: integer().notNull(),
		/** Pixels, of pictures only. */
		width: integer(),
		height: integer(),
		createdAt: createdAt(),
	},
	(t) => [
		index("files_owner").on(t.ownerId),
		check("files_size_positive", sql`${t.size} > 0`),
		check("files_picture_size", sql`(${t.width} is null) = (${t.height} is null)`),
	],
);

export type StoredFile = typeof files.$inferSelect;
