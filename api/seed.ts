import { createHash } from "node:crypto";
import { concepts } from "@interurban/concepts/concepts";
import type { Pool } from "@interurban/db/client";
import { seeds } from "@interurban/db/schema/seeds";
import { topics } from "@interurban/db/schema/topics";
import { loadGazetteer } from "@interurban/db/seed/gazetteer";
import { eq, like, notInArray } from "drizzle-orm";
import { type ShownProgress, showProgress } from "./progress.ts";
import { noteEmptyIndex } from "./search/search.rebuild.ts";
import { seedDemonstration } from "./seed.demonstration.ts";
import { indexTopics } from "./topics/topics.ts";

/**
 * Loads what a new network begins with: the topics and the towns of the world, and the demonstration data where they are
 * wanted and nobody is there yet. What was cut off is finished by the next call.
 */
export async function seed(db: Pool, options: { demo: boolean }): Promise<void> {
	await noteEmptyIndex(db);
	await seedTopics(db);
	await seedPlaces(db);
	if (options.demo) await seedDemonstration(db);
}

/**
 * Brings the table of topics to the concept scheme. In a new network they are findable at once; after a change of the scheme
 * the index is made again in the background, and that takes its time.
 */
async function seedTopics(db: Pool): Promise<void> {
	const scheme = [...concepts.values()];
	const version = createHash("sha256").update(JSON.stringify(scheme)).digest("hex").slice(0, 16);
	const name = `topics ${version}`;
	const [known] = await db.select().from(seeds).where(eq(seeds.name, name));
	if (known?.finishedAt) return;
	const ids = scheme.map(({ id }) => id);
	await db.transaction(async (tx) => {
		await tx
			.insert(topics)
			.values(ids.map((id) => ({ id, retired: false })))
			.onConflictDoUpdate({ target: topics.id, set: { retired: false } });
		await tx.update(topics).set({ retired: true }).where(notInArray(topics.id, ids));
		const [earlier] = await tx.select().from(seeds).where(like(seeds.name, "topics %")).limit(1);
		if (!earlier) await indexTopics(tx, ids);
		await tx.insert(seeds).values({ name, finishedAt: new Date() }).onConflictDoNothing();
	});
}

async function seedPlaces(db: Pool): Promise<void> {
	let shown: ShownProgress | undefined;
	let before = 0;
	await loadGazetteer(db, (done, total) => {
		shown ??= showProgress("Loading the towns of the world", total);
		shown.add(done - before);
		before = done;
	});
	shown?.stop();
}
