import { fail } from "@interurban/contract/errors";
import type { PersonNotices, StreamEvents } from "@interurban/contract/events";
import { isLanguage, type Language, languages } from "@interurban/contract/languages";
import type { Db } from "@interurban/db/client";
import DataLoader from "dataloader";
import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from "fastify";
import type { Limiter } from "./limiter.ts";
import type { PageCache } from "./page-cache.ts";
import type { Sessions, Viewer, ViewerSession } from "./sessions.ts";
import type { Translator } from "./translation/libretranslate.ts";

/** Tells everybody who listens to the stream that the event names; see `realtime.ts`. */
export type Emit = <E extends keyof StreamEvents>(event: E, payload: Parameters<StreamEvents[E]>[0]) => void;

/** Tells some people, wherever they are signed in, something that each of them may know. */
export type Notify = <N extends keyof PersonNotices>(
	personIds: readonly number[],
	notice: N,
	payload: Omit<Parameters<PersonNotices[N]>[0], "stream">,
) => void;

/** What outlives a request. */
export type Services = {
	db: Db;
	/** Whether the database has its schema and data. */
	isReady: () => boolean;
	sessions: Sessions;
	limiter: Limiter;
	emit: Emit;
	notify: Notify;
	pageCache: PageCache;
	/** Public address, without a trailing slash. */
	origin: string;
	dataDir: string;
	/** Translates by machine, where the operator has set one. */
	translator: Translator | null;
	/** Milliseconds after which nobody waits for an answer any more. */
	deadline?: number;
};

/** Made once a request, the same for GraphQL, pages and forms. */
export type Context = Services & {
	viewer: Viewer | null;
	session: ViewerSession | null;
	/** The reader's language. */
	language: Language;
	/** The address a request came from, for rate limits only. */
	address: string;
	userAgent: string;
	requestId: string;
	log: FastifyBaseLogger;
	/** The token that was presented, for signing out. */
	sessionToken: string | null;
	/** Adds a `Set-Cookie` header to the answer. */
	setCookie: (cookie: string) => void;
};

/** The language of a request that is not for a page: the page says it by `Accept-Language`. */
export function requestLanguage(request: FastifyRequest): Language {
	for (const part of (request.headers["accept-language"] ?? "").split(",")) {
		const tag = part.trim().slice(0, 2).toLowerCase();
		if (isLanguage(tag)) return tag;
	}
	return "en";
}

/** The reader's own language among ours: the remembered one, else the browser's, else English. */
export function preferredLanguage(request: FastifyRequest): Language {
	const remembered = request.cookies.language;
	return languages.find((language) => language === remembered) ?? requestLanguage(request);
}

/**
 * Finds out who asks. A token that is no session clears the cookie, and the person is a visitor; so is who is not the one
 * that the header `as-person` names, because somebody else has signed in since the page was opened.
 * @param options.asVisitor takes no notice of who is signed in
 * @throws Failure `unavailable` until the service is ready
 */
export async function buildContext(
	services: Services,
	request: FastifyRequest,
	reply: FastifyReply,
	language: Language,
	options: { asVisitor?: boolean } = {},
): Promise<Context> {
	if (!services.isReady()) fail("unavailable");
	const setCookie = (cookie: string) => {
		reply.header("set-cookie", cookie);
	};
	const sessionToken = options.asVisitor ? null : (request.cookies[services.sessions.cookieName] ?? null);
	let viewer: Viewer | null = null;
	let session: ViewerSession | null = null;
	if (sessionToken) {
		const found = await services.sessions.validate(sessionToken);
		const meant = request.headers["as-person"];
		if (meant === undefined || meant === found.viewer?.handle) {
			viewer = found.viewer;
			session = found.session;
		}
		if (found.cookie) setCookie(found.cookie);
	}
	return {
		...services,
		viewer,
		session,
		language,
		address: request.ip,
		userAgent: request.headers["user-agent"] ?? "",
		requestId: request.id,
		log: request.log,
		sessionToken,
		setCookie,
	};
}

/** Who is signed in; refuses visitors. */
export function requireViewer(ctx: Context): Viewer {
	return ctx.viewer ?? fail("auth.required");
}

/**
 * A batched look-up by key, one a request: `const placeById = defineLoader(findPlaces)`, `placeById(ctx).load(id)`.
 * @param batch answers the keys in their order, null for what there is not
 */
export function defineLoader<K, V>(batch: (ctx: Context, keys: readonly K[]) => Promise<readonly V[]>) {
	const made = new WeakMap<Context, DataLoader<K, V>>();
	return (ctx: Context): DataLoader<K, V> => {
		let loader = made.get(ctx);
		if (!loader) {
			loader = new DataLoader<K, V>((keys) => batch(ctx, keys));
			made.set(ctx, loader);
		}
		return loader;
	};
}
