import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";

type Encoding = "br" | "gzip";

const compress: Record<Encoding, (text: string) => Promise<Buffer>> = {
	// The highest quality takes twenty times as long for a tenth less.
	br: (text) => promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
	gzip: promisify(gzip),
};

/**
 * A text that does not change while the service runs: made when it is first asked for, compressed once an encoding, and
 * not sent again to who has it. Type and lifetime are the caller's to say.
 */
export function makeLasting(make: () => string) {
	let made: { text: string; etag: string } | undefined;
	const compressed = new Map<Encoding, Promise<Buffer>>();
	return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
		if (!made) {
			const text = make();
			made = { text, etag: `W/"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"` };
		}
		const { text, etag } = made;
		const vary = reply.getHeader("vary");
		reply.header("vary", vary ? `${vary}, Accept-Encoding` : "Accept-Encoding").header("etag", etag);
		if (request.headers["if-none-match"] === etag) return reply.code(304).send();
		const accepted = String(request.headers["accept-encoding"] ?? "");
		const encoding = (["br", "gzip"] as const).find((name) => accepted.includes(name));
		if (!encoding) return reply.send(text);
		const body = compressed.get(encoding) ?? compress[encoding](text);
		compressed.set(encoding, body);
		return reply.header("content-encoding", encoding).send(await body);
	};
}
