import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createDb, type Pool } from "@interurban/db/client";
import { startEmbedded } from "@interurban/db/embedded";
import { migrate } from "@interurban/db/migrate";
import { type Env, readEnv } from "./env.ts";

/** The project's folder. */
export const root = join(
	dirname(createRequire(import.meta.url).resolve("@interurban/api/package.json")),
	"..",
);

/** Tells the operator what is wrong, and ends. */
export function giveUp(message: string): never {
	console.error(message);
	process.exit(1);
}

/** The settings; a wrong one ends the program with a sentence that names it. */
export function loadEnv(): Env {
	try {
		return readEnv(process.env, join(root, ".data"));
	} catch (error) {
		return giveUp((error as Error).message);
	}
}

/** Does some work on the network's database, beside a running service or without one. */
export async function withDatabase(env: Env, work: (db: Pool) => Promise<void>): Promise<void> {
	const embedded = env.DATABASE_URL
		? null
		: await startEmbedded({ dataDir: env.DATA_DIR }).catch((error: Error) => giveUp(error.message));
	await embedded?.createDatabase("interurban");
	const db = createDb(env.DATABASE_URL ?? embedded?.connection("interurban") ?? "", { max: 2 });
	try {
		await migrate(db);
		await work(db);
	} finally {
		await db.close();
		await embedded?.stop();
	}
}

/** What the database says is wrong, rather than what was asked of it. */
export function reasonOf(error: unknown): string {
	if (error instanceof Error && error.cause instanceof Error) return error.cause.message;
	return error instanceof Error ? error.message : String(error);
}
