import icons from "unplugin-icons/vite";
import { defineConfig } from "vite";
import solid from "vite-plugin-solid";

export default defineConfig({
	root: import.meta.dirname,
	appType: "custom",
	base: process.env.NODE_ENV === "production" ? "/assets/" : "/",
	plugins: [solid({ ssr: true }), icons({ compiler: "solid" })],
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
				target: "es2022",
				rolldownOptions: { input: "entry-client.tsx" },
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
