import multipart from "@fastify/multipart";
import type { Fields, Web } from "@interurban/contract/rendering";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { buildContext, type Services } from "./context.ts";
import { postedLimits, readPosted } from "./files/files.posted.ts";
import type { FileStore } from "./files/files.store.ts";
import { answerPage, splitAddress } from "./pages.ts";

/**
 * Forms without JavaScript: a page's form posts to the page's own address. The answer is a redirect, or the page again
 * with the errors and everything that was typed. Files are kept first, so that no error elsewhere loses them.
 */
export async function forms(
	app: FastifyInstance,
	options: {
		services: Services;
		store: FileStore;
		web: () => Web;
		development: boolean;
		allowedOrigin: (origin: string, host: string) => boolean;
	},
): Promise<void> {
	await app.register(async (scope) => {
		await scope.register(multipart, { throwFileSizeLimit: false, limits: postedLimits });
		scope.addContentTypeParser(
			"application/x-www-form-urlencoded",
			{ parseAs: "string", bodyLimit: 512 * 1024 },
			(_request, body, done) => done(null, [...new URLSearchParams(body as string)] satisfies Fields),
		);
		// What cannot even be read as a form is answered by a page, too.
		scope.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
			const { statusCode = 500 } = error;
			if (statusCode < 400 || statusCode >= 500) throw error;
			return refuse(app, options, request, reply, statusCode === 413 ? "too_large" : "invalid");
		});
		scope.post("/*", async (request, reply) => {
			const { language, path } = splitAddress(request.url);
			if (!language) return reply.code(404).send({ error: "not_found" });
			if (!isSameOrigin(request, options.allowedOrigin))
				return refuse(app, options, request, reply, "forbidden");
			const isForm = request.isMultipart() || Array.isArray(request.body);
			if (!isForm) return refuse(app, options, request, reply, "invalid");
			const posted = request.isMultipart()
				? await readPosted(request, options.store, () =>
						buildContext(options.services, request, reply, language),
					)
				: { fields: request.body as Fields, issues: [] };
			return answerPage(app, options, request, reply, { language, path }, (web, page) =>
				web.submit(page, posted.fields, posted.issues),
			);
		});
	});
}

/** Whether a post comes from our own pages; browsers that send no Origin say the same in Sec-Fetch-Site. */
export function isSameOrigin(
	request: FastifyRequest,
	allowed: (origin: string, host: string) => boolean,
): boolean {
	const { origin, host } = request.headers;
	if (origin !== undefined) return allowed(origin, host ?? "");
	return (
		request.headers["sec-fetch-site"] === undefined || request.headers["sec-fetch-site"] === "same-origin"
	);
}

function refuse(
	app: FastifyInstance,
	options: { services: Services; web: () => Web; development: boolean },
	request: FastifyRequest,
	reply: FastifyReply,
	error: "forbidden" | "invalid" | "too_large",
) {
	const { language, path } = splitAddress(request.url);
	return answerPage(app, options, request, reply, { language: language ?? "en", path }, (web, page) =>
		web.render({ ...page, error }),
	);
}
