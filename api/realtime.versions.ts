import type { Pool } from "@interurban/db/client";
import type { FastifyBaseLogger } from "fastify";
import { within } from "./deadline.ts";
import { isUnavailable } from "./graphql.ts";
import type { Live } from "./realtime.ts";
import { findVersions, readStream, type StreamKinds } from "./streams.ts";

/** Milliseconds after which a change that nobody was told of is known to its listeners. */
const every = 5000;
/** Milliseconds after which an answer is not waited for any more: on a line that says nothing it may never come. */
const patience = 20_000;

/**
 * Tells listeners how far their stream has come when it has moved on, as the database knows it. Events do that at once;
 * this is for those that were never sent, because a process died or a connection broke between a commit and its event.
 */
export function watchVersions(db: Pool, io: Live, kinds: StreamKinds, log: FastifyBaseLogger) {
	let known = new Map<string, number>();
	let timer: NodeJS.Timeout | undefined;
	let running = false;

	const look = async () => {
		if (running) return;
		running = true;
		try {
			const names = [...io.sockets.adapter.rooms.keys()].filter((name) => readStream(kinds, name));
			const versions = names.length
				? await within(patience, findVersions(kinds, db, names))
				: new Map<string, number>();
			for (const [stream, version] of versions)
				if (version !== known.get(stream)) io.local.to(stream).emit("stream.reached", { stream, version });
			known = versions;
		} catch (error) {
			if (!isUnavailable(error)) log.error(error, "the streams could not be looked through");
		} finally {
			running = false;
		}
	};

	return {
		start() {
			timer = setInterval(look, every).unref();
		},
		stop() {
			clearInterval(timer);
		},
	};
}
