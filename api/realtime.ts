import type { ErrorCode } from "@interurban/contract/errors";
import { Failure, fail } from "@interurban/contract/errors";
import type { ClientEvents, ServerEvents } from "@interurban/contract/events";
import type { Pool } from "@interurban/db/client";
import type { FastifyInstance } from "fastify";
import { Server, type Socket } from "socket.io";
import type { Emit, Services } from "./context.ts";
import { isUnavailable } from "./graphql.ts";
import { makeBucket, protect } from "./realtime.limits.ts";
import { watchRevocations } from "./revocation.ts";
import type { Viewer } from "./sessions.ts";

/**
 * Who may hear what: a slice says for its kind of room how far the thing of an id has come (its version, or 0), or null
 * when the viewer may not hear of it.
 */
export type RoomRule = (services: Services, viewer: Viewer | null, id: string) => Promise<number | null>;

/** `began` is when the socket's sign-in was begun, in milliseconds. */
type SocketData = { viewer: Viewer | null; sessionId: string | null; began: number };

export type Live = Server<ClientEvents, ServerEvents, Record<string, never>, SocketData>;
type LiveSocket = Socket<ClientEvents, ServerEvents, Record<string, never>, SocketData>;

const mostRooms = 50;
/** Wrong events of one client before it is disconnected. */
const mostMistakes = 20;

/** The live server before it listens, with what the rest of the service needs of it. */
export function createLive(): { io: Live; emit: Emit; disconnect: (room: string) => void } {
	const io: Live = new Server({
		serveClient: false,
		transports: ["websocket"],
		maxHttpBufferSize: 64 * 1024,
		pingInterval: 20_000,
		pingTimeout: 15_000,
	});
	return {
		io,
		emit: (room, event, ...payload) => {
			io.to(room).emit(event, ...payload);
		},
		disconnect: (room) => {
			io.in(room).disconnectSockets(true);
		},
	};
}

/**
 * Puts the live server on the app's HTTP server once that is ready, and closes it before it.
 * @param options.rules by kind of room: `thread` decides about `thread:12`
 */
export function attachLive(
	app: FastifyInstance,
	io: Live,
	options: {
		services: Services;
		db: Pool;
		rules: Record<string, RoomRule>;
		allowedOrigin: (origin: string, host: string) => boolean;
	},
): void {
	const { services, rules } = options;
	const revocations = watchRevocations(options.db, io, app.log);

	io.use(async (socket, next) => {
		const began = Date.now();
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
		const { viewer, sessionId, began } = socket.data;
		protect(socket.conn);
		const own = viewer && sessionId ? [`person:${viewer.id}`, `session:${sessionId}`] : [];
		if (own.some((room) => revocations.endedSince(room, began))) {
			socket.disconnect(true);
			return;
		}
		socket.join(own);

		const joins = makeBucket(60, 5);
		let mistakes = 0;
		const handle = async (event: string, args: unknown[]): Promise<number> => {
			const [room, ...rest] = args;
			if (typeof room !== "string" || room.length > 100 || rest.length) fail("invalid");
			const rule = ruleOf(rules, room);
			if (event === "leave") {
				await socket.leave(room);
				return 0;
			}
			if (event !== "join") fail("invalid");
			if (socket.rooms.size > mostRooms + own.length) fail("too_many", { args: { max: mostRooms } });
			if (!joins.take()) fail("rate_limited", { args: { seconds: 1 } });
			return join(socket, room, () => rule(services, viewer, idOf(room)));
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
		io.attach(app.server, {
			allowRequest: (request, decide) => {
				const { origin, host } = request.headers;
				decide(null, origin !== undefined && options.allowedOrigin(origin, host ?? ""));
			},
		});
		revocations.start();
	});
	app.addHook("preClose", async () => {
		revocations.stop();
		if (attached) await io.close();
	});
}

const kindOf = (room: string) => room.split(":", 1)[0] ?? "";
const idOf = (room: string) => room.slice(kindOf(room).length + 1);

function ruleOf(rules: Record<string, RoomRule>, room: string): RoomRule {
	const kind = kindOf(room);
	return (Object.hasOwn(rules, kind) ? rules[kind] : undefined) ?? fail("not_found");
}

/**
 * Asks the rule, joins, and asks again: so nothing that happens in between is missed, neither a change nor the loss of
 * the right.
 */
async function join(socket: LiveSocket, room: string, ask: () => Promise<number | null>): Promise<number> {
	if ((await ask()) === null) fail("not_found");
	await socket.join(room);
	const version = await ask();
	if (version !== null) return version;
	await socket.leave(room);
	return fail("not_found");
}

function codeOf(error: unknown): ErrorCode {
	if (error instanceof Failure) return error.code;
	return isUnavailable(error) ? "unavailable" : "internal";
}
