import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { root } from "../scratch.ts";

/** A server process that can be killed and comes back, on another port. */
export interface StormServer {
	port(): number;
	pid(): number;
	/** Ends it as a crash does, and starts it anew. */
	kill(): Promise<void>;
	stop(): Promise<void>;
}

/**
 * Starts the service in a process of its own.
 * @param env DATABASE_URL and what else the file takes
 * @param file which listens somewhere and sends `{ port }`
 */
export async function startServer(
	env: Record<string, string>,
	file = "tests/kit/storm/server.ts",
): Promise<StormServer> {
	let child: ChildProcess;
	let port = 0;
	const start = async () => {
		const { BASE_URL: _, ...inherited } = process.env; // the test runner has one of its own
		const args = ["--conditions=source", "--import", "tsx", file];
		child = spawn(process.execPath, args, {
			cwd: root,
			env: { ...inherited, NODE_ENV: "production", ...env },
			stdio: ["ignore", "inherit", "inherit", "ipc"],
		});
		const message = once(child, "message").then(([said]) => said as { port: number });
		const ended = once(child, "exit").then(() => null);
		const said = await Promise.race([message, ended]);
		if (!said) throw new Error("the server ended before it listened");
		port = said.port;
	};
	const end = async (signal: NodeJS.Signals) => {
		if (child.exitCode !== null || child.signalCode !== null) return;
		child.kill(signal);
		await once(child, "exit");
	};
	await start();
	return {
		port: () => port,
		pid: () => child.pid ?? 0,
		async kill() {
			await end("SIGKILL");
			await start();
		},
		async stop() {
			await end("SIGTERM");
			if (child.exitCode !== 0)
				throw new Error(`the server ended with ${child.exitCode ?? child.signalCode}`);
		},
	};
}
