import type { IncomingMessage, ServerResponse } from "node:http";
import type { Web } from "@interurban/contract/rendering";

import { createServer } from "vite";

/** What of Fastify is used here. */
type Server = {
	addHook(
		name: "onRequest",
		hook: (
			request: { raw: IncomingMessage },
			reply: { raw: ServerResponse },
			done: (error?: Error) => void,
		) => void,
	): void;
	addHook(name: "onClose", hook: () => Promise<void>): void;
};

/** The pages from their sources, with hot reload in the browser: for development only. */
export async function createDevelopmentWeb() {
	const vite = await createServer({
		root: import.meta.dirname,
		configFile: `${import.meta.dirname}/vite.config.ts`,
		server: { middlewareMode: true },
	});
	const load = async () =>
		((await vite.ssrLoadModule("/entry-server.tsx")) as { createWeb(manifest: null): Web }).createWeb(null);
	let web = await load();
	return {
		web: () => web,
		assets: null,
		middleware: (app: Server) => {
			app.addHook("onRequest", (request, reply, done) => {
				vite.middlewares(request.raw, reply.raw, () => {
					load()
						.then((fresh) => {
							web = fresh;
							done();
						})
						.catch((error) => {
							vite.ssrFixStacktrace(error);
							done(error);
						});
				});
			});
			app.addHook("onClose", () => vite.close());
		},
	};
}
