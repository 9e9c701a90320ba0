import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Web } from "@interurban/contract/rendering";

const built = fileURLToPath(new URL("../../web/dist/", import.meta.url));

/** The pages as they were last built; `npm test` builds them before. */
export async function loadWeb(): Promise<Web> {
	const entry = `${built}server/entry-server.js`;
	if (!existsSync(entry)) throw new Error("the pages are not built: run `pnpm run build`");
	const { createWeb } = await import(/* @vite-ignore */ pathToFileURL(entry).href);
	return createWeb(JSON.parse(readFileSync(`${built}client/.vite/manifest.json`, "utf8")));
}
