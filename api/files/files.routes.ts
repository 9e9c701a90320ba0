import multipart from "@fastify/multipart";
import { type ErrorCode, Failure, fail } from "@interurban/contract/errors";
import { limits } from "@interurban/contract/limits";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { buildContext, requestLanguage, type Services } from "../context.ts";
import { isSameOrigin } from "../forms.ts";
import { webp } from "./files.kinds.ts";
import { disposition } from "./files.names.ts";
import { readWhole } from "./files.posted.ts";
import type { FileStore } from "./files.store.ts";
import { admitUpload, describeFile, type Openness, openFile, storeFile } from "./files.ts";

type Options = {
	services: Services;
	store: FileStore;
	allowedOrigin: (origin: string, host: string) => boolean;
};

/** `POST /files` takes one file as `multipart/form-data`, `GET /files/:id` gives it back to those who may read it. */
export async function files(app: FastifyInstance, options: Options): Promise<void> {
	await app.register(async (scope) => {
		await scope.register(multipart, {
			throwFileSizeLimit: false,
			limits: { files: 1, fields: 0, parts: 1, fileSize: limits.files.size, headerPairs: 20 },
		});
		scope.post("/files", { bodyLimit: limits.files.size + 64 * 1024 }, async (request, reply) => {
			reply.header("cache-control", "no-store");
			try {
				return reply.code(201).send(describeFile(await upload(options, request, reply)));
			} catch (error) {
				if (!(error instanceof Failure)) throw error;
				return reply.code(statuses[error.code] ?? 422).send({ issues: error.issues });
			}
		});
	});
	app.get<{ Params: { id: string } }>("/files/:id", (request, reply) => download(options, request, reply));
}

async function upload(
	{ services, store, allowedOrigin }: Options,
	request: FastifyRequest,
	reply: FastifyReply,
) {
	if (!isSameOrigin(request, allowedOrigin)) fail("forbidden");
	const ctx = await buildContext(services, request, reply, requestLanguage(request));
	await admitUpload(ctx);
	return storeFile(ctx, store, await readPart(request));
}

/** The one file of a request; what cannot be read as such is the sender's fault. */
async function readPart(request: FastifyRequest): Promise<{ name: string; bytes: Buffer }> {
	try {
		if (!request.isMultipart()) fail("invalid");
		const part = (await request.file()) ?? fail("required", { field: "file" });
		return await readWhole(part);
	} catch (error) {
		if (error instanceof Failure) throw error;
		request.log.info(error, "an upload could not be read");
		fail("invalid");
	}
}

const statuses: Partial<Record<ErrorCode, number>> = {
	"auth.required": 401,
	forbidden: 403,
	"files.too_large": 413,
	"files.unsupported": 415,
	rate_limited: 429,
};

const caching: Record<Openness, string> = {
	public: "public, max-age=86400, immutable",
	public_for_now: "public, max-age=300",
	private: "private, max-age=0, no-store",
};

async function download(
	{ services, store }: Options,
	request: FastifyRequest<{ Params: { id: string } }>,
	reply: FastifyReply,
) {
	// The session is looked at only where it matters: what is public must not carry anybody's cookie into a shared cache.
	const viewerId = async () =>
		(await buildContext(services, request, reply, requestLanguage(request))).viewer?.id ?? null;
	const found = await openFile(services, store, request.params.id, viewerId);
	if (!found) return reply.code(404).header("cache-control", "no-store").send({ error: "not_found" });
	const { file, openness, bytes } = found;
	return reply
		.type(file.mediaType)
		.header("content-length", file.size)
		.header(
			"content-disposition",
			disposition(file.mediaType === webp.mediaType ? "inline" : "attachment", file.name),
		)
		.header("x-content-type-options", "nosniff")
		.header("content-security-policy", "default-src 'none'; sandbox")
		.header("cache-control", caching[openness])
		.send(bytes);
}
