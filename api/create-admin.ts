import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { parseArgs } from "node:util";
import { Failure } from "@interurban/contract/errors";
import { wordsIn } from "@interurban/words/server";
import type { WordKey } from "@interurban/words/words";
import { giveUp, loadEnv, reasonOf, withDatabase } from "./command.ts";
import { createAdministrator } from "./people/people.ts";

const usage = `Makes an account with all rights, the first one of a new network for instance.

  npm run create-admin [-- --email ADDRESS --name NAME]

What is not given is asked for. Without a terminal the password is read from ADMIN_PASSWORD, and the rest may be given
as ADMIN_EMAIL and ADMIN_NAME.`;

function readArguments() {
	try {
		const options = {
			email: { type: "string" },
			name: { type: "string" },
			help: { type: "boolean" },
		} as const;
		const { values } = parseArgs({ options });
		if (values.help) {
			console.log(usage);
			process.exit(0);
		}
		return values;
	} catch (error) {
		return giveUp(`${(error as Error).message}\n\n${usage}`);
	}
}

/** Asks at the terminal; what is typed for a secret is not shown. */
async function ask(question: string, options: { secret?: boolean } = {}): Promise<string> {
	if (!process.stdin.isTTY) giveUp(`${question} is missing.\n\n${usage}`);
	let muted = false;
	const output = new Writable({
		write: (chunk, _encoding, done) => {
			if (!muted) process.stdout.write(chunk);
			done();
		},
	});
	const terminal = createInterface({ input: process.stdin, output, terminal: true });
	terminal.on("SIGINT", () => process.exit(130));
	const answer = terminal.question(`${question}: `);
	muted = options.secret ?? false;
	// The end of the input (Ctrl-D) is no answer.
	const typed = await answer.catch(() => process.exit(130));
	terminal.close();
	if (muted) console.log();
	return typed;
}

/** The service's own words for each thing that is wrong, one a line. */
function tell(failure: Failure): string {
	const t = wordsIn("en") as (key: WordKey, args: object) => string;
	return failure.issues
		.map(({ code, field, args }) => `${field ?? "account"}: ${t(`errors.${code}` as WordKey, args ?? {})}`)
		.join("\n");
}

async function readAccount() {
	const given = readArguments();
	const email = given.email ?? process.env.ADMIN_EMAIL ?? (await ask("E-mail address"));
	const name = given.name ?? process.env.ADMIN_NAME ?? (await ask("Name"));
	const fromEnvironment = process.env.ADMIN_PASSWORD;
	const password = fromEnvironment ?? (await ask("Password (not shown)", { secret: true }));
	if (fromEnvironment === undefined && password !== (await ask("Password again", { secret: true })))
		giveUp("The two passwords differ.");
	return { email, name, password, language: "en" as const };
}

const env = loadEnv();
const account = await readAccount();
try {
	await withDatabase(env, async (db) => {
		const { handle } = await createAdministrator(db, account);
		console.log(`${account.email} is an administrator now: ${env.BASE_URL}/people/${handle}`);
	});
} catch (error) {
	giveUp(error instanceof Failure ? tell(error) : reasonOf(error));
}
