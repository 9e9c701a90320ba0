import type { Db } from "@interurban/db/client";
import { people, sessions } from "@interurban/db/schema/people";
import { and, desc, eq, gt, like, ne, sql } from "drizzle-orm";

/** A session as its person may see it. */
export type SessionRow = { publicId: string; userAgent: string; startedAt: Date };

export type NewPerson = Pick<
	typeof people.$inferInsert,
	"name" | "email" | "passwordHash" | "language" | "role"
>;

/**
 * Adds a person under the first free handle of `base`, `base-2`, `base-3` …
 * @returns null when the address has an account already
 */
export async function insertPerson(
	db: Db,
	base: string,
	person: NewPerson,
): Promise<{ id: number; handle: string } | null> {
	for (;;) {
		const handle = await findFreeHandle(db, base);
		const [row] = await db
			.insert(people)
			.values({ ...person, handle })
			.onConflictDoNothing()
			.returning({ id: people.id, handle: people.handle });
		if (row) return row;
		if (await findAccount(db, person.email)) return null;
	}
}

async function findFreeHandle(db: Db, base: string): Promise<string> {
	const taken = await db
		.select({ handle: people.handle })
		.from(people)
		.where(like(people.handle, `${base}%`));
	const handles = new Set(taken.map((row) => row.handle));
	if (!handles.has(base)) return base;
	let number = 2;
	while (handles.has(`${base}-${number}`)) number += 1;
	return `${base}-${number}`;
}

/** What signs a person in. */
export async function findAccount(db: Db, email: string) {
	const [row] = await db
		.select({ id: people.id, passwordHash: people.passwordHash, suspendedAt: people.suspendedAt })
		.from(people)
		.where(eq(people.email, email));
	return row ?? null;
}

export async function findOwnAccount(db: Db, id: number) {
	const [row] = await db
		.select({ name: people.name, email: people.email, passwordHash: people.passwordHash })
		.from(people)
		.where(eq(people.id, id));
	return row ?? null;
}

export async function updatePassword(db: Db, id: number, passwordHash: string): Promise<void> {
	await db.update(people).set({ passwordHash }).where(eq(people.id, id));
}

/** Changes an address; answers whether it was free. */
export async function updateEmail(db: Db, id: number, email: string): Promise<boolean> {
	const [other] = await db
		.select({ id: people.id })
		.from(people)
		.where(and(eq(people.email, email), ne(people.id, id)));
	if (other) return false;
	await db.update(people).set({ email }).where(eq(people.id, id));
	return true;
}

/** A person's sessions that have not ended, the latest first. */
export function listSessions(db: Db, personId: number): Promise<SessionRow[]> {
	const now = sql`now()`;
	return db
		.select({ publicId: sessions.publicId, userAgent: sessions.userAgent, startedAt: sessions.createdAt })
		.from(sessions)
		.where(and(eq(sessions.personId, personId), gt(sessions.expiresAt, now), gt(sessions.endsAt, now)))
		.orderBy(desc(sessions.createdAt), sessions.publicId)
		.limit(100);
}

/** Ends sessions of a person: one, all but one, or all; their sockets end with them. Answers how many. */
export async function deleteSessions(
	db: Db,
	personId: number,
	which: { only?: string | undefined; except?: string | undefined } = {},
): Promise<number> {
	const ended = await db
		.delete(sessions)
		.where(
			and(
				eq(sessions.personId, personId),
				which.only === undefined ? undefined : eq(sessions.publicId, which.only),
				which.except === undefined ? undefined : ne(sessions.publicId, which.except),
			),
		)
		.returning({ publicId: sessions.publicId });
	return ended.length;
}

export async function isAdministered(db: Db): Promise<boolean> {
	const [row] = await db.select({ id: people.id }).from(people).where(eq(people.role, "admin")).limit(1);
	return row !== undefined;
}
