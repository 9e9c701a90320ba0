import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import chromium, { inflate } from "@sparticuz/chromium";
import type { TestProject } from "vitest/node";
import { type Installation, launchChromium } from "./chromium.ts";
import { scratch } from "./scratch.ts";

declare module "vitest" {
	interface ProvidedContext {
		chromium: Installation;
	}
}

/** Installed ones, for platforms that the npm package has no binary for. */
const installed = [
	process.env.CHROMIUM_PATH,
	"/usr/bin/chromium",
	"/usr/bin/chromium-browser",
	"/usr/bin/google-chrome",
	"/Applications/Chromium.app/Contents/MacOS/Chromium",
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Unpacks Chromium once, before any worker starts. */
export default async function setup(project: TestProject): Promise<void> {
	project.provide("chromium", await findChromium());
}

async function findChromium(): Promise<Installation> {
	const tried: string[] = [];
	for await (const candidate of candidates()) {
		const refusal = await tryOut(candidate);
		if (!refusal) return candidate;
		tried.push(`${candidate.executablePath}: ${refusal}`);
	}
	throw new Error(`No Chromium runs here. Install one and name it in CHROMIUM_PATH.\n${tried.join("\n")}`);
}

async function* candidates(): AsyncGenerator<Installation> {
	if (process.platform === "linux" && process.arch === "x64") {
		const folder = await unpack();
		const executablePath = join(folder, "chromium");
		const env = { FONTCONFIG_FILE: join(folder, "fonts.conf") };
		yield { executablePath, env };
		yield { executablePath, env: { ...env, LD_LIBRARY_PATH: join(folder, "al2023", "lib") } };
	}
	for (const executablePath of installed) {
		if (executablePath && existsSync(executablePath)) yield { executablePath, env: {} };
	}
}

/** The npm package unpacks into the temporary folder and trusts whatever lies there: it gets a folder of its own. */
async function unpack(): Promise<string> {
	const home = dirname(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")));
	const { version } = JSON.parse(await readFile(join(home, "package.json"), "utf8"));
	const folder = join(scratch, `chromium-${version}`);
	if (existsSync(folder)) return folder;
	await mkdir(scratch, { recursive: true });
	const partial = await mkdtemp(join(scratch, "chromium-partial-"));
	const before = process.env.TMPDIR;
	process.env.TMPDIR = partial;
	try {
		await chromium.executablePath();
		await inflate(join(home, "bin", "al2023.tar.br"));
		await writeFile(join(partial, "fonts.conf"), fontConfiguration(folder));
		await rename(partial, folder).catch((error) => {
			if (!existsSync(folder)) throw error; // another run was faster
		});
	} finally {
		if (before === undefined) delete process.env.TMPDIR;
		else process.env.TMPDIR = before;
		await rm(partial, { recursive: true, force: true });
	}
	return folder;
}

/** The machine's fonts, if it has any, and those in the package, whose own configuration expects them elsewhere. */
function fontConfiguration(folder: string): string {
	return `<?xml version="1.0"?>
<fontconfig>
	<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
	<dir>${join(folder, "fonts")}</dir>
	<cachedir>${join(folder, "fonts-cache")}</cachedir>
</fontconfig>
`;
}

/** What speaks against it, or undefined when it renders a page. */
async function tryOut(candidate: Installation): Promise<string | undefined> {
	try {
		const browser = await launchChromium(candidate);
		try {
			await (await browser.newPage()).setContent("<p>works</p>", { timeout: 120_000 });
		} finally {
			await browser.close();
		}
		return undefined;
	} catch (error) {
		return (error as Error).message.split("\n").slice(0, 3).join(" ");
	}
}
