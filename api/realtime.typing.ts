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
	const asked = new Map<string, { at: number; typist: Promise<Typist | null> }>();

	const findTypist = async (stream: string): Promise<Typist | null> => {
		const { viewer } = socket.data;
		const { kind, id } = readStream(streams, stream) ?? {};
		return viewer && kind?.findTypist && id ? kind.findTypist(db, viewer.id, id) : null;
	};

	/** All events that wait for one answer wait for the same promise, so that none overtakes another. */
	const typistIn = (stream: string): Promise<Typist | null> => {
		const known = asked.get(stream);
		if (known && known.at > performance.now() - remembered) return known.typist;
		const typist = findTypist(stream);
		if (asked.size > 50) asked.clear();
		asked.set(stream, { at: performance.now(), typist });
		typist.catch(() => asked.delete(stream));
		return typist;
	};

	return async (stream: string, isTyping: boolean): Promise<void> => {
		if (!socket.data.viewer || !socket.rooms.has(stream) || !bucket.take()) return;
		if ((socket.nsp.adapter.rooms.get(stream)?.size ?? 0) > mostListeners) return;
		const typist = await typistIn(stream);
		if (!typist || !socket.rooms.has(stream)) return;
		const others = isTyping ? socket.to(stream).volatile : socket.to(stream); // who has stopped must not stay shown
		others.emit("typing", { stream, ...typist, isTyping });
	};
}
