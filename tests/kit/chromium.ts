import { type Browser, chromium } from "playwright-core";

/** A Chromium that runs here, and the environment that it needs. */
export interface Installation {
	executablePath: string;
	env: Record<string, string>;
}

/** Nothing here may switch the web's own security off: a journey would then prove less than a reader's browser does. */
const args = [
	"--no-sandbox",
	"--disable-gpu",
	"--disable-dev-shm-usage",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-default-apps",
	"--disable-sync",
	"--no-first-run",
	"--font-render-hinting=none",
];

export function launchChromium({ executablePath, env }: Installation): Promise<Browser> {
	const entries = Object.entries({ ...process.env, ...env });
	const environment = entries.filter((entry): entry is [string, string] => entry[1] !== undefined);
	return chromium.launch({ executablePath, env: Object.fromEntries(environment), args, timeout: 120_000 });
}
