import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createConnection } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "./ports.ts";

/** A Redis server of one's own, which keeps nothing. */
export interface Redis {
	url: string;
	/** Ends it as a crash does. */
	kill(): Promise<void>;
	/** Starts it, again after `kill`; it listens where it did before. */
	start(): Promise<void>;
}

/** Whether Redis is installed on this machine. */
export function hasRedis(): boolean {
	try {
		execFileSync("redis-server", ["--version"], { stdio: "ignore" });
		return true;
	} catch {
		return false;
	}
}

export async function startRedis(): Promise<Redis> {
	const port = await freePort();
	const url = `redis://127.0.0.1:${port}`;
	let server: ChildProcess | undefined;
	const start = async () => {
		const settings = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
		server = spawn("redis-server", settings, { stdio: "ignore" });
		while (!(await answers(port))) await sleep(50);
	};
	const kill = async () => {
		const ending = server;
		server = undefined;
		if (!ending) return;
		ending.kill("SIGKILL");
		await once(ending, "exit");
	};
	await start();
	return { url, start, kill };
}

function answers(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = createConnection(port, "127.0.0.1", () => socket.write("PING\r\n"));
		const end = (isSo: boolean) => {
			socket.destroy();
			resolve(isSo);
		};
		socket.once("data", (said) => end(said.toString().startsWith("+PONG")));
		socket.once("error", () => end(false));
	});
}
