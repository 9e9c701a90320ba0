import type { Socket } from "socket.io";

type Connection = Socket["conn"];

/** Characters waiting for one client above which it is cut off; it catches up after its reconnect. */
const mostQueued = 1_000_000;

/** Allows `size` acts at once and `perSecond` in the long run. */
export function makeBucket(size: number, perSecond: number): { take(): boolean } {
	let level = size;
	let last = performance.now();
	return {
		take() {
			const now = performance.now();
			level = Math.min(size, level + ((now - last) / 1000) * perSecond);
			last = now;
			if (level < 1) return false;
			level -= 1;
			return true;
		},
	};
}

/**
 * Keeps one client from costing the others anything: cut off when more than a megabyte waits for it, or when it sends
 * packet upon packet.
 */
export function protect(connection: Connection): void {
	const wire = wireOf(connection);
	const packets = makeBucket(150, 50);
	connection.on("packet", () => {
		if (!packets.take()) wire.terminate();
	});

	// Packets wait in engine.io while the transport writes, and in the WebSocket while the network does not take them.
	let waiting = 0;
	connection.on("packetCreate", (packet: { data?: { length: number } }) => {
		waiting += packet.data?.length ?? 0;
		if (waiting + wire.bufferedAmount > mostQueued) wire.terminate();
	});
	connection.on("flush", () => {
		waiting = 0;
	});
}

/** Ends a connection at once and drops what waits for it: to close politely would wait for a client that does not read. */
export function terminate(connection: Connection): void {
	wireOf(connection).terminate();
}

/** The WebSocket itself. */
function wireOf(connection: Connection): { bufferedAmount: number; terminate(): void } {
	return (connection.transport as unknown as { socket: { bufferedAmount: number; terminate(): void } })
		.socket;
}
