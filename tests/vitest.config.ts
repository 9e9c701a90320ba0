import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Unit tests lie beside what they test; everything that needs a database, a server or a browser lies in tests/. */
export default defineConfig({
	root,
	resolve: { conditions: ["source"] },
	ssr: { resolve: { conditions: ["source"], externalConditions: ["source"] } },
	test: {
		root,
		dangerouslyIgnoreUnhandledErrors: false,
		projects: [
			{
				extends: true,
				test: {
					name: "unit",
					include: ["{api,db,packages,web}/**/*.test.ts"],
					exclude: ["**/node_modules/**", "**/dist/**"],
				},
			},
		],
	},
});
