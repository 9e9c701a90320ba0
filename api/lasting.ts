import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { type Body, makeBody, thorough } from "./compression.ts";

/**
 * A text that does not change while the service runs: made when it is first asked for, and not sent again to who has it.
 * Type and lifetime are the caller's to say.
 */
export function makeLasting(make: () => string) {
	let made: { body: Body; etag: string } | undefined;
	return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
		if (!made) {
			const text = make();
			const digest = createHash("sha256").update(text).digest("base64url").slice(0, 27);
			made = { body: makeBody(text, thorough), etag: `W/"${digest}"` };
		}
		const { body, etag } = made;
		const vary = reply.getHeader("vary");
		reply.header("vary", vary ? `${vary}, Accept-Encoding` : "Accept-Encoding").header("etag", etag);
		if (request.headers["if-none-match"] === etag) return reply.code(304).send();
		return body(request, reply);
	};
}
