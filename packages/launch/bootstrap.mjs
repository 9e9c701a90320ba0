// Brings a fresh copy of the project to where it runs. Only `node:` imports: nothing is installed yet.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

const pnpmVersion = "12.21.0";
const oldestNode = [20, 19];
const stampFile = join(root, "node_modules", ".interurban.json");
const sources = ["api", "web", "db", "packages", "package.json", "tsconfig.json", "pnpm-lock.yaml"];
const made = ["node_modules", "dist", "generated", "coverage"];
const products = ["api/dist/main.js", "web/dist/server/entry-server.js"];

checkNode();

function checkNode() {
	const [major, minor] = process.versions.node.split(".").map(Number);
	if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
	stop(
		`Interurban needs Node.js ${oldestNode.join(".")} or newer; this is ${process.versions.node}. Get it from https://nodejs.org.`,
	);
}

/**
 * Installs the packages of the lockfile, unless they are there already.
 * @param {{ quiet?: boolean }} [options]
 */
export async function install(options) {
	const hash = digest(["pnpm-lock.yaml", "pnpm-workspace.yaml"].map((name) => join(root, name)))
		.update(`${process.version} ${process.platform} ${process.arch}`)
		.digest("hex");
	if (readStamps().install === hash) return;
	const args = ["install", "--frozen-lockfile", "--config.confirmModulesPurge=false"];
	await step("Installing packages", args, options).catch((error) => stop(error.message));
	writeStamp("install", hash);
}

/**
 * Compiles the service and its pages, unless nothing has changed since the last time.
 * @param {{ quiet?: boolean }} [options]
 */
export async function build(options) {
	const hash = () => digest(sources.flatMap((name) => listFiles(join(root, name)))).digest("hex");
	if (readStamps().build === hash() && products.every((name) => existsSync(join(root, name)))) return;
	await step("Building", ["run", "build"], options).catch((error) => stop(error.message));
	writeStamp("build", hash()); // the merged schema is a source of some and a product of others
}

/**
 * Writes what is derived from schema, words and concepts.
 * @param {{ quiet?: boolean }} [options]
 * @returns {Promise<void>} rejected with what is wrong in them
 */
export function generate(options) {
	return step("Generating", ["run", "generate"], options);
}

/**
 * Runs Node on a file of the project with the terminal's input and output, hands signals on, and ends as it ends.
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>} its exit code
 */
export function runNode(args, options = {}) {
	const child = spawn(process.execPath, args, {
		cwd: root,
		stdio: "inherit",
		env: options.env ?? process.env,
	});
	for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
	// A terminal sends Ctrl-C to both; whoever else sends it means the child as well.
	process.on("SIGINT", () => {
		if (!process.stdin.isTTY) child.kill("SIGINT");
	});
	return new Promise((resolve) => {
		child.on("exit", (code) => resolve(code ?? 1));
	});
}

/** Prints one sentence and ends. */
export function stop(sentence) {
	process.stderr.write(`${sentence}\n`);
	process.exit(1);
}

/** Runs pnpm behind one line; what it says is shown only when it fails. */
async function step(title, args, { quiet = false } = {}) {
	const since = Date.now();
	if (!quiet) process.stdout.write(`${title} … `);
	const [command, ...first] = findPnpm();
	const child = spawn(command, [...first, ...args], {
		cwd: root,
		env: { ...process.env, CI: "1", NODE_ENV: "development" },
		stdio: ["ignore", "pipe", "pipe"],
		shell: process.platform === "win32",
	});
	let output = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding("utf8").on("data", (text) => {
			output += text;
		});
	}
	const code = await new Promise((resolve) => {
		child.on("error", (error) => resolve(error.message));
		child.on("close", resolve);
	});
	if (code !== 0) {
		const ran = [command, ...first, ...args].join(" ");
		throw new Error(`${quiet ? "" : "\n"}${output.trim()}\n\n${title} failed (${ran}: ${code}).`);
	}
	if (!quiet) process.stdout.write(`${((Date.now() - since) / 1000).toFixed(1)} s\n`);
}

let pnpm;

/** The pnpm of this machine when it is the right one, else the right one through npx. */
function findPnpm() {
	const ask = () =>
		spawnSync("pnpm", ["--version"], {
			cwd: root,
			encoding: "utf8",
			timeout: 20_000,
			stdio: ["ignore", "pipe", "ignore"],
			env: { ...process.env, COREPACK_ENABLE_DOWNLOAD_PROMPT: "0", COREPACK_ENABLE_NETWORK: "0" },
			shell: process.platform === "win32",
		}).stdout;
	pnpm ??= ask()?.trim() === pnpmVersion ? ["pnpm"] : ["npx", "--yes", `pnpm@${pnpmVersion}`];
	return pnpm;
}

function readStamps() {
	try {
		return JSON.parse(readFileSync(stampFile, "utf8"));
	} catch {
		return {};
	}
}

function writeStamp(name, hash) {
	writeFileSync(stampFile, JSON.stringify({ ...readStamps(), [name]: hash }));
}

function digest(files) {
	const hash = createHash("sha256");
	for (const file of files)
		hash
			.update(`${relative(root, file)}\0`)
			.update(readFileSync(file))
			.update("\0");
	return hash;
}

function listFiles(path) {
	if (!existsSync(path)) return [];
	if (!statSync(path).isDirectory()) return [path];
	return readdirSync(path, { withFileTypes: true })
		.filter((entry) => !made.includes(entry.name) && !entry.name.endsWith(".test.ts"))
		.sort((a, b) => (a.name < b.name ? -1 : 1))
		.flatMap((entry) => {
			if (entry.isDirectory()) return listFiles(join(path, entry.name));
			return entry.isFile() ? [join(path, entry.name)] : [];
		});
}
