import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** Sends a text made for this request, as small as its reader understands and as can be had quickly. */
export async function sendCompressed(request: FastifyRequest, reply: FastifyReply, text: string) {
	const accepted = String(request.headers["accept-encoding"] ?? "");
	if (accepted.includes("br")) {
		reply.header("content-encoding", "br");
		return reply.send(await brotli(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }));
	}
	if (accepted.includes("gzip")) {
		reply.header("content-encoding", "gzip");
		return reply.send(await gzipped(text));
	}
	return reply.send(text);
}
