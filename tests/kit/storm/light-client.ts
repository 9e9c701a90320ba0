import { randomBytes } from "node:crypto";
import { createConnection, type Socket } from "node:net";

/** Listens to one stream as cheaply as can be: so that what is measured is the server, not its clients. */
export interface LightClient {
	/** Stops reading, as a client does whose line stands still. */
	pause(): void;
	resume(): void;
	/** Whether the server or the network has ended it. */
	isClosed(): boolean;
	close(): void;
}

/**
 * @param options.onEvent gets the version of each `post.changed`
 * @throws when the server does not let it join
 */
export function listenLightly(options: {
	port: number;
	stream: string;
	cookie?: string;
	onEvent: (version: number) => void;
}): Promise<LightClient> {
	const { port, stream, cookie } = options;
	return new Promise((resolve, reject) => {
		const socket = createConnection(port, "127.0.0.1");
		socket.setNoDelay(true);
		let closed = false;
		const client: LightClient = {
			pause: () => socket.pause(),
			resume: () => socket.resume(),
			isClosed: () => closed,
			close: () => socket.destroy(),
		};
		const heard = (text: string) => {
			if (text === "2") send(socket, "3");
			else if (text.startsWith("0")) send(socket, "40");
			else if (text.startsWith("40")) send(socket, `420${JSON.stringify(["join", stream])}`);
			else if (text.startsWith('430[{"ok":true')) resolve(client);
			else if (text.startsWith("430") || text.startsWith("44")) reject(new Error(`refused: ${text}`));
			else if (text.startsWith('42["post.changed"')) options.onEvent(versionIn(text));
		};
		socket.on("data", framesOf(heard));
		socket.on("error", reject);
		socket.on("close", () => {
			closed = true;
			reject(new Error("the connection was closed"));
		});
		const address = `127.0.0.1:${port}`;
		socket.write(
			[
				"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1",
				`Host: ${address}`,
				`Origin: http://${address}`,
				...(cookie ? [`Cookie: ${cookie}`] : []),
				"Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13",
				`Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}`,
				"\r\n",
			].join("\r\n"),
		);
	});
}

const versionIn = (text: string) => Number(/"version":(\d+)/.exec(text)?.[1]);

/** Takes the server's frames out of what arrives, the answer to the upgrade before them; only the beginning of each is read. */
function framesOf(heard: (text: string) => void): (chunk: Buffer) => void {
	let rest: Buffer = Buffer.alloc(0);
	let isUpgraded = false;
	return (chunk) => {
		rest = rest.length ? Buffer.concat([rest, chunk]) : chunk;
		if (!isUpgraded) {
			const end = rest.indexOf("\r\n\r\n");
			if (end < 0) return;
			isUpgraded = true;
			rest = rest.subarray(end + 4);
		}
		for (;;) {
			const size = sizeOf(rest);
			if (!size || rest.length < size.header + size.body) return;
			const { header, body } = size;
			if (((rest[0] ?? 0) & 15) === 1) heard(rest.toString("latin1", header, header + Math.min(body, 120)));
			rest = rest.subarray(header + body);
		}
	};
}

function sizeOf(frame: Buffer): { header: number; body: number } | null {
	if (frame.length < 2) return null;
	const short = (frame[1] ?? 0) & 127;
	if (short < 126) return { header: 2, body: short };
	if (short === 126) return frame.length < 4 ? null : { header: 4, body: frame.readUInt16BE(2) };
	return frame.length < 10 ? null : { header: 10, body: Number(frame.readBigUInt64BE(2)) };
}

/** A text of fewer than 126 bytes; what comes from a client is masked. */
function send(socket: Socket, text: string): void {
	const body = Buffer.from(text);
	const mask = randomBytes(4);
	for (let at = 0; at < body.length; at++) body[at] = (body[at] ?? 0) ^ (mask[at % 4] ?? 0);
	socket.write(Buffer.concat([Buffer.from([0x81, 0x80 | body.length]), mask, body]));
}
