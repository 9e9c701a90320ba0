import { createHash } from "node:crypto";
import type { ErrorCode, Issue } from "@interurban/contract/errors";
import type { Language } from "@interurban/contract/languages";
import type { FeedResponse, Web } from "@interurban/contract/rendering";
import { wordsIn } from "@interurban/words/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { makeBody } from "./compression.ts";
import { buildContext, type Services } from "./context.ts";
import { within } from "./deadline.ts";
import { databaseIssue, executeOperation } from "./graphql.ts";

/** Seconds for which a feed need not be asked for again. */
const lifetime = 300;

/** Whether an address below the language prefix is that of a feed. */
export const isFeed = (path: string): boolean => /^[^?]*\.atom(\?|$)/.test(path);

/** Sends a feed, the same for everybody: whoever is signed in gets what visitors get. */
export async function answerFeed(
	app: FastifyInstance,
	{ services, web }: { services: Services; web: () => Web },
	request: FastifyRequest,
	reply: FastifyReply,
	{ language, path }: { language: Language; path: string },
) {
	const { operations, feed } = web();
	let response: FeedResponse;
	try {
		const context = buildContext(services, request, reply, language, { asVisitor: true });
		const ctx = await within(services.deadline, context);
		const execute = (id: string, variables: object) => executeOperation(app, ctx, operations, id, variables);
		const made = feed({ path, language, origin: services.origin, execute });
		response = await within(services.deadline, made);
	} catch (error) {
		const code = databaseIssue(error);
		if (!code) request.log.error(error, "a feed failed");
		response = { issue: { code: code ?? "internal" } };
	}
	if ("issue" in response) return refuse(reply, language, response.issue);
	const etag = `W/"${createHash("sha256").update(response.xml).digest("base64url").slice(0, 27)}"`;
	reply
		.type("application/atom+xml; charset=utf-8")
		.header("content-security-policy", "default-src 'none'")
		.header("vary", "Accept-Encoding")
		.header("cache-control", `public, max-age=${lifetime}`)
		.header("etag", etag);
	if (request.headers["if-none-match"] === etag) return reply.code(304).send();
	return makeBody(response.xml)(request, reply);
}

const statuses: Partial<Record<ErrorCode, number>> = {
	not_found: 404,
	rate_limited: 429,
	unavailable: 503,
	too_slow: 503,
};

/** What is wrong, in words: feed readers show them. */
function refuse(reply: FastifyReply, language: Language, { code, args }: Issue) {
	const t = wordsIn(language);
	const wait = code === "rate_limited" ? Number(args?.seconds ?? 60) : statuses[code] === 503 ? 5 : null;
	if (wait !== null) reply.header("retry-after", String(wait));
	const text =
		code === "not_found"
			? t("errors.not_found_title")
			: code === "rate_limited"
				? t("errors.rate_limited", { seconds: wait ?? 60 })
				: t(code === "unavailable" || code === "too_slow" ? `errors.${code}` : "errors.internal");
	return reply
		.code(statuses[code] ?? 500)
		.type("text/plain; charset=utf-8")
		.header("cache-control", "no-store")
		.send(`${text}\n`);
}
