import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Web } from "@interurban/contract/rendering";
import { projectFiles, readSource } from "./source.ts";

const dist = join(dirname(createRequire(import.meta.url).resolve("@interurban/web/package.json")), "dist");

/** Folder of the browser's scripts and styles, for `useApp(db, { web: await builtPages(), assets: builtAssets })`. */
export const builtAssets = join(dist, "client");

/** The pages as `npm run build` made them, for `useApp(db, { web: await builtPages() })`. */
export async function builtPages(): Promise<Web> {
	const { createWeb } = await import(pathToFileURL(join(dist, "server/entry-server.js")).href);
	return createWeb(JSON.parse(readFileSync(join(dist, "client/.vite/manifest.json"), "utf8")));
}

/** The addresses of all pages below the language prefix, with parameters after colons: `/topics/:id`. */
export const pageRoutes = (): string[] =>
	projectFiles()
		.filter((name) => /^web\/.*\.routes\.ts$/.test(name) && !name.includes("styleguide"))
		.flatMap((name) => [...readSource(name).matchAll(/page\(\s*"([^"]+)"/g)])
		.map(([, route = ""]) => route);
