import { createHash, randomBytes } from "node:crypto";
import type { Language } from "@interurban/contract/languages";
import type { Role } from "@interurban/contract/vocabulary";
import type { Db } from "@interurban/db/client";
import { people, sessions } from "@interurban/db/schema/people";
import { statement } from "@interurban/db/statement";
import { and, eq, gt, isNull, lt, sql } from "drizzle-orm";
import { type Adapter, Lucia, TimeSpan } from "lucia";

/** Who asks: what rules and pages need of the signed-in person. */
export type Viewer = {
	id: number;
	handle: string;
	name: string;
	role: Role;
	language: Language;
	onboarded: boolean;
};

/** A session as its person may see it; `publicId` names it without its secret. */
export type ViewerSession = { publicId: string };

declare module "lucia" {
	interface Register {
		Lucia: Lucia<{ publicId: string }, Omit<Viewer, "id">>;
		UserId: number;
		DatabaseUserAttributes: Omit<Viewer, "id">;
		DatabaseSessionAttributes: { publicId: string; userAgent: string };
	}
}

/** A session nobody uses ends after 30 days, every session after 90. */
const idle = new TimeSpan(30, "d");
const absolute = new TimeSpan(90, "d");

const makeToken = () => randomBytes(32).toString("base64url");
const hash = (token: string) => createHash("sha256").update(token).digest("hex");

const signedIn = statement((db) =>
	db
		.select({
			session: sessions,
			person: {
				id: people.id,
				handle: people.handle,
				name: people.name,
				role: people.role,
				language: people.language,
				onboardedAt: people.onboardedAt,
			},
		})
		.from(sessions)
		.innerJoin(people, eq(people.id, sessions.personId))
		.where(
			and(
				eq(sessions.id, sql.placeholder("id")),
				gt(sessions.endsAt, sql`now()`),
				gt(sessions.expiresAt, sql`now()`),
				isNull(people.suspendedAt),
			),
		),
);

/** Lucia's adapter over our table, which holds only SHA-256 of each token. */
function adapterFor(db: Db): Adapter {
	return {
		async getSessionAndUser(token) {
			const [row] = await signedIn(db, { id: hash(token) });
			if (!row) return [null, null];
			const { id, onboardedAt, language, ...attributes } = row.person;
			return [
				{
					// Lucia compares and renews by the token that was presented, so it gets that one back.
					id: token,
					userId: id,
					expiresAt: row.session.expiresAt,
					attributes: { publicId: row.session.publicId, userAgent: row.session.userAgent },
				},
				{
					id,
					attributes: { ...attributes, language: language as Language, onboarded: onboardedAt !== null },
				},
			];
		},
		async setSession({ id, userId, expiresAt, attributes }) {
			await db.insert(sessions).values({
				id: hash(id),
				personId: userId,
				expiresAt,
				endsAt: sql`now() + ${`${absolute.seconds()} seconds`}::interval`,
				userAgent: attributes.userAgent,
			});
		},
		async updateSessionExpiration(token, expiresAt) {
			await db
				.update(sessions)
				.set({ expiresAt: sql`least(${expiresAt.toISOString()}::timestamptz, ${sessions.endsAt})` })
				.where(eq(sessions.id, hash(token)));
		},
		async deleteSession(token) {
			await db.delete(sessions).where(eq(sessions.id, hash(token)));
		},
		async deleteUserSessions(personId) {
			await db.delete(sessions).where(eq(sessions.personId, personId));
		},
		async deleteExpiredSessions() {
			await db.delete(sessions).where(lt(sessions.expiresAt, sql`now()`));
		},
		// A person's sessions are listed from the table: tokens cannot be got back from their hashes.
		getUserSessions: async () => [],
	};
}

export type Sessions = ReturnType<typeof makeSessions>;

/**
 * Sign-in by cookie. `secure` is whether the service is reached by https: it sets the cookie's name and flags.
 */
export function makeSessions(db: Db, secure: boolean) {
	const lucia = new Lucia(adapterFor(db), {
		sessionExpiresIn: idle,
		sessionCookie: {
			name: secure ? "__Host-session" : "session",
			attributes: { secure, sameSite: "lax", path: "/" },
		},
		getUserAttributes: (attributes) => attributes,
		getSessionAttributes: ({ publicId }) => ({ publicId }),
	});
	return {
		cookieName: lucia.sessionCookieName,

		/** The person behind a token; `cookie` is to be set when the session was renewed or turned out to be none. */
		async validate(
			token: string,
		): Promise<{ viewer: Viewer | null; session: ViewerSession | null; cookie: string | null }> {
			const { session, user } = await lucia.validateSession(token);
			if (!session)
				return { viewer: null, session: null, cookie: lucia.createBlankSessionCookie().serialize() };
			return {
				viewer: user,
				session: { publicId: session.publicId },
				cookie: session.fresh ? lucia.createSessionCookie(session.id).serialize() : null,
			};
		},

		/** Starts a session; its token is only in `cookie`, the value of `Set-Cookie`. */
		async create(personId: number, userAgent: string): Promise<{ viewer: Viewer; cookie: string }> {
			const token = makeToken();
			await lucia.createSession(
				personId,
				{ publicId: "", userAgent: userAgent.slice(0, 300) },
				{ sessionId: token },
			);
			const { user } = await lucia.validateSession(token);
			if (!user) throw new Error(`person ${personId} cannot have a session`);
			return { viewer: user, cookie: lucia.createSessionCookie(token).serialize() };
		},

		/** A cookie that looks like a session's and is none. */
		pretend: () => lucia.createSessionCookie(makeToken()).serialize(),

		/** The `Set-Cookie` value that removes a session from the browser. */
		blank: () => lucia.createBlankSessionCookie().serialize(),

		/** Ends the session of a token; returns the `Set-Cookie` value that removes it from the browser. */
		async end(token: string): Promise<string> {
			await lucia.invalidateSession(token);
			return lucia.createBlankSessionCookie().serialize();
		},
	};
}
