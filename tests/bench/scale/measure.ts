import { readdirSync, readFileSync } from "node:fs";
import type { Db } from "@interurban/db/client";
import { sql } from "drizzle-orm";

/** Milliseconds on the clock, and on the processors: the database's and our own together, null where that is not told. */
export interface Cost {
	ms: number;
	cpuMs: number | null;
}

interface Spread {
	p50: number;
	p95: number;
}

/** Of one connection: what some work costs. */
export async function makeMeter(db: Db): Promise<(work: () => Promise<unknown>) => Promise<Cost>> {
	const [row] = await db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
	const file = `/proc/${row?.pid}/schedstat`;
	/** Nanoseconds that the connection's process has run; Linux only, and only where the database runs here. */
	const runtime = (): number | null => {
		try {
			return Number(readFileSync(file, "utf8").split(" ", 1)[0]);
		} catch {
			return null;
		}
	};
	return async (work) => {
		const [own, other] = [process.cpuUsage(), runtime()];
		const began = performance.now();
		await work();
		const ms = performance.now() - began;
		const [{ user, system }, now] = [process.cpuUsage(own), runtime()];
		const cpuMs = other === null || now === null ? null : (user + system) / 1e3 + (now - other) / 1e6;
		return { ms, cpuMs };
	};
}

/** The value below which a share of the values lies; nearest rank. */
function percentile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((one, other) => one - other);
	return Number((sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0).toFixed(1));
}

const spread = (values: readonly number[]): Spread => ({
	p50: percentile(values, 0.5),
	p95: percentile(values, 0.95),
});

/** Both of several costs; of the processors null where it is not told of all. */
export function summary(costs: readonly Cost[]): { wall: Spread; cpu: Spread | null } {
	const cpu = costs.flatMap(({ cpuMs }) => cpuMs ?? []);
	return {
		wall: spread(costs.map(({ ms }) => ms)),
		cpu: cpu.length === costs.length ? spread(cpu) : null,
	};
}

/** How many processes want to run, on how many processors: what a busy machine adds. */
export function load(): string {
	try {
		const [now] = readFileSync("/proc/loadavg", "utf8").split(" ");
		return `${now} on ${readdirSync("/sys/devices/system/cpu").filter((name) => /^cpu\d+$/.test(name)).length}`;
	} catch {
		return "not known";
	}
}
