import type { ClientEvents, JoinAnswer, ServerEvents } from "@interurban/contract/events";
import type { Socket } from "socket.io-client";
import { type Accessor, createSignal } from "solid-js";

/** `idle`: nothing on this page is followed yet. */
export type LiveState = "idle" | "online" | "reconnecting" | "offline";

/** Somebody on the page who follows a room. */
export type Follower = {
	/** The room is joined, for the first time or again: its thing has come to this version. */
	joined(version: number): void;
	hear: Partial<ServerEvents>;
};

type LiveSocket = Socket<ServerEvents, ClientEvents>;

/** Milliseconds: between attempts to reconnect, until an unanswered join is repeated, until a socket nobody needs ends. */
const pauses = { reconnect: 500, mostReconnect: 15_000, join: 5000, idle: 10_000 };

const followers = new Map<string, Set<Follower>>();
const [state, setState] = createSignal<LiveState>("idle");
let socket: Promise<LiveSocket> | null = null;
let idleTimer: ReturnType<typeof setTimeout> | undefined;

/** How the one socket of this tab is. */
export const liveState: Accessor<LiveState> = state;

/**
 * Follows a room, e.g. `thread:12`, over the one socket of this tab, which is loaded and opened when the page has
 * nothing else to do. In the browser only.
 * @returns a function that ends it
 */
export function follow(room: string, follower: Follower): () => void {
	const there = followers.get(room) ?? new Set();
	followers.set(room, there.add(follower));
	clearTimeout(idleTimer);
	socket ??= whenIdle().then(open);
	socket.then((open) => (open.connected ? join(open, room) : open.connect()), lost);
	return () => {
		there.delete(follower);
		if (there.size || followers.get(room) !== there) return;
		followers.delete(room);
		socket?.then((open) => {
			if (open.connected) open.emit("leave", room);
			if (!followers.size) idleTimer = setTimeout(() => close(open), pauses.idle);
		}, lost);
	};
}

async function open(): Promise<LiveSocket> {
	const { io } = await import("socket.io-client");
	const open: LiveSocket = io({
		transports: ["websocket"],
		reconnectionDelay: pauses.reconnect,
		reconnectionDelayMax: pauses.mostReconnect,
		randomizationFactor: 0.5,
	});
	open.on("connect", () => {
		setState("online");
		for (const room of followers.keys()) join(open, room);
	});
	open.on("disconnect", () => lostConnection(open));
	open.on("connect_error", () => lostConnection(open));
	open.on("post.changed", (event) => {
		for (const { hear } of followers.get(`thread:${event.threadId}`) ?? []) hear["post.changed"]?.(event);
	});
	window.addEventListener("online", () => {
		if (followers.size) open.connect();
	});
	window.addEventListener("offline", () => setState("offline"));
	return open;
}

/** The server is asked again also where socket.io itself would not: when it was the server that ended the connection. */
function lostConnection(open: LiveSocket): void {
	if (!followers.size) return;
	setState(navigator.onLine ? "reconnecting" : "offline");
	if (open.active) return;
	setTimeout(() => followers.size && open.connect(), pauses.reconnect * (2 + 4 * Math.random()));
}

function close(open: LiveSocket): void {
	if (followers.size) return;
	open.disconnect();
	setState("idle");
	socket = Promise.resolve(open);
}

/** Whatever is amiss with the script itself, the page works without it. */
function lost(): void {
	socket = null;
	setState("reconnecting");
}

function join(open: LiveSocket, room: string): void {
	const retry = () =>
		setTimeout(() => open.connected && followers.has(room) && join(open, room), pauses.join * Math.random());
	open.timeout(pauses.join).emit("join", room, (error: Error | null, answer: JoinAnswer) => {
		if (error) retry();
		else if (answer.ok) for (const follower of followers.get(room) ?? []) follower.joined(answer.version);
		else if (answer.code === "unavailable" || answer.code === "rate_limited") retry();
	});
}

function whenIdle(): Promise<void> {
	return new Promise((resolve) => {
		const later = () =>
			"requestIdleCallback" in window
				? window.requestIdleCallback(() => resolve(), { timeout: 3000 })
				: setTimeout(resolve, 300);
		if (document.readyState === "complete") later();
		else window.addEventListener("load", later, { once: true });
	});
}
