import { setTimeout as sleep } from "node:timers/promises";
import type { ClientEvents, JoinAnswer, PostChanged, ServerEvents } from "@interurban/contract/events";
import { io, type Socket } from "socket.io-client";
import { onTestFinished } from "vitest";

export interface Listener {
	socket: Socket<ServerEvents, ClientEvents>;
	/** Every `post.changed` so far, in the order of its arrival. */
	heard: PostChanged[];
	join(room: string): Promise<JoinAnswer>;
	/** Why the server or the network ended the connection, or undefined while it stands. */
	ended(): string | undefined;
}

/**
 * Opens a socket as a browser on one of our pages would; it is closed with the test.
 * @throws when the server refuses the connection
 */
export async function listenTo(
	origin: string,
	options: { cookie?: string | null; from?: string | null } = {},
): Promise<Listener> {
	const headers: Record<string, string> = {};
	if (options.from !== null) headers.origin = options.from ?? origin;
	if (options.cookie) headers.cookie = options.cookie;
	const socket: Socket<ServerEvents, ClientEvents> = io(origin, {
		transports: ["websocket"],
		reconnection: false,
		forceNew: true,
		extraHeaders: headers,
	});
	onTestFinished(() => {
		socket.disconnect();
	});
	const heard: PostChanged[] = [];
	let reason: string | undefined;
	socket.on("post.changed", (event) => heard.push(event));
	socket.on("disconnect", (why) => {
		reason = why;
	});
	await new Promise<void>((resolve, reject) => {
		socket.once("connect", resolve);
		socket.once("connect_error", reject);
	});
	return {
		socket,
		heard,
		join: (room) => socket.timeout(60_000).emitWithAck("join", room),
		ended: () => reason,
	};
}

/** Waits until something holds; fails with what was said when that does not come, however slow the machine. */
export async function until(what: string, holds: () => boolean): Promise<void> {
	const since = Date.now();
	while (!holds()) {
		if (Date.now() - since > 60_000) throw new Error(`waited in vain: ${what}`);
		await sleep(5);
	}
}
