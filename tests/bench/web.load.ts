import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";

/** What is asked for again and again. */
export type Target = {
	name: string;
	port: number;
	path: string;
	body?: string;
	/** Each request is for an address of its own, so that nothing kept can answer it. */
	isMade?: boolean;
};

export type Sample = { perSecond: number; cpuMs: number; p50: number; p99: number };

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** One request, read to its end; refuses anything but 200. */
export function send(target: Target): Promise<string> {
	return new Promise((resolve, reject) => {
		const { port, body } = target;
		const path = target.isMade ? madeAnew(target.path) : target.path;
		// As if each request came from another reader, so that no rate limit is met.
		const reader = Math.floor(Math.random() * 2 ** 24);
		const headers: Record<string, string> = {
			cookie: "language=en",
			"accept-language": "en",
			"x-forwarded-for": `10.${reader >> 16}.${(reader >> 8) & 255}.${reader & 255}`,
		};
		if (body) headers["content-type"] = "application/json";
		const outgoing = request(
			{ agent, host: "127.0.0.1", port, path, method: body ? "POST" : "GET", headers },
			(response) => {
				const parts: Buffer[] = [];
				response.on("data", (part) => parts.push(part));
				response.on("end", () => {
					const text = Buffer.concat(parts).toString();
					if (response.statusCode === 200) resolve(text);
					else
						reject(
							new Error(`${target.name}: ${path} answered ${response.statusCode}: ${text.slice(0, 300)}`),
						);
				});
			},
		);
		outgoing.on("error", reject);
		outgoing.end(body);
	});
}

let asked = 0;
const madeAnew = (path: string) => `${path}${path.includes("?") ? "&" : "?"}n=${++asked}`;

const ticksPerSecond = Number(execFileSync("getconf", ["CLK_TCK"]).toString());

/** CPU time that processes have used so far, in milliseconds; those that ended count as they did when they were children. */
export function cpuOf(pids: readonly number[]): number {
	let ticks = 0;
	for (const pid of pids) {
		try {
			const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
			const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
			for (const field of fields.slice(11, 15)) ticks += Number(field);
		} catch {
			// The process has ended.
		}
	}
	return (ticks * 1000) / ticksPerSecond;
}

/** The processes that were started by one, and those by them. */
export function descendants(pid: number): number[] {
	const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
	return children
		? children
				.split(" ")
				.map(Number)
				.flatMap((child) => [child, ...descendants(child)])
		: [];
}

/**
 * Sends `count` requests over `connections` connections.
 * @param processes whose CPU time is charged, found anew since a database starts some while it works
 */
export async function sample(
	target: Target,
	options: { count: number; connections: number; processes: () => number[] },
): Promise<Sample> {
	const before = options.processes();
	const cpu = cpuOf(before);
	const times: number[] = [];
	let left = options.count;
	const start = performance.now();
	const worker = async () => {
		while (left-- > 0) {
			const sent = performance.now();
			await send(target);
			times.push(performance.now() - sent);
		}
	};
	await Promise.all(Array.from({ length: options.connections }, worker));
	const elapsed = performance.now() - start;
	const used = cpuOf([...new Set([...before, ...options.processes()])]) - cpu;
	times.sort((a, b) => a - b);
	const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
	return {
		perSecond: (times.length * 1000) / elapsed,
		cpuMs: used / times.length,
		p50: at(0.5),
		p99: at(0.99),
	};
}

/** The middle one of several samples, figure by figure. */
export function median(samples: readonly Sample[]): Sample {
	const of = (key: keyof Sample) =>
		samples.map((each) => each[key]).sort((a, b) => a - b)[samples.length >> 1] ?? 0;
	return { perSecond: of("perSecond"), cpuMs: of("cpuMs"), p50: of("p50"), p99: of("p99") };
}
