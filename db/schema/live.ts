import { customType, pgTable } from "drizzle-orm/pg-core";
import { createdAt, id } from "../columns.ts";

const bytea = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });

/**
 * Live events on their way between processes that are too long for a notice of the database: read at once, and removed
 * after half a minute. Not logged, since nothing is lost with them that is not fetched anyway.
 */
export const liveAttachments = pgTable("live_attachments", {
	id: id(),
	createdAt: createdAt(),
	payload: bytea().notNull(),
});
