import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";

type Encoding = "br" | "gzip";

/** Brotli's quality for what is made for one reader; its time doubles with every few steps. */
const quick = 4;
/** For what is sent again and again; the highest takes twenty times as long for a tenth less. */
export const thorough = 9;

/** A text that can be sent more than once, as small as its reader understands: compressed once an encoding. */
export type Body = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

/** @param quality of Brotli, `quick` when nothing else is said */
export function makeBody(text: string | Buffer, quality: number = quick): Body {
	const compressed = new Map<Encoding, Promise<Buffer>>();
	const compress: Record<Encoding, () => Promise<Buffer>> = {
		br: () => promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }),
		gzip: () => promisify(gzip)(text),
	};
	return async (request, reply) => {
		const accepted = String(request.headers["accept-encoding"] ?? "");
		const encoding = (["br", "gzip"] as const).find((name) => accepted.includes(name));
		if (!encoding) return reply.send(text);
		const body = compressed.get(encoding) ?? compress[encoding]();
		compressed.set(encoding, body);
		return reply.header("content-encoding", encoding).send(await body);
	};
}
