import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "./scratch.ts";

export interface Ended {
	/** Null when it was killed. */
	code: number | null;
	stdout: string;
	stderr: string;
}

/** Runs a TypeScript file of the project as a process of its own, as it is written. */
export function runFile(
	file: string,
	args: readonly string[],
	env: Record<string, string>,
): { process: ChildProcess; ended: Promise<Ended> } {
	const child = spawn(process.execPath, ["--conditions=source", "--import", "tsx", file, ...args], {
		cwd: root,
		env: { ...process.env, BASE_URL: "", ...env }, // vitest sets it for purposes of its own
		stdio: ["ignore", "pipe", "pipe"],
	});
	let stdout = "";
	let stderr = "";
	child.stdout.on("data", (chunk) => {
		stdout += chunk;
	});
	child.stderr.on("data", (chunk) => {
		stderr += chunk;
	});
	const ended = once(child, "close").then(([code]) => ({ code: code as number | null, stdout, stderr }));
	return { process: child, ended };
}

/** Asks again and again until the answer is yes. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
	while (!(await isSo())) await sleep(20);
}
