import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";
import { freePort } from "./ports.ts";
import { scratch } from "./scratch.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface Product {
	/** Where it answers, e.g. `http://localhost:41234`. */
	origin: string;
	/** What it has printed so far. */
	printed(): string;
	/** Ends it as an operator does, and waits for it. */
	stop(): Promise<void>;
}

const processes = new Set<ChildProcess>();
afterAll(() => Promise.all([...processes].map(end)));

export interface Running {
	process: ChildProcess;
	/** What it has printed so far. */
	printed(): string;
	/** How it ended and all that it printed. */
	ended: Promise<{ code: number | null; printed: string }>;
}

/**
 * The built product in a process of its own, ended when the test file is done.
 * @param env settings; those of the test run itself do not count
 */
export function runProduct(env: Record<string, string>): Running {
	// The test runner has a BASE_URL of its own in the environment.
	const { BASE_URL: _, ...inherited } = process.env;
	const child = spawn(process.execPath, ["api/dist/main.js"], {
		cwd: root,
		env: { ...inherited, NODE_ENV: "production", LOG_LEVEL: "error", ...env },
		stdio: ["ignore", "pipe", "pipe"],
	});
	let printed = "";
	for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (printed += text));
	const ended = once(child, "close").then(([code]) => ({ code: code as number | null, printed }));
	processes.add(child);
	return { process: child, printed: () => printed, ended };
}

/**
 * The built product as an operator runs it, ready for use and with a data folder of its own.
 * @param env settings beside PORT and DATA_DIR
 * @param options.ready false does not wait until it is ready
 */
export async function useProduct(
	env: Record<string, string>,
	options: { ready?: boolean } = {},
): Promise<Product> {
	const port = await freePort();
	const dataDir = await mkdtemp(join(scratch, "product-"));
	const { process: child, printed } = runProduct({ PORT: String(port), DATA_DIR: dataDir, ...env });
	const stop = async () => {
		await end(child);
		await rm(dataDir, { recursive: true, force: true });
	};
	afterAll(stop);
	const product = { origin: `http://localhost:${port}`, printed, stop };
	if (options.ready !== false) await untilReady(product, child);
	return product;
}

async function end(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	child.kill("SIGTERM");
	await once(child, "exit");
}

async function untilReady({ origin, printed }: Product, child: ChildProcess): Promise<void> {
	for (let attempt = 0; attempt < 2400; attempt++) {
		if (child.exitCode !== null) throw new Error(`the product ended:\n${printed()}`);
		const answer = await fetch(`${origin}/health/ready`).catch(() => null);
		if (answer?.ok) return;
		await sleep(250);
	}
	throw new Error(`the product was not ready after ten minutes:\n${printed()}`);
}
