import { createReadStream, statSync } from "node:fs";
import { extname } from "node:path";
import { parseArgs } from "node:util";
import type { Pool } from "@interurban/db/client";
import { people } from "@interurban/db/schema/people";
import { asc, eq } from "drizzle-orm";
import { giveUp, loadEnv, reasonOf, withDatabase } from "./command.ts";
import { cellHelp, fields, importPractices, type Problem } from "./importing/importing.ts";
import { showProgress } from "./progress.ts";
import { seed } from "./seed.ts";

const usage = `Publishes the practices of a file.

  npm run import -- FILE [--author HANDLE] [--dry-run]

FILE       UTF-8; JSON lines (.jsonl, one object a line) or CSV (.csv)
--author   the member whose practices they become; without it, the first administrator
--dry-run  checks everything and writes nothing

Every bad line is told with its number, the field and the reason; the good ones go in. A second run changes nothing, a
changed line makes a revision, and a run that was cut off is simply repeated. Ends with 1 when there were bad lines.

${cellHelp}

Fields (* required):
${fields.map(describe).join("\n")}
  The town is geonameId, or else city and country.`;

/** A field on a line of its own: its name, what it means, of what it is made. */
function describe(field: (typeof fields)[number]): string {
	const parts = "parts" in field ? `(${Object.keys(field.parts).join(", ")})` : "";
	const choices = "choices" in field ? `: ${field.choices?.join(", ")}` : "";
	const name = `${field.name}${field.required ? "*" : ""}`;
	return `  ${name.padEnd(16)} ${[field.doc + choices, parts].filter(Boolean).join(" ")}`.trimEnd();
}

function readArguments() {
	try {
		const { values, positionals } = parseArgs({
			options: {
				author: { type: "string" },
				"dry-run": { type: "boolean", default: false },
				help: { type: "boolean", default: false },
			},
			allowPositionals: true,
		});
		if (values.help) {
			console.log(usage);
			process.exit(0);
		}
		const [file, ...more] = positionals;
		if (!file || more.length) giveUp(usage);
		return { file, author: values.author, dryRun: values["dry-run"] };
	} catch (error) {
		return giveUp(`${(error as Error).message}\n\n${usage}`);
	}
}

async function findAuthor(db: Pool, handle: string | undefined): Promise<number> {
	const [row] = await db
		.select({ id: people.id })
		.from(people)
		.where(handle === undefined ? eq(people.role, "admin") : eq(people.handle, handle))
		.orderBy(asc(people.id))
		.limit(1);
	if (row) return row.id;
	if (handle !== undefined) throw new Error(`--author: nobody here is called ${handle}.`);
	throw new Error(
		"Nobody administers this network yet: name the practices’ author with --author, or run `npm run create-admin`.",
	);
}

const { file, author, dryRun } = readArguments();
const format = { ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl", ".csv": "csv" }[
	extname(file).toLowerCase()
];
if (!format) giveUp(`${file} is neither JSON lines (.jsonl) nor CSV (.csv).`);
const found = statSync(file, { throwIfNoEntry: false });
if (!found?.isFile()) giveUp(found ? `${file} is not a file.` : `There is no file ${file}.`);

try {
	await withDatabase(loadEnv(), async (db) => {
		const authorId = await findAuthor(db, author);
		await seed(db, { demo: false });
		const progress = showProgress("Reading", found.size);
		const told: string[] = [];
		const tell = (line: number, { field, reason }: Problem) =>
			told.push(`line ${line}${field ? `, field ${field}` : ""}: ${reason}`);
		const counts = await importPractices(db, createReadStream(file), {
			format: format as "jsonl" | "csv",
			authorOf: () => authorId,
			dryRun,
			onProgress: (bytes) => progress.add(bytes),
			onProblem: tell,
			onNotice: tell,
		});
		progress.stop();
		for (const line of told) console.error(line);
		const { added, changed, unchanged, withdrawn, bad } = counts;
		console.log(
			`${dryRun ? "Would be" : "Practices"} added: ${added}, changed: ${changed}, unchanged: ${unchanged}` +
				`${withdrawn ? `, withdrawn here and left so: ${withdrawn}` : ""}; bad lines: ${bad}.`,
		);
		if (bad) process.exitCode = 1;
	});
} catch (error) {
	giveUp(reasonOf(error));
}
