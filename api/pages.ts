import { createHmac, randomBytes } from "node:crypto";
import { isLanguage, type Language } from "@interurban/contract/languages";
import type { PageRequest, PageResponse, Web } from "@interurban/contract/rendering";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type Body, makeBody } from "./compression.ts";
import { buildContext, type Context, preferredLanguage, type Services } from "./context.ts";
import { within } from "./deadline.ts";
import { answerFeed, isFeed } from "./feeds.ts";
import { databaseIssue, executeOperation } from "./graphql.ts";

/** Stands for the nonce while a page is made, so that equal pages are equal bytes; no text can contain it. As long as that. */
const placeholder = randomBytes(32).toString("base64url");
const nonceKey = randomBytes(32);

/** Seconds for which a visitor's page may be shown again, here and by what stands between us and its reader. */
export const pageLifetime = 5;

/**
 * Server-rendered pages: `/{language}/…`. An address without a language leads to the reader's own.
 */
export function pages(app: FastifyInstance, options: PageOptions): void {
	app.get("/", (request, reply) => redirectToLanguage(request, reply));
	app.get("/*", async (request, reply) => {
		const { language, path } = splitAddress(request.url);
		if (!language) return redirectToLanguage(request, reply);
		const [pathname = "", ...query] = request.url.split("?");
		if (pathname.includes("//"))
			return reply.redirect([pathname.replace(/\/{2,}/g, "/"), ...query].join("?"), 301);
		const answer = isFeed(path) ? answerFeed : answerPage;
		return answer(app, options, request, reply, { language, path });
	});
}

const zones = new Set(Intl.supportedValuesOf("timeZone"));

/** The zone that the browser's script remembered, or UTC for who has not been here or has no script. */
function timeZoneOf(request: FastifyRequest): string {
	const zone = request.cookies["time-zone"];
	return zone && zones.has(zone) ? zone : "UTC";
}

function redirectToLanguage(request: FastifyRequest, reply: FastifyReply) {
	const target = `/${preferredLanguage(request)}${request.url}`;
	return reply.header("vary", "Accept-Language, Cookie").redirect(target, 302);
}

/** `/de/search?q=x` → German, `/search?q=x`. */
export function splitAddress(url: string): { language: Language | null; path: string } {
	const [, first = "", rest = ""] = /^\/([^/?]*)(.*)$/.exec(url) ?? [];
	if (!isLanguage(first)) return { language: null, path: url };
	return { language: first, path: rest.startsWith("/") ? rest : `/${rest}` };
}

/** An address whose path can be decoded: signs of per cent that stand for no text are taken as they are. */
export function readableUrl(url: string): string {
	const [path = "", ...query] = url.split("?");
	try {
		decodeURIComponent(path);
		return url;
	} catch {
		return [path.replaceAll("%", "%25"), ...query].join("?");
	}
}

export type PageOptions = { services: Services; web: () => Web; development: boolean };

type At = { language: Language; path: string };
type Respond = (web: Web, page: PageRequest) => Promise<PageResponse>;

/** A page as it is sent: with its nonce, which is also what tells it from others. */
export type Page = { redirect: string } | { status: number; body: Body; nonce: string; isPublic: boolean };

/** Renders an address, or answers a posted form when `respond` does. */
export async function answerPage(
	app: FastifyInstance,
	options: PageOptions,
	request: FastifyRequest,
	reply: FastifyReply,
	at: At,
	respond: Respond = (web, page) => web.render(page),
) {
	const { sessions, pageCache, origin } = options.services;
	const make = () => makePage(app, options, request, reply, at, respond);
	const isVisit = request.method === "GET" && request.cookies[sessions.cookieName] === undefined;
	const page = await (isVisit ? pageCache.page(keyOf(request, at), make) : make());
	if ("redirect" in page) return reply.header("cache-control", "no-store").redirect(page.redirect, 303);
	if (request.cookies.language !== at.language) {
		const secure = origin.startsWith("https:") ? "; Secure" : "";
		reply.header("set-cookie", `language=${at.language}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`);
	}
	return sendPage(request, reply, page, options.development);
}

const savesData = (request: FastifyRequest) => request.headers["save-data"] === "on";

/** All that a visitor's page is made of. */
const keyOf = (request: FastifyRequest, { language, path }: At) =>
	[language, timeZoneOf(request), savesData(request), path].join(" ");

async function makePage(
	app: FastifyInstance,
	options: PageOptions,
	request: FastifyRequest,
	reply: FastifyReply,
	at: At,
	respond: Respond,
): Promise<Page> {
	const web = options.web();
	let ctx: Context | null = null;
	const page: PageRequest = {
		path: at.path,
		language: at.language,
		timeZone: timeZoneOf(request),
		saveData: savesData(request),
		origin: options.services.origin,
		requestId: request.id,
		nonce: placeholder,
		execute: async (id, variables) =>
			ctx
				? executeOperation(app, ctx, web.operations, id, variables)
				: { data: null, issues: [{ code: "unavailable" }] },
	};
	let response: PageResponse;
	const { deadline } = options.services;
	try {
		ctx = await within(deadline, buildContext(options.services, request, reply, at.language));
		response = await within(deadline, respond(web, page));
	} catch (error) {
		const code = databaseIssue(error);
		if (!code) request.log.error(error, "a page failed");
		response = await web.render({ ...page, error: code ?? "internal" });
	}
	if ("redirect" in response) return response;
	const html = Buffer.from(response.html);
	// Derived from the page under a secret, the nonce cannot be known to any text inside of it, and equal pages stay equal.
	const nonce = createHmac("sha256", nonceKey).update(html).digest("base64url");
	for (let at = html.indexOf(placeholder); at >= 0; at = html.indexOf(placeholder, at)) html.write(nonce, at);
	return {
		status: response.status,
		body: makeBody(html),
		nonce,
		isPublic: ctx !== null && ctx.viewer === null,
	};
}

function sendPage(
	request: FastifyRequest,
	reply: FastifyReply,
	{ status, body, nonce, isPublic }: Exclude<Page, { redirect: string }>,
	development: boolean,
) {
	const cacheable = isPublic && status === 200 && request.method === "GET";
	// What sets a cookie is this reader's alone; the same page asked for again sets none.
	const shared = cacheable && !reply.hasHeader("set-cookie");
	reply
		.code(status)
		.type("text/html; charset=utf-8")
		.header("content-security-policy", contentSecurityPolicy(nonce, development))
		.header("vary", "Accept-Encoding, Cookie, Save-Data")
		.header(
			"cache-control",
			cacheable
				? `${shared ? `public, s-maxage=${pageLifetime}` : "private"}, max-age=0, must-revalidate`
				: "private, no-store",
		);
	if (status === 503) reply.header("retry-after", "5");
	if (cacheable) {
		const etag = `W/"${nonce.slice(0, 27)}"`;
		reply.header("etag", etag);
		if (request.headers["if-none-match"] === etag) return reply.code(304).send();
	}
	return body(request, reply);
}

function contentSecurityPolicy(nonce: string, development: boolean): string {
	return [
		"default-src 'self'",
		`script-src 'nonce-${nonce}' 'strict-dynamic'`,
		`style-src 'self'${development ? " 'unsafe-inline'" : ""}`,
		"img-src 'self' data: blob:",
		`connect-src 'self'${development ? " ws:" : ""}`,
		"worker-src 'self'",
		"object-src 'none'",
		"base-uri 'none'",
		"form-action 'self'",
		"frame-ancestors 'none'",
	].join("; ");
}
