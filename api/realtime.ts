import type { ClientEvents, ServerEvents } from "@interurban/contract/events";
import type { FastifyInstance } from "fastify";
import { Server } from "socket.io";
import type { Emit, Services } from "./context.ts";
import type { Viewer } from "./sessions.ts";

/** Who may hear what: a slice says for its kind of room whether a viewer may join. */
export type RoomRule = (services: Services, viewer: Viewer | null, id: string) => Promise<boolean>;

type SocketData = { viewer: Viewer | null; personRoom: string | null; sessionRoom: string | null };

export type Live = Server<ClientEvents, ServerEvents, Record<string, never>, SocketData>;

/** Above this much waiting for one client it is disconnected; it catches up after its reconnect. */
const mostQueuedBytes = 1_000_000;
const mostRooms = 50;
const mostMistakes = 20;

/** The live server before it listens, with the two functions that the rest of the service needs of it. */
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
 * @param rules by kind of room: `thread` decides about `thread:12`
 */
export function attachLive(
	app: FastifyInstance,
	io: Live,
	options: {
		services: Services;
		rules: Record<string, RoomRule>;
		allowedOrigin: (origin: string, host: string) => boolean;
	},
): void {
	const { services, rules } = options;
	io.use(async (socket, next) => {
		try {
			const token = app.parseCookie(socket.handshake.headers.cookie ?? "")[services.sessions.cookieName];
			const found = token ? await services.sessions.validate(token) : null;
			socket.data.viewer = found?.viewer ?? null;
			socket.data.personRoom = found?.viewer ? `person:${found.viewer.id}` : null;
			socket.data.sessionRoom = found?.session ? `session:${found.session.publicId}` : null;
			next();
		} catch (error) {
			app.log.error(error, "a socket could not be signed in");
			next(new Error("unavailable"));
		}
	});
	io.on("connection", (socket) => {
		let mistakes = 0;
		const mistake = () => {
			mistakes += 1;
			if (mistakes > mostMistakes) socket.disconnect(true);
		};
		for (const room of [socket.data.personRoom, socket.data.sessionRoom]) if (room) socket.join(room);
		socket.on("join", async (room: unknown, acknowledge: unknown) => {
			const answer = typeof acknowledge === "function" ? acknowledge : () => {};
			try {
				const [kind = "", id = ""] = typeof room === "string" && room.length < 100 ? room.split(":", 2) : [];
				const rule = Object.hasOwn(rules, kind) ? rules[kind] : undefined;
				const allowed =
					rule && socket.rooms.size < mostRooms && (await rule(services, socket.data.viewer, id));
				if (!allowed) {
					mistake();
					answer({ ok: false, code: "not_found" });
					return;
				}
				await socket.join(`${kind}:${id}`);
				answer({ ok: true });
			} catch (error) {
				app.log.error(error, "a room could not be joined");
				answer({ ok: false, code: "unavailable" });
			}
		});
		socket.on("leave", (room: unknown) => {
			if (typeof room === "string" && Object.hasOwn(rules, room.split(":", 1)[0] ?? "")) socket.leave(room);
			else mistake();
		});
		socket.onAny((event) => {
			if (event !== "join" && event !== "leave") mistake();
		});
		const { conn } = socket;
		conn.on("packetCreate", () => {
			const { socket: wire } = conn.transport as unknown as { socket?: { bufferedAmount?: number } };
			if ((wire?.bufferedAmount ?? 0) > mostQueuedBytes) conn.close(true);
		});
	});
	app.addHook("onReady", async () => {
		io.attach(app.server, {
			allowRequest: (request, decide) => {
				const { origin, host } = request.headers;
				decide(null, origin !== undefined && options.allowedOrigin(origin, host ?? ""));
			},
		});
	});
	app.addHook("preClose", async () => {
		await io.close();
	});
}
