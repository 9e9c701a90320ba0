import { randomUUID } from "node:crypto";
import { join } from "node:path";
import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import fastifyStatic from "@fastify/static";
import type { ErrorCode } from "@interurban/contract/errors";
import type { Web } from "@interurban/contract/rendering";
import type { Pool } from "@interurban/db/client";
import { ping } from "@interurban/db/client";
import Fastify, { type FastifyInstance, type FastifyServerOptions } from "fastify";
import { alertsStream } from "./alerts/alerts.ts";
import type { Services } from "./context.ts";
import { files } from "./files/files.routes.ts";
import { makeFileStore } from "./files/files.store.ts";
import { personStream } from "./following/following.ts";
import { forms } from "./forms.ts";
import { databaseIssue, graphql } from "./graphql.ts";
import { type Limiter, makeLimiter } from "./limiter.ts";
import { messagesStream } from "./messages/messages.ts";
import { makePageCache } from "./page-cache.ts";
import { pages, readableUrl } from "./pages.ts";
import { serveWorldMap } from "./places/places.ts";
import type { Cluster } from "./realtime.cluster.ts";
import { attachLive, createLive } from "./realtime.ts";
import { makeSessions } from "./sessions.ts";
import type { StreamKinds } from "./streams.ts";
import { threadStream } from "./threads/threads.ts";
import { serveConcepts } from "./topics/topics.ts";
import type { Translator } from "./translation/libretranslate.ts";

/** What can be listened to; each slice with live events adds its kinds of stream. */
const streams: StreamKinds = {
	alerts: alertsStream,
	messages: messagesStream,
	person: personStream,
	thread: threadStream,
};

declare module "fastify" {
	interface FastifyInstance {
		services: Services;
	}
}

export type AppOptions = {
	db: Pool;
	/** The built pages; a function, because development makes them anew. */
	web: () => Web;
	/** Folder of the browser's files (scripts, styles, fonts), or null when somebody else serves them. */
	assets: string | null;
	origin: string;
	dataDir: string;
	/** Serves the browser's modules in development, before anything else. */
	middleware?: ((app: FastifyInstance) => void) | null;
	/** Whether the database has its schema and data; until then nothing but the pages' frame is answered. */
	isReady?: () => boolean;
	development?: boolean;
	/** With a public address that was not set, pages may come from whatever address was asked. */
	anyHost?: boolean;
	limiter?: Limiter;
	/** Translates posts; without, nothing is translated by machine. */
	translator?: Translator | null;
	/** The way on which live events reach the other processes of the network, where there may be some. */
	cluster?: Cluster | null;
	/** Milliseconds after which nobody waits for an answer any more; without, as long as it takes. */
	deadline?: number;
	/** Milliseconds for which a visitor's page may be shown to others; without, each page is made anew. */
	pageLifetime?: number;
	logger?: FastifyServerOptions["logger"];
	trustProxy?: string[] | false;
};

/** The whole service on one HTTP server, not yet listening. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
	const app = Fastify({
		logger: options.logger ?? false,
		trustProxy: options.trustProxy ?? false,
		genReqId: () => randomUUID(),
		bodyLimit: 128 * 1024,
		forceCloseConnections: "idle",
		// Nothing that is registered waits for anything but the processor: on a busy machine that is no reason to end.
		pluginTimeout: 0,
		routerOptions: { maxParamLength: 300 },
		rewriteUrl: ({ url = "/" }) => readableUrl(url),
	});
	const live = createLive();
	const services: Services = {
		db: options.db,
		isReady: options.isReady ?? (() => true),
		sessions: makeSessions(options.db, options.origin.startsWith("https:")),
		limiter: options.limiter ?? makeLimiter(),
		emit: live.emit,
		notify: live.notify,
		pageCache: makePageCache(options.pageLifetime ?? 0),
		origin: options.origin,
		dataDir: options.dataDir,
		translator: options.translator ?? null,
		...(options.deadline ? { deadline: options.deadline } : {}),
	};
	const development = options.development ?? false;
	const allowedOrigin = (origin: string, host: string) =>
		origin === options.origin ||
		(options.anyHost === true && URL.canParse(origin) && new URL(origin).host === host);

	options.middleware?.(app);
	await app.register(cookie);
	await app.register(helmet, {
		contentSecurityPolicy: false,
		// With "no-referrer" browsers post our own forms with `Origin: null`.
		referrerPolicy: { policy: "same-origin" },
		strictTransportSecurity: options.origin.startsWith("https:"),
		crossOriginEmbedderPolicy: false,
	});
	app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
		const { statusCode = 500 } = error;
		const code = databaseIssue(error);
		if (code) return reply.code(503).send({ error: code satisfies ErrorCode, requestId: request.id });
		if (statusCode >= 400 && statusCode < 500)
			return reply.code(statusCode).send({ error: "invalid" satisfies ErrorCode, requestId: request.id });
		request.log.error(error, "a request failed");
		return reply.code(500).send({ error: "internal" satisfies ErrorCode, requestId: request.id });
	});
	app.get("/health/live", async () => ({ status: "live" }));
	app.get("/health/ready", { handlerTimeout: 5000 }, async (_request, reply) => {
		const ready = services.isReady() && (await ping(options.db));
		return reply.code(ready ? 200 : 503).send({ status: ready ? "ready" : "unavailable" });
	});
	app.get("/robots.txt", (_request, reply) =>
		reply
			.type("text/plain")
			.send("User-agent: *\nDisallow: /*/search\nDisallow: /*/sign-in\nDisallow: /*/join\n"),
	);
	if (options.assets)
		await app.register(fastifyStatic, {
			root: options.assets,
			prefix: "/assets/",
			preCompressed: true,
			immutable: true,
			maxAge: "365d",
			index: false,
			setHeaders: (reply, path) => {
				if (!/(service-worker\.js|icon\.svg)(\.br)?$/.test(path)) return;
				// The only files whose names do not change with their content. The worker serves the whole site.
				reply.header("cache-control", "public, max-age=3600");
				reply.header("service-worker-allowed", "/");
			},
		});
	await graphql(app, { services, operations: options.web().operations, development });
	serveWorldMap(app);
	serveConcepts(app, options.origin);
	const store = makeFileStore(join(options.dataDir, "files"));
	await files(app, { services, store, allowedOrigin });
	pages(app, { services, web: options.web, development });
	await forms(app, { services, store, web: options.web, development, allowedOrigin });
	attachLive(app, live.io, {
		services,
		db: options.db,
		streams,
		cluster: options.cluster ?? null,
		allowedOrigin,
	});
	return app;
}
