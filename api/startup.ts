import { setTimeout as sleep } from "node:timers/promises";
import type { Pool } from "@interurban/db/client";
import { migrate } from "@interurban/db/migrate";
import { isUnavailable } from "./graphql.ts";
import { seed } from "./seed.ts";

/**
 * Brings the database to the current schema and loads what a new network begins with. While the database is out of
 * reach it is tried again; pages say so in the meantime.
 * @param options.where names the setting that the operator would change, e.g. "DATABASE_URL"
 */
export async function prepareDatabase(
	db: Pool,
	options: { demo: boolean; where: string; isStopping: () => boolean },
): Promise<void> {
	let told = false;
	while (!options.isStopping()) {
		try {
			await migrate(db);
			await seed(db, { demo: options.demo });
			return;
		} catch (error) {
			if (!isUnavailable(error)) throw error;
			if (!told)
				console.error(
					`The database does not answer (${options.where}): ${(error as Error).message}. Trying again …`,
				);
			told = true;
			await sleep(1000);
		}
	}
}
