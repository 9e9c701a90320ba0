import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));
const database = fileURLToPath(new URL("kit/database.setup.ts", import.meta.url));
const browser = fileURLToPath(new URL("kit/browser.setup.ts", import.meta.url));

/** Workspace packages are taken as written, not as compiled. */
const source = { conditions: ["source"], externalConditions: ["source"] };

/** Unit tests lie beside what they test; everything that needs a database, a server or a browser lies in tests/. */
export default defineConfig({
	root,
	resolve: source,
	ssr: { resolve: source },
	environments: { __vitest__: { resolve: source } }, // what sets the run up
	test: {
		root,
		dangerouslyIgnoreUnhandledErrors: false,
		maxWorkers: 2,
		projects: [
			project("unit", ["{api,db,packages,web}/**/*.test.ts"]),
			project("guards", ["tests/guards/**/*.test.ts", "tests/kit/database.test.ts"], [database]),
			project("api", ["tests/api/**/*.test.ts"], [database]),
			project("live", ["tests/live/**/*.test.ts"], [database]),
			project("ssr", ["tests/ssr/**/*.test.ts"], [database]),
			// A browser and a server fill two cores: one file at a time, when all else is done.
			project("journeys", ["tests/journeys/**/*.test.ts", "tests/kit/browser.test.ts"], [database, browser], {
				testTimeout: 600_000,
				hookTimeout: 600_000,
				expect: { poll: { timeout: 300_000 } },
				maxWorkers: 1,
				sequence: { groupOrder: 1 },
			}),
		],
	},
});

function project(name: string, include: string[], globalSetup: string[] = [], more = {}) {
	const exclude = ["**/node_modules/**", "**/dist/**"];
	return {
		extends: true as const,
		// A slow machine is no failure: a test ends when it hangs, not when it waits for its turn.
		test: {
			...{ name, include, exclude, globalSetup, testTimeout: 180_000, hookTimeout: 180_000 },
			...{ expect: { poll: { timeout: 60_000 } }, ...more },
		},
	};
}
