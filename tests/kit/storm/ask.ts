import { Agent, request } from "node:http";
import { Failure, type Issue } from "@interurban/contract/errors";
import type { execute } from "@interurban/web/execute";

/** Connections are used again, as in browsers. */
const agent = new Agent({ keepAlive: true, maxSockets: 512 });

/**
 * The door of the pages' operations, from outside of the service.
 * @param options.within milliseconds after which an answer is not waited for any more
 * @throws Failure as in a browser: `offline` when there is no answer, `unavailable` when it is none of ours
 */
export function askAt(
	origin: () => string,
	cookie: string | null,
	options: { within?: number } = {},
): typeof execute {
	return async (operation, variables) => {
		const body = JSON.stringify({ persisted: true, query: operation.id, variables });
		const text = await post(`${origin()}/graphql`, body, cookie, options.within ?? 10_000).catch(() => {
			throw new Failure([{ code: "offline" }]);
		});
		const { data, errors = [] } = parse(text);
		const [first, ...rest] = errors.map(({ extensions }) => extensions);
		if (first) throw new Failure([first, ...rest]);
		return data as never;
	};
}

function parse(text: string): { data: unknown; errors?: { extensions: Issue }[] } {
	try {
		const answer = JSON.parse(text);
		if ("data" in answer) return answer;
	} catch {
		// A page of a proxy, or half an answer.
	}
	throw new Failure([{ code: "unavailable" }]);
}

function post(url: string, body: string, cookie: string | null, within: number): Promise<string> {
	return new Promise((resolve, reject) => {
		const headers = { "content-type": "application/json", ...(cookie ? { cookie } : {}) };
		const outgoing = request(url, { agent, method: "POST", headers }, (response) => {
			const parts: Buffer[] = [];
			response.on("data", (part) => parts.push(part));
			response.on("end", () => resolve(Buffer.concat(parts).toString()));
			response.on("error", reject);
			response.on("aborted", () => reject(new Error("aborted")));
		});
		outgoing.setTimeout(within, () => outgoing.destroy(new Error("no answer in time")));
		outgoing.on("error", reject);
		outgoing.end(body);
	});
}
