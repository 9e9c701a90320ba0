import type { Pool } from "@interurban/db/client";
import { people, sessions } from "@interurban/db/schema/people";
import { and, eq, gt, inArray, isNull } from "drizzle-orm";
import type { FastifyBaseLogger } from "fastify";
import type { Live } from "./realtime.ts";

/** The database tells of each session that ends and each person whose rights change, by the name of their room. */
const channel = "revoked";
/** For how long an end is remembered, in milliseconds: longer than a socket takes from its sign-in to its room. */
const recent = 60_000;
const sweepEvery = 30_000;
const retryAfter = 1000;

/**
 * Ends sockets together with what they were signed in by, whoever ended that and wherever: triggers in the database
 * notify every process after the commit. Sessions that run out, and notices lost with a connection, are found by a sweep.
 */
export function watchRevocations(db: Pool, io: Live, log: FastifyBaseLogger) {
	const revoked = new Map<string, number>();
	let sweeper: NodeJS.Timeout | undefined;
	let stopped = false;

	const end = (room: string) => {
		const now = Date.now();
		for (const [other, at] of revoked) if (at < now - recent) revoked.delete(other);
		revoked.set(room, now);
		io.local.in(room).disconnectSockets(true);
	};

	const sweep = async () => {
		const sockets = [...io.sockets.sockets.values()].filter((socket) => socket.data.sessionId);
		if (!sockets.length) return;
		try {
			const ids = sockets.flatMap((socket) => socket.data.sessionId ?? []);
			const valid = await findValidSessions(db, ids);
			for (const socket of sockets) if (!valid.has(socket.data.sessionId ?? "")) socket.disconnect(true);
		} catch (error) {
			log.warn(error, "live sessions could not be looked through");
		}
	};

	const listen = () => {
		if (stopped) return;
		db.$client.listen(channel, end, sweep).catch(() => setTimeout(listen, retryAfter).unref());
	};

	return {
		start() {
			listen();
			sweeper = setInterval(sweep, sweepEvery).unref();
		},
		stop() {
			stopped = true;
			clearInterval(sweeper);
		},
		/** Whether a room was ended after a socket began to sign in, and before it could be in that room. */
		endedSince: (room: string, began: number) => (revoked.get(room) ?? 0) >= began,
	};
}

async function findValidSessions(db: Pool, publicIds: string[]): Promise<Set<string>> {
	const now = new Date();
	const rows = await db
		.select({ id: sessions.publicId })
		.from(sessions)
		.innerJoin(people, eq(people.id, sessions.personId))
		.where(
			and(
				inArray(sessions.publicId, [...new Set(publicIds)]),
				gt(sessions.endsAt, now),
				gt(sessions.expiresAt, now),
				isNull(people.suspendedAt),
			),
		);
	return new Set(rows.map((row) => row.id));
}
