import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import { WritePost } from "@interurban/web/generated/operations";
import type { StormNetwork } from "../kit/storm/network.ts";
import type { StormServer } from "../kit/storm/servers.ts";
import type { Side } from "./live.fanout.ts";
import { cpuOf, descendants } from "./web.load.ts";

/** About as long as people write. */
const body = `We had the same with our bins: ${"the lids froze, the sensors said full, and nobody came. ".repeat(5)}`;

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Posts through the product's own operation, as one member. */
export async function ourSide(network: StormNetwork): Promise<Side> {
	const threadId = await network.openThread();
	const { cookie } = await network.member();
	const port = () => network.servers[0]?.port() ?? 0;
	return {
		port,
		stream: `thread:${threadId}`,
		async post(clientId) {
			const variables = { threadId, clientId, body, replyToId: null };
			const { data } = await send(
				port(),
				"/graphql",
				{ persisted: true, query: WritePost.id, variables },
				cookie,
			);
			return data.writePost.version;
		},
	};
}

/** Posts of the same size to the bare server. */
export function bareSide(server: StormServer, sample: object): Side {
	return {
		port: server.port,
		stream: "thread:1",
		async post(clientId) {
			const post = { stream: "thread:1", clientId, body, post: sample };
			return (await send(server.port(), "/posts", post)).version;
		},
	};
}

export type WriteCost = { cpuMs: number; perSecond: number };

/** What a post costs, node and database together, ours and the bare insert in turns; nobody listens. */
export async function measureWriting(
	network: StormNetwork,
	sides: { ours: Side; bare: Side },
	bareServer: StormServer,
	options: { rounds: number; posts: number },
): Promise<{ ours: WriteCost; bare: WriteCost }> {
	const database = await network.databasePid();
	const pids = { ours: network.servers[0]?.pid() ?? 0, bare: bareServer.pid() };
	const samples: { ours: WriteCost[]; bare: WriteCost[] } = { ours: [], bare: [] };
	for (let round = -1; round < options.rounds; round++)
		for (const name of ["ours", "bare"] as const) {
			const processes = () => [pids[name], database, ...descendants(database)];
			const before = cpuOf(processes());
			const start = performance.now();
			let left = options.posts;
			const worker = async () => {
				while (left-- > 0) await sides[name].post(randomUUID());
			};
			await Promise.all(Array.from({ length: 8 }, worker));
			const seconds = (performance.now() - start) / 1000;
			const cpuMs = (cpuOf(processes()) - before) / options.posts;
			if (round >= 0) samples[name].push({ cpuMs, perSecond: options.posts / seconds });
		}
	return { ours: middle(samples.ours), bare: middle(samples.bare) };
}

function middle(samples: readonly WriteCost[]): WriteCost {
	const of = (key: keyof WriteCost) =>
		samples.map((one) => one[key]).sort((a, b) => a - b)[samples.length >> 1] ?? 0;
	return { cpuMs: of("cpuMs"), perSecond: of("perSecond") };
}

// biome-ignore lint/suspicious/noExplicitAny: a bench knows what it asked for
function send(port: number, path: string, payload: object, cookie?: string): Promise<any> {
	return new Promise((resolve, reject) => {
		const headers = { "content-type": "application/json", ...(cookie ? { cookie } : {}) };
		const outgoing = request(
			{ agent, host: "127.0.0.1", port, path, method: "POST", headers },
			(response) => {
				const parts: Buffer[] = [];
				response.on("data", (part) => parts.push(part));
				response.on("end", () => {
					const text = Buffer.concat(parts).toString();
					const answer = JSON.parse(text);
					if (response.statusCode === 200 && !answer.errors) resolve(answer);
					else reject(new Error(`${path} answered ${response.statusCode}: ${text.slice(0, 300)}`));
				});
			},
		);
		outgoing.on("error", reject);
		outgoing.end(JSON.stringify(payload));
	});
}
