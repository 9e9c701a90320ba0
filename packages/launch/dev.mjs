// npm run dev: the service restarts and its pages reload as files change.
import { watch } from "node:fs";
import { join } from "node:path";
import { generate, install, root, runNode, stop } from "./bootstrap.mjs";

await install();
await generate().catch((error) => stop(error.message));

let timer;
let work = Promise.resolve();
for (const folder of ["api", "web", "packages/words", "packages/concepts"]) {
	watch(join(root, folder), { recursive: true }, (_, name) => {
		if (!name || /(^|\/)(node_modules|dist|generated)\//.test(name)) return;
		if (!/\.graphql$|\.yaml$|^[a-z]{2}\/.*\.json$/.test(name)) return;
		clearTimeout(timer);
		timer = setTimeout(() => {
			work = work.then(() => generate({ quiet: true })).catch((error) => console.error(error.message));
		}, 200);
	});
}

const code = await runNode(
	[
		join(root, "node_modules/tsx/dist/cli.mjs"),
		"watch",
		"--include=packages/contract/schema.graphql",
		"--include=packages/concepts/generated/data.json",
		"--conditions=source",
		"api/main.ts",
	],
	{ env: { ...process.env, NODE_ENV: "development" } },
);
process.exit(code);
