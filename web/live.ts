import type { Change, ClientEvents, JoinAnswer, ServerEvents } from "@interurban/contract/events";
import type { Socket } from "socket.io-client";
import { type Accessor, createSignal } from "solid-js";
import { whenIdle } from "./idle.ts";

/** `idle`: nothing on this page is followed yet. `slow`: no socket can be had here, the server is asked now and then. */
export type LiveState = "idle" | "online" | "reconnecting" | "slow" | "offline";

/** Somebody on the page who follows a stream. */
export type Follower = {
	/** The stream has come to this version; events that say the same may still be on their way for `pause` milliseconds. */
	reached(version: number, pause?: number): void;
	/** Nobody tells at the moment whether there is anything new. */
	ask(): void;
	hear: { [Event in keyof ServerEvents]?: ServerEvents[Event] };
};

type LiveSocket = Socket<ServerEvents, ClientEvents>;

/**
 * Milliseconds: between attempts to reconnect, until an unanswered join is repeated, until a socket nobody needs ends,
 * how often the server is asked without a socket, how long an event may be late.
 */
const pauses = { reconnect: 500, mostReconnect: 15_000, join: 5000, idle: 10_000, ask: 15_000, late: 400 };
/** Attempts after which a network is taken for one that lets no WebSocket through. */
const mostAttempts = 3;

const followers = new Map<string, Set<Follower>>();
const [state, setState] = createSignal<LiveState>("idle");
let socket: Promise<LiveSocket> | null = null;
let idleTimer: ReturnType<typeof setTimeout> | undefined;
let askTimer: ReturnType<typeof setInterval> | undefined;
let failures = 0;

/** How the one socket of this tab is. */
export const liveState: Accessor<LiveState> = state;

/**
 * Follows a stream, e.g. `thread:12`, over the one socket of this tab, which is loaded and opened when the page has
 * nothing else to do. In the browser only.
 * @returns a function that ends it
 */
export function follow(stream: string, follower: Follower): () => void {
	const there = followers.get(stream) ?? new Set();
	followers.set(stream, there.add(follower));
	clearTimeout(idleTimer);
	socket ??= whenIdle().then(open);
	socket.then((open) => (open.connected ? join(open, stream) : open.connect()), lost);
	return () => {
		there.delete(follower);
		if (there.size || followers.get(stream) !== there) return;
		followers.delete(stream);
		socket?.then((open) => {
			if (open.connected) open.emit("leave", stream);
			if (!followers.size) idleTimer = setTimeout(() => close(open), pauses.idle);
		}, lost);
	};
}

/** Tells those who hear a stream that somebody here writes, or no longer; only where the socket stands. */
export function tellTyping(stream: string, isTyping: boolean): void {
	socket?.then((open) => open.connected && open.emit("typing", stream, isTyping), lost);
}

/** How long to wait for an event that is missing before it is fetched: it may only have been overtaken. */
export const patience = () => pauses.late * (0.4 + 0.6 * Math.random());

async function open(): Promise<LiveSocket> {
	const { io } = await import("socket.io-client");
	const open: LiveSocket = io({
		transports: ["websocket"],
		reconnectionDelay: pauses.reconnect,
		reconnectionDelayMax: pauses.mostReconnect,
		randomizationFactor: 0.5,
	});
	open.on("connect", () => {
		stopAsking();
		setState("online");
		for (const stream of followers.keys()) join(open, stream);
	});
	open.on("disconnect", () => lostConnection(open));
	open.on("connect_error", () => {
		failures++;
		lostConnection(open);
	});
	open.onAny((event: keyof ServerEvents, payload: Change) => {
		for (const { reached, hear } of heardBy(payload.stream))
			if (event === "stream.reached") reached(payload.version, patience());
			else hear[event]?.(payload as never);
	});
	window.addEventListener("online", () => {
		if (followers.size) open.connect();
	});
	window.addEventListener("offline", () => setState("offline"));
	document.addEventListener("visibilitychange", () => askTimer && ask());
	return open;
}

/** What is told to people one by one comes to whoever follows their own stream. */
function heardBy(stream: string): Iterable<Follower> {
	if (stream !== "person") return followers.get(stream) ?? [];
	return [...followers].flatMap(([name, those]) => (name.startsWith("person:") ? [...those] : []));
}

/** The server is asked again also where socket.io itself would not: when it was the server that ended the connection. */
function lostConnection(open: LiveSocket): void {
	if (!followers.size) return;
	if (!navigator.onLine) setState("offline");
	else if (!askTimer) setState("reconnecting");
	if (failures >= mostAttempts && !askTimer) void startAsking(open);
	if (open.active) return;
	setTimeout(() => followers.size && open.connect(), pauses.reconnect * (2 + 4 * Math.random()));
}

/** Where the server answers and sockets fail, something in between refuses them: then it is asked over HTTP. */
async function startAsking(open: LiveSocket): Promise<void> {
	const answer = await fetch("/health/live").catch(() => null);
	if (!answer?.ok || open.connected || askTimer || !followers.size) return;
	askTimer = setInterval(ask, pauses.ask * (0.8 + 0.4 * Math.random()));
	setState("slow");
	ask();
}

function stopAsking(): void {
	failures = 0;
	clearInterval(askTimer);
	askTimer = undefined;
}

/** While somebody is looking. */
function ask(): void {
	if (document.hidden || !navigator.onLine) return;
	for (const those of followers.values()) for (const follower of those) follower.ask();
}

function close(open: LiveSocket): void {
	if (followers.size) return;
	open.disconnect();
	stopAsking();
	setState("idle");
	socket = Promise.resolve(open);
}

/** Whatever is amiss with the script itself, the page works without it. */
function lost(): void {
	socket = null;
	setState("reconnecting");
}

function join(open: LiveSocket, stream: string): void {
	const retry = () =>
		setTimeout(
			() => open.connected && followers.has(stream) && join(open, stream),
			pauses.join * Math.random(),
		);
	open.timeout(pauses.join).emit("join", stream, (error: Error | null, answer: JoinAnswer) => {
		if (error) retry();
		else if (answer.ok) for (const follower of followers.get(stream) ?? []) follower.reached(answer.version);
		else if (answer.code === "unavailable" || answer.code === "rate_limited") retry();
		// It may not be heard any more: what may still be seen is looked at once.
		else for (const follower of followers.get(stream) ?? []) follower.ask();
	});
}
