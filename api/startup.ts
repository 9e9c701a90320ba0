import { setTimeout as sleep } from "node:timers/promises";
import type { Pool } from "@interurban/db/client";
import { migrate } from "@interurban/db/migrate";
import { isUnavailable } from "./graphql.ts";
import { seed } from "./seed.ts";

/** The database answers, but not to us: its message is a sentence for the operator. */
export class RefusedDatabase extends Error {}

/** SQLSTATE of a wrong account or password, a missing database and missing rights. */
const refusals = /^(28|3D|42501)/;

/**
 * Brings the database to the current schema and loads what a new network begins with. While the database is out of
 * reach it is tried again; pages say so in the meantime.
 * @param options.where names the setting that the operator would change, e.g. "DATABASE_URL"
 * @throws RefusedDatabase when trying again cannot help
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
			const { code, message } = causeOf(error);
			if (refusals.test(code))
				throw new RefusedDatabase(`The database refuses us: ${message}. Check ${options.where}.`, {
					cause: error,
				});
			if (!isUnavailable(error)) throw error;
			if (!told)
				console.error(`The database does not answer (${message}). Check ${options.where}; trying again …`);
			told = true;
			await sleep(1000);
		}
	}
}

/** What the database or the network said first; an error for several addresses has a code only. */
function causeOf(error: unknown): { code: string; message: string } {
	let cause = error as Error & { code?: unknown };
	while (cause.cause instanceof Error) cause = cause.cause;
	const code = typeof cause.code === "string" ? cause.code : "";
	return { code, message: cause.message || code };
}
