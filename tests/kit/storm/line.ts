import { once } from "node:events";
import { createConnection, createServer, type NetConnectOpts, type Socket } from "node:net";

/** A way to a server on which everything may happen that happens to lines. */
export interface Line {
	port: number;
	/** How many connections there are. */
	count(): number;
	/** Ends every connection; new ones are let through. */
	cut(): void;
	/** From now on nothing passes on the present connections, and neither end is told. */
	deaden(): void;
	/** Everything arrives so many milliseconds later, in the same order; 0 ends it. */
	slow(delay: number): void;
	close(): Promise<void>;
}

/** @param target where a new connection leads; asked for each one, since servers move */
export async function startLine(target: () => NetConnectOpts): Promise<Line> {
	const pairs = new Set<Pair>();
	let delay = 0;
	const server = createServer((client) => {
		const pair = new Pair(client, createConnection(target()), () => delay);
		pairs.add(pair);
		pair.onGone = () => pairs.delete(pair);
	}).listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address() as { port: number };
	return {
		port: address.port,
		count: () => pairs.size,
		cut: () => {
			for (const pair of pairs) pair.end();
		},
		deaden: () => {
			for (const pair of pairs) pair.isDead = true;
		},
		slow: (milliseconds) => {
			delay = milliseconds;
		},
		async close() {
			const closed = once(server, "close");
			server.close();
			for (const pair of pairs) pair.end();
			await closed;
		},
	};
}

class Pair {
	isDead = false;
	onGone: () => void = () => {};
	private readonly sockets: readonly [Socket, Socket];

	constructor(client: Socket, server: Socket, delay: () => number) {
		this.sockets = [client, server];
		client.setNoDelay(true);
		server.setNoDelay(true);
		this.carry(client, server, delay);
		this.carry(server, client, delay);
	}

	end(): void {
		for (const socket of this.sockets) socket.destroy();
		this.onGone();
	}

	private carry(from: Socket, to: Socket, delay: () => number): void {
		let last = Promise.resolve();
		const after = (milliseconds: number, act: () => void) => {
			last = last.then(() => new Promise((resolve) => setTimeout(resolve, milliseconds))).then(act);
		};
		let waiting = 0;
		from.on("data", (chunk) => {
			if (this.isDead) return;
			const send = () => {
				if (this.isDead || to.destroyed || to.write(chunk)) return;
				from.pause();
				to.once("drain", () => from.resume());
			};
			const milliseconds = delay();
			if (!milliseconds && !waiting) return send();
			waiting++;
			after(milliseconds, () => {
				waiting--;
				send();
			});
		});
		from.on("error", () => {});
		from.on("close", () => {
			// A dead line does not tell that the other end has gone.
			if (!this.isDead) this.end();
		});
	}
}
