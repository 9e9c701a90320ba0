import type { Language } from "@interurban/contract/languages";
import { fontPreloads } from "./ui/fonts.ts";

/** What Vite writes of a browser build. */
export type Manifest = Record<string, { file: string; css?: string[]; imports?: string[] }>;

const entry = "entry-client.tsx";

/** The tags that load styles and scripts; in development Vite serves the modules themselves. */
export function makeAssets(manifest: Manifest | null) {
	if (!manifest)
		return {
			head: (_fontsOf: Language | null, _modules: ReadonlySet<string>) =>
				`<link rel="stylesheet" href="/ui/styles/index.css">`,
			entry: (nonce: string) =>
				`<script type="module" nonce="${nonce}" src="/@vite/client"></script><script type="module" nonce="${nonce}" src="/${entry}"></script>`,
		};
	const main = manifest[entry];
	if (!main) throw new Error("the browser's build has no entry");
	const styles = `<link rel="icon" href="/assets/icon.svg">${(main.css ?? []).map((file) => `<link rel="stylesheet" href="/assets/${file}">`).join("")}`;
	const files = (key: string): string[] => {
		const chunk = manifest[key];
		return chunk ? [chunk.file, ...(chunk.imports ?? []).flatMap(files)] : [];
	};
	const fonts = (language: Language): string =>
		fontPreloads(language)
			.map((path) => manifest[path]?.file)
			.map((file) => `<link rel="preload" href="/assets/${file}" as="font" type="font/woff2" crossorigin>`)
			.join("");
	const eager = files(entry);
	const known = new Map<string, string>();
	const preloads = (modules: ReadonlySet<string>): string => {
		const key = [...modules].join();
		let tags = known.get(key);
		if (tags === undefined) {
			const wanted = new Set([...eager, ...[...modules].flatMap(files)]);
			tags = [...wanted].map((file) => `<link rel="modulepreload" href="/assets/${file}">`).join("");
			known.set(key, tags);
		}
		return tags;
	};
	return {
		/** @param fontsOf the language whose fonts are loaded early; null for readers who save data */
		head: (fontsOf: Language | null, modules: ReadonlySet<string>) =>
			styles + (fontsOf ? fonts(fontsOf) : "") + (modules.size ? preloads(modules) : ""),
		entry: (nonce: string) => `<script type="module" nonce="${nonce}" src="/assets/${main.file}"></script>`,
	};
}
