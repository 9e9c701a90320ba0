import { once } from "node:events";
import { createConnection, createServer, type NetConnectOpts, type Server, type Socket } from "node:net";
import type { Connection } from "@interurban/db/client";
import { afterAll } from "vitest";
import { freePort } from "./ports.ts";

export interface DatabaseProxy {
	/** The database's address by way of the proxy, for `DATABASE_URL`. */
	url: string;
	/** Lets connections through. */
	open(): Promise<void>;
	/** Ends every connection and refuses new ones, as if the database had gone. */
	cut(): Promise<void>;
	/** Lets nothing through any more, with connections as they are, as if the database had stalled. */
	stall(): void;
	/** Goes on after that. */
	resume(): void;
}

/**
 * A way to a database that can be cut, closed at first; gone when the test file is done.
 * @param breaksAt whether a connection ends with what was sent on it, before that is answered
 */
export async function useDatabaseProxy(
	connection: Connection,
	breaksAt: (sent: string) => boolean = () => false,
): Promise<DatabaseProxy> {
	const port = await freePort();
	const { target, user, database } = partsOf(connection);
	const sockets = new Set<Socket>();
	const ways = new Map<Socket, Socket>();
	let server: Server | null = null;

	const pass = (client: Socket) => {
		const upstream = createConnection(target);
		for (const [socket, other] of [
			[client, upstream],
			[upstream, client],
		] as const) {
			sockets.add(socket);
			socket.on("error", () => other.destroy());
			socket.on("close", () => {
				sockets.delete(socket);
				ways.delete(socket);
				other.destroy();
			});
		}
		ways.set(client, upstream).set(upstream, client);
		client.on("data", (sent) => breaksAt(sent.toString("latin1")) && client.destroy());
		if (!stalled) client.pipe(upstream).pipe(client);
	};
	let stalled = false;
	const setStalled = (now: boolean) => {
		stalled = now;
		for (const [from, to] of ways) stalled ? from.unpipe(to).pause() : from.pipe(to);
	};
	const cut = async () => {
		const closing = server;
		server = null;
		if (!closing) return;
		const closed = once(closing, "close");
		closing.close();
		for (const socket of sockets) socket.destroy();
		await closed;
	};
	afterAll(cut);
	return {
		url: `postgres://${user}@127.0.0.1:${port}/${database}`,
		async open() {
			server = createServer(pass).listen(port, "127.0.0.1");
			await once(server, "listening");
		},
		cut,
		stall: () => setStalled(true),
		resume: () => setStalled(false),
	};
}

function partsOf(connection: Connection): { target: NetConnectOpts; user: string; database: string } {
	if (typeof connection !== "string")
		return {
			target: { path: String(connection.path) },
			user: String(connection.username),
			database: String(connection.database),
		};
	const url = new URL(connection);
	return {
		target: { host: url.hostname, port: Number(url.port || 5432) },
		user: url.password ? `${url.username}:${url.password}` : url.username,
		database: url.pathname.slice(1),
	};
}
