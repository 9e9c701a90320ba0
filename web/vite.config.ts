import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import icons from "unplugin-icons/vite";
import { defineConfig, type Plugin } from "vite";
import solid from "vite-plugin-solid";

/** Writes a `.br` beside every text file of the browser's build, so that the server compresses nothing twice. */
function precompress(): Plugin {
	return {
		name: "precompress",
		applyToEnvironment: (environment) => environment.name === "client",
		async closeBundle() {
			const folder = join(import.meta.dirname, "dist/client");
			for (const name of readdirSync(folder)) {
				if (!/\.(js|css|svg)$/.test(name)) continue;
				const text = readFileSync(join(folder, name));
				writeFileSync(join(folder, `${name}.br`), brotliCompressSync(text));
			}
		},
	};
}

/** Those that point the way a text runs, and are mirrored with it. */
const directional = new Set(["arrow-right", "list"]);

/** Icons say nothing that their surroundings do not say, take no properties and are the same everywhere. */
const iconCompiler = {
	extension: "tsx",
	compiler(svg: string, _collection: string, icon: string) {
		const names = directional.has(icon) ? "icon icon-directional" : "icon";
		return `export default () => ${svg.replace("<svg ", `<svg class="${names}" aria-hidden="true" `)}`;
	},
};

/** What every page needs: the libraries, and the frame with what it is made of. */
const base = [
	/node_modules\/.*(solid-js\/(dist|web)|@solidjs|@messageformat|make-plural)|preload-helper/,
	/~icons\/lucide\/(x|menu|search|globe)\b/,
	/packages\/(contract\/(errors|languages|limits)|words\/words)/,
	/web\/(words|request|errors|execute|format|head|page|part|posted|idle|origin)\.tsx?$/,
	/web\/(shell\/(ErrorPage|shell\.data)|search\/(question|use-type-ahead)|generated\/operations\/Viewer)\b/,
	/web\/ui\/(Button|address|LiveRegion|Link|Name|Avatar|text|links|Notice|Skeleton|Headline|Page|SearchField|field-source)\b/,
];
const isBase = (id: string) => base.some((pattern) => pattern.test(id));

/** What only pages with a form need. */
const writing =
	/web\/(form\.tsx|ui\/(Combobox|ChosenByTyping|Choices|RepeatableRows|MarkdownField|TextField|TextArea|SelectField|Fieldset|Field|ErrorSummary|Counter|Dialog|suggestions)\b)/;

/** Few files rather than many small ones, which compress worse and are asked for one by one. */
const chunks = [
	{ name: "store", test: /solid-js\/store/, priority: 4, includeDependenciesRecursively: false },
	{ name: "base", test: isBase, priority: 3 },
	{ name: "writing", test: writing, minShareCount: 3, priority: 2 },
	{
		name: "reading",
		test: /web\/ui\/(?!PostView|NewItems|ProgressBar)|~icons/,
		minShareCount: 4,
		priority: 1,
	},
];

export default defineConfig({
	root: import.meta.dirname,
	appType: "custom",
	base: process.env.NODE_ENV === "production" ? "/assets/" : "/",
	plugins: [
		solid({ ssr: true }),
		icons({ compiler: iconCompiler, collectionsNodeResolvePath: import.meta.dirname }),
		precompress(),
	],
	resolve: { conditions: ["source", "module", "browser", "development|production"] },
	ssr: { resolve: { conditions: ["source", "module", "node", "development|production"] }, noExternal: true },
	css: { transformer: "lightningcss" },
	builder: {
		async buildApp(builder) {
			for (const environment of Object.values(builder.environments)) await builder.build(environment);
		},
	},
	environments: {
		client: {
			build: {
				outDir: "dist/client",
				assetsDir: "",
				manifest: true,
				// A page's own files are named by the server; lists of those of all others would go along with every page.
				modulePreload: { resolveDependencies: () => [] },
				target: "es2022",
				rolldownOptions: {
					input: "entry-client.tsx", // Short names: every page knows those of all others.
					output: { chunkFileNames: "[hash].js", codeSplitting: { groups: chunks } },
				},
			},
		},
		ssr: {
			build: {
				outDir: "dist/server",
				ssr: "entry-server.tsx",
				rolldownOptions: { output: { entryFileNames: "entry-server.js" } },
			},
		},
	},
});
