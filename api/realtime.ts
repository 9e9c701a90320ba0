import type { ErrorCode } from "@interurban/contract/errors";
import { Failure, fail } from "@interurban/contract/errors";
import type { ClientEvents, ServerEvents } from "@interurban/contract/events";
import type { Pool } from "@interurban/db/client";
import type { FastifyInstance } from "fastify";
import { Server, type Socket } from "socket.io";
import type { Emit, Notify, Services } from "./context.ts";
import { isUnavailable } from "./graphql.ts";
import type { Cluster } from "./realtime.cluster.ts";
import { makeBucket, protect } from "./realtime.limits.ts";
import { makeTyping } from "./realtime.typing.ts";
import { watchVersions } from "./realtime.versions.ts";
import { watchRevocations } from "./revocation.ts";
import type { Viewer } from "./sessions.ts";
import { findVersion, type StreamKinds } from "./streams.ts";

/** `began` is when the socket's sign-in was begun, in milliseconds of the process. */
type SocketData = { viewer: Viewer | null; sessionId: string | null; began: number };

export type Live = Server<ClientEvents, ServerEvents, Record<string, never>, SocketData>;
export type LiveSocket = Socket<ClientEvents, ServerEvents, Record<string, never>, SocketData>;

const mostStreams = 50;
/** Wrong events of one client before it is disconnected. */
const mostMistakes = 20;

/** The live server before it listens, with what the rest of the service needs of it. */
export function createLive(): { io: Live; emit: Emit; notify: Notify } {
	const io: Live = new Server({
		serveClient: false,
		transports: ["websocket"],
		maxHttpBufferSize: 64 * 1024,
		pingInterval: 10_000,
		pingTimeout: 10_000,
	});
	return {
		io,
		emit: (event, payload) => {
			io.to(payload.stream).emit(event, ...([payload] as Parameters<ServerEvents[typeof event]>));
		},
		notify: (personIds, notice, payload) => {
			if (!personIds.length) return;
			const told = [{ stream: "person", ...payload }] as unknown as Parameters<ServerEvents[typeof notice]>;
			io.to(personIds.map((id) => `person:${id}`)).emit(notice, ...told);
		},
	};
}

/** Puts the live server on the app's HTTP server once that is ready, and closes it before it. */
export function attachLive(
	app: FastifyInstance,
	io: Live,
	options: {
		services: Services;
		db: Pool;
		streams: StreamKinds;
		/** The way to the other processes of the network; null when there are none. */
		cluster: Cluster | null;
		allowedOrigin: (origin: string, host: string) => boolean;
	},
): void {
	const { services, db, streams, cluster } = options;
	const revocations = watchRevocations(db, io, streams, app.log);
	const versions = watchVersions(db, io, streams, app.log);

	io.use(async (socket, next) => {
		const began = performance.now();
		try {
			const token = app.parseCookie(socket.handshake.headers.cookie ?? "")[services.sessions.cookieName];
			const found = token ? await services.sessions.validate(token) : null;
			socket.data = { viewer: found?.viewer ?? null, sessionId: found?.session?.publicId ?? null, began };
			next();
		} catch (error) {
			if (!isUnavailable(error)) app.log.error(error, "a socket could not be signed in");
			next(new Error("unavailable"));
		}
	});

	io.on("connection", (socket) => {
		protect(socket.conn);
		revocations.bind(socket);
		const joins = makeBucket(60, 5);
		/** The streams that are listened to, each with its last join. */
		const wanted = new Map<string, symbol>();
		let mistakes = 0;
		const typing = makeTyping(socket, streams, db);
		const handle = async (event: string, args: unknown[]): Promise<number> => {
			const [stream, ...rest] = args;
			if (event === "typing" && typeof stream === "string" && stream.length <= 100) {
				const [isTyping, ...more] = rest;
				if (typeof isTyping !== "boolean" || more.length) fail("invalid");
				await typing(stream, isTyping);
				return 0;
			}
			if (typeof stream !== "string" || stream.length > 100 || rest.length) fail("invalid");
			if (event === "leave") {
				if (wanted.delete(stream)) await socket.leave(stream);
				return 0;
			}
			if (event !== "join") fail("invalid");
			if (wanted.size >= mostStreams && !wanted.has(stream)) fail("too_many", { args: { max: mostStreams } });
			if (!joins.take()) fail("rate_limited", { args: { seconds: 1 } });
			const mine = Symbol();
			wanted.set(stream, mine);
			try {
				const version = await join(socket, stream, () =>
					findVersion(streams, db, socket.data.viewer, stream),
				);
				if (!wanted.has(stream)) await socket.leave(stream);
				return version;
			} catch (error) {
				// One that was given up, and asked again, takes nothing from the next.
				if (wanted.get(stream) === mine) {
					wanted.delete(stream);
					await socket.leave(stream);
				}
				throw error;
			}
		};
		socket.onAny(async (event: string, ...args: unknown[]) => {
			const last = args.at(-1);
			const answer = typeof last === "function" ? (args.pop() as (answer: object) => void) : () => {};
			try {
				answer({ ok: true, version: await handle(event, args) });
			} catch (error) {
				answer({ ok: false, code: codeOf(error) });
				if (!(error instanceof Failure)) {
					if (!isUnavailable(error)) app.log.error(error, "a live event failed");
				} else if (++mistakes >= mostMistakes) socket.disconnect(true);
			}
		});
	});

	let attached = false;
	app.addHook("onReady", async () => {
		attached = true;
		if (cluster) io.adapter(cluster.open(app.log));
		io.attach(app.server, {
			allowRequest: (request, decide) => {
				const { origin, host } = request.headers;
				decide(null, origin !== undefined && options.allowedOrigin(origin, host ?? ""));
			},
		});
		revocations.start();
		versions.start();
	});
	app.addHook("preClose", async () => {
		versions.stop();
		await revocations.stop();
		if (attached) await io.close();
		if (attached) await cluster?.close();
	});
}

/**
 * Asks, joins, and asks again: so nothing that happens in between is missed, neither a change nor the loss of the right.
 */
async function join(socket: LiveSocket, stream: string, ask: () => Promise<number | null>): Promise<number> {
	if ((await ask()) === null) fail("not_found");
	await socket.join(stream);
	const version = await ask();
	if (version !== null) return version;
	await socket.leave(stream);
	return fail("not_found");
}

function codeOf(error: unknown): ErrorCode {
	if (error instanceof Failure) return error.code;
	return isUnavailable(error) ? "unavailable" : "internal";
}
