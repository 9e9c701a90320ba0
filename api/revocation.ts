import type { Pool } from "@interurban/db/client";
import { listen } from "@interurban/db/listen";
import { people, sessions } from "@interurban/db/schema/people";
import { and, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import type { FastifyBaseLogger } from "fastify";
import { isUnavailable } from "./graphql.ts";
import { terminate } from "./realtime.limits.ts";
import type { Live, LiveSocket } from "./realtime.ts";
import { readStream, type StreamKinds } from "./streams.ts";

/**
 * What the database tells after a commit: `session:…` or `person:12` when a session has ended or a person’s rights have
 * changed, `person:12 thread:7` when a person may no longer hear a stream.
 */
const channel = "revoked";
/** For how long an end is remembered, in milliseconds: longer than a socket takes from its sign-in to its room. */
const recent = 60_000;
const sweepEvery = 5000;

/**
 * Ends sockets together with what they were signed in by, whoever ended that and wherever: triggers in the database
 * notify every process. Sessions that run out, and notices lost with a connection, are found by a sweep.
 */
export function watchRevocations(db: Pool, io: Live, streams: StreamKinds, log: FastifyBaseLogger) {
	const revoked = new Map<string, number>();
	let sweeper: NodeJS.Timeout | undefined;
	let unlisten = async () => {};

	const socketsIn = (room: string) =>
		[...(io.sockets.adapter.rooms.get(room) ?? [])].flatMap((id) => io.sockets.sockets.get(id) ?? []);

	const heard = (payload: string) => {
		const [who = "", stream] = payload.split(" ");
		if (stream) {
			for (const socket of socketsIn(roomOf(who))) socket.leave(stream);
			return;
		}
		const now = performance.now();
		for (const [other, at] of revoked) if (at < now - recent) revoked.delete(other);
		revoked.set(who, now);
		for (const socket of socketsIn(roomOf(who))) terminate(socket.conn);
	};

	const sweep = async () => {
		const sockets = [...io.sockets.sockets.values()].filter((socket) => socket.data.sessionId);
		if (!sockets.length) return;
		try {
			const roles = await findRoles(db, [...new Set(sockets.flatMap(({ data }) => data.sessionId ?? []))]);
			for (const { conn, data } of sockets)
				if (roles.get(data.sessionId ?? "") !== data.viewer?.role) terminate(conn);
		} catch (error) {
			if (!isUnavailable(error)) log.error(error, "live sessions could not be looked through");
		}
	};

	/** Notices may have been lost: everybody is looked at again. */
	const begun = async () => {
		await sweep();
		try {
			for (const room of [...io.sockets.adapter.rooms.keys()]) await recheck(room);
		} catch (error) {
			if (!isUnavailable(error)) log.error(error, "who may hear what could not be looked through");
		}
	};

	const recheck = async (room: string) => {
		const { kind, id } = readStream(streams, room) ?? {};
		if (!kind?.canHear || !id) return;
		const answers = new Map<number | undefined, boolean>();
		for (const socket of socketsIn(room)) {
			const { viewer } = socket.data;
			const answer = answers.get(viewer?.id) ?? (await kind.canHear(db, viewer, id));
			answers.set(viewer?.id, answer);
			if (!answer) socket.leave(room);
		}
	};

	return {
		start() {
			unlisten = listen(db, channel, { heard, begun });
			sweeper = setInterval(sweep, sweepEvery).unref();
		},
		async stop() {
			clearInterval(sweeper);
			await unlisten();
		},
		/**
		 * Ties a socket to the session and the person that it was signed in by; ends it when they have been revoked
		 * since its sign-in began.
		 */
		bind(socket: LiveSocket): void {
			const { viewer, sessionId, began } = socket.data;
			if (!viewer || !sessionId) return;
			const ties = [`person:${viewer.id}`, `session:${sessionId}`];
			if (ties.some((tie) => (revoked.get(tie) ?? 0) >= began)) terminate(socket.conn);
			else socket.join(ties.map(roomOf));
		},
	};
}

/** The room of all sockets that somebody is signed in by; no stream has a name like that. */
const roomOf = (who: string) => `of ${who}`;

/** The role of whoever each session signs in, by its public id; of those that are valid. */
async function findRoles(db: Pool, publicIds: string[]): Promise<Map<string, string>> {
	const now = sql`now()`;
	const rows = await db
		.select({ id: sessions.publicId, role: people.role })
		.from(sessions)
		.innerJoin(people, eq(people.id, sessions.personId))
		.where(
			and(
				inArray(sessions.publicId, publicIds),
				gt(sessions.endsAt, now),
				gt(sessions.expiresAt, now),
				isNull(people.suspendedAt),
			),
		);
	return new Map(rows.map(({ id, role }) => [id, role]));
}
