// npm run import, bench:search and so on: makes sure that all is built, then runs the command with its arguments.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { build, install, root, runNode, stop } from "./bootstrap.mjs";

const commands = {
	import: ["api/dist/import.js"],
	"create-admin": ["api/dist/create-admin.js"],
	reindex: ["api/dist/reindex.js"],
	"bench-search": ["--import", "tsx", "--conditions=source", "tests/bench/search.ts"],
	"bench-search-scale": ["--import", "tsx", "--conditions=source", "tests/bench/search.scale.ts"],
	"bench-live": ["--import", "tsx", "--conditions=source", "tests/bench/live.ts"],
	"bench-web": ["--import", "tsx", "--conditions=source", "tests/bench/web.ts"],
};

const [name, ...given] = process.argv.slice(2);
const command = commands[name];
if (!command) stop(`Usage: node packages/launch/run.mjs ${Object.keys(commands).join("|")} …`);

await install({ quiet: true });
await build({ quiet: true });

// npm moves to the project's folder; files are meant from where the command was typed.
const typedIn = process.env.INIT_CWD ?? process.cwd();
const args = given.map((arg) => (existsSync(resolve(typedIn, arg)) ? resolve(typedIn, arg) : arg));
process.exit(await runNode([...command.slice(0, -1), join(root, command.at(-1)), ...args]));
