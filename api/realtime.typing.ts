import type { Pool } from "@interurban/db/client";
import { makeBucket } from "./realtime.limits.ts";
import type { LiveSocket } from "./realtime.ts";
import { readStream, type StreamKinds } from "./streams.ts";

/** Milliseconds for which the right to be seen writing is not asked for again. */
const remembered = 10_000;
/** Listeners above which nobody cares who is writing just now. */
const mostListeners = 100;

type Typist = { handle: string; name: string };

/**
 * Passes on that somebody is writing, to the others who hear the stream. It is the one thing that sockets carry from
 * people to people: nothing of it is stored, it may be lost, and what is too much is dropped.
 */
export function makeTyping(socket: LiveSocket, streams: StreamKinds, db: Pool) {
	const bucket = makeBucket(10, 1);
	const asked = new Map<string, { at: number; typist: Typist | null }>();

	const typistIn = async (stream: string): Promise<Typist | null> => {
		const known = asked.get(stream);
		if (known && known.at > Date.now() - remembered) return known.typist;
		const { viewer } = socket.data;
		const { kind, id } = readStream(streams, stream) ?? {};
		const typist = viewer && kind?.findTypist && id ? await kind.findTypist(db, viewer.id, id) : null;
		if (asked.size > 50) asked.clear();
		asked.set(stream, { at: Date.now(), typist });
		return typist;
	};

	return async (stream: string, isTyping: boolean): Promise<void> => {
		if (!socket.data.viewer || !socket.rooms.has(stream) || !bucket.take()) return;
		if ((socket.nsp.adapter.rooms.get(stream)?.size ?? 0) > mostListeners) return;
		const typist = await typistIn(stream);
		if (typist && socket.rooms.has(stream))
			socket.to(stream).volatile.emit("typing", { stream, ...typist, isTyping });
	};
}
