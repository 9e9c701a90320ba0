import type { Pool } from "@interurban/db/client";
import { deleteUnused, findKnown } from "./files.queries.ts";
import type { FileStore } from "./files.store.ts";

const day = 86_400_000;
/** Uploaded files wait so long for a practice or a post. */
const patience = 7 * day;
const batch = 500;

/**
 * Removes files that are part of no practice, no post and no draft seven days after their upload, bytes without a row (of people
 * who are gone), and what broken uploads left.
 */
export async function tidyFiles(db: Pool, store: FileStore, now = new Date()): Promise<void> {
	const yesterday = new Date(now.getTime() - day);
	const longAgo = new Date(now.getTime() - patience);
	for (;;) {
		const ids = await deleteUnused(db, longAgo, batch);
		for (const id of ids) await store.remove(id);
		if (ids.length < batch) break;
	}
	let ids: string[] = [];
	const removeUnknown = async () => {
		const known = await findKnown(db, ids);
		for (const id of ids) if (!known.has(id)) await store.remove(id);
		ids = [];
	};
	for await (const id of store.list(yesterday)) if (ids.push(id) === batch) await removeUnknown();
	await removeUnknown();
	await store.removeUnfinished(yesterday);
}

/** Tidies when the network starts, and daily. */
export function keepFilesTidy(
	db: Pool,
	store: FileStore,
	log: { warn(error: unknown, message: string): void },
): { start(): void; stop(): Promise<void> } {
	let timer: NodeJS.Timeout | undefined;
	let stopped = false;
	let running: Promise<void> = Promise.resolve();
	const run = () => {
		running = tidyFiles(db, store).catch((error) => {
			if (!stopped) log.warn(error, "unused files could not be removed");
		});
	};
	return {
		start() {
			run();
			timer = setInterval(run, day).unref();
		},
		/** Resolves when nothing of it runs any more. */
		async stop() {
			stopped = true;
			clearInterval(timer);
			await running;
		},
	};
}
