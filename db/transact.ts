import type { Db } from "./client.ts";

/** SQLSTATE of a deadlock, and of a transaction that others have overtaken. */
const overtaken = new Set(["40P01", "40001"]);
const mostAttempts = 5;

/**
 * One transaction; begun again when it had to give way to another one.
 * @param work leaves traces nowhere but in the database
 */
export function transact<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
	return untilDone(() => db.transaction(work));
}

/** The same for work that is one statement only: that is a transaction of its own, without being told. */
export function transactAtOnce<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
	return untilDone(() => work(db));
}

async function untilDone<T>(attempted: () => Promise<T>): Promise<T> {
	for (let attempt = 1; ; attempt++)
		try {
			return await attempted();
		} catch (error) {
			if (attempt === mostAttempts || !overtaken.has(sqlState(error))) throw error;
		}
}

/** The code that PostgreSQL gave an error, wherever in its causes; empty when it is none of its errors. */
export function sqlState(error: unknown): string {
	for (let current = error; current instanceof Error; current = current.cause) {
		const { code } = current as { code?: unknown };
		if (typeof code === "string") return code;
	}
	return "";
}
