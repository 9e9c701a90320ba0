import type { AddressInfo } from "node:net";
import { buildApp } from "@interurban/api/app";
import { type Limiter, makeLimiter } from "@interurban/api/limiter";
import type { Cluster } from "@interurban/api/realtime.cluster";
import { makeSessions } from "@interurban/api/sessions";
import type { Translator } from "@interurban/api/translation/libretranslate";
import type { Issue } from "@interurban/contract/errors";
import type { Web } from "@interurban/contract/rendering";
import type { Pool } from "@interurban/db/client";
import type { FastifyInstance } from "fastify";
import { afterAll } from "vitest";

export interface Answer {
	// biome-ignore lint/suspicious/noExplicitAny: a test knows what it asked for
	data: any;
	issues: Issue[];
}

/** Somebody who asks: a member by their session's cookie, or a visitor without one. */
export interface Asker {
	cookie: string | null;
	/** Sends a GraphQL document to the service. */
	ask(document: string, variables?: object): Promise<Answer>;
	/** The data of an operation that must not be refused. */
	get(document: string, variables?: object): Promise<Answer["data"]>;
}

export interface TestApp {
	app: FastifyInstance;
	/** Where it listens, e.g. `http://localhost:41234`. */
	origin: string;
	visitor: Asker;
	asMember(person: { id: number }): Promise<Asker>;
}

const noPages: Web = {
	render: async () => ({ status: 200, html: "" }),
	submit: async () => ({ status: 200, html: "" }),
	feed: async () => ({ xml: "" }),
	operations: {},
};

/**
 * The whole service on a port of its own, closed when the test file is done. Any document is answered, not only those
 * of the pages; rate limits are a thousand times as wide unless a limiter is given.
 */
export async function useApp(
	db: Pool,
	options: {
		web?: Web;
		assets?: string;
		limiter?: Limiter;
		language?: string;
		dataDir?: string;
		deadline?: number;
		translator?: Translator;
		pageLifetime?: number;
		cluster?: Cluster;
	} = {},
): Promise<TestApp> {
	const origin = "http://interurban.test";
	const app = await buildApp({
		db,
		web: () => options.web ?? noPages,
		assets: options.assets ?? null,
		origin,
		dataDir: options.dataDir ?? "",
		translator: options.translator ?? null,
		cluster: options.cluster ?? null,
		...(options.deadline ? { deadline: options.deadline } : {}),
		...(options.pageLifetime ? { pageLifetime: options.pageLifetime } : {}),
		development: true,
		anyHost: true,
		limiter: options.limiter ?? makeLimiter(1000),
	});
	await app.listen({ port: 0, host: "localhost" });
	afterAll(() => app.close());
	const { port } = app.server.address() as AddressInfo;
	const sessions = makeSessions(db, false);

	const asker = (cookie: string | null): Asker => {
		const ask: Asker["ask"] = async (document, variables = {}) => {
			const response = await app.inject({
				method: "POST",
				url: "/graphql",
				headers: { "accept-language": options.language ?? "en", ...(cookie ? { cookie } : {}) },
				payload: { query: document, variables },
			});
			const body = response.json();
			const errors: { extensions?: Issue }[] = body.errors ?? [];
			return {
				data: body.data,
				issues: errors.map((error) => error.extensions ?? { code: "internal" as const }),
			};
		};
		return {
			cookie,
			ask,
			async get(document, variables) {
				const { data, issues } = await ask(document, variables);
				if (issues.length)
					throw new Error(`refused: ${JSON.stringify(issues)}\n${document}\n${JSON.stringify(variables)}`);
				return data;
			},
		};
	};
	return {
		app,
		origin: `http://localhost:${port}`,
		visitor: asker(null),
		async asMember(person) {
			const { cookie } = await sessions.create(person.id, "test");
			return asker(cookie.split(";", 1)[0] ?? null);
		},
	};
}
