import { createHash } from "node:crypto";
import { topicsOfImport } from "@interurban/concepts/import-topics";
import { Failure, type Issue } from "@interurban/contract/errors";
import { limits } from "@interurban/contract/limits";
import { wordsIn } from "@interurban/words/server";
import type { PracticeInput } from "../generated/resolvers.ts";
import { type Check, makeCheck } from "../input.ts";
import { type Reading, readPractice, readTranslation, type Translation } from "../practices/practices.ts";
import { type Field, fields } from "./fields.ts";
import type { Problem, Values } from "./record.ts";

/** A practice of a file, read by the same rules as the form; what is wrong with it is in `reading.check`. */
export type PracticeEntry = {
	line: number;
	key: string;
	/** Changes when anything in the line does. */
	hash: string;
	reading: Reading;
	translations: Translation[];
	checkedOn: string | null;
	publishedAt: Date | undefined;
};

type Row = Record<string, string | number>;

/** Reads the values of a line. Problems that need no database are in the entry's check already. */
export function readEntry(line: number, values: Values): PracticeEntry {
	const check = makeCheck();
	const read = readPractice(toInput(values), check, "");
	const checkedOn = readDay(values, "checked", check);
	const published = readDay(values, "published", check);
	return {
		line,
		key: String(values.id),
		hash: createHash("sha256").update(JSON.stringify(values)).digest("hex"),
		reading: { ...read, check, at: "" },
		translations: rowsOf(values, "translations").map((row, index) =>
			readTranslation(
				{ language: String(row.lang ?? ""), title: String(row.title ?? ""), claim: String(row.claim ?? "") },
				read.content.language,
				check,
				`.translations.${index}.`,
			),
		),
		checkedOn,
		publishedAt: published === null ? undefined : new Date(`${published}T12:00:00Z`),
	};
}

/** What is wrong with an entry, in the words of the file: its names of fields, rows counted from 1. */
export function problemsOf(entry: PracticeEntry): Problem[] {
	try {
		entry.reading.check.done();
		return [];
	} catch (error) {
		if (!(error instanceof Failure)) throw error;
		return error.issues.map((issue) => toProblem(issue, entry));
	}
}

const say = wordsIn("en") as (key: string, args: object) => string;

function toProblem(issue: Issue, { reading }: PracticeEntry): Problem {
	const reason = say(`errors.${issue.code}`, issue.args ?? {});
	const path = (issue.field ?? "").replace(/^\./, "");
	if (path === "placeId" && reading.sought.placeId === null) return { field: "city", reason };
	return path ? { field: nameInFile(path), reason } : { reason };
}

/** Of a path in `PracticeInput`: `blocks.0.description` → `blocks.1.what`, `costCurrency` → `cost.currency`. */
function nameInFile(path: string): string {
	const [name = "", index, part] = path.split(".");
	for (const field of fields) {
		if ("parts" in field && field.kind === "object") {
			for (const [inner, { input }] of Object.entries(field.parts))
				if ((input ?? inner) === name) return `${field.name}.${inner}`;
			continue;
		}
		if ((field.input ?? field.name) !== name) continue;
		if (index === undefined || !("parts" in field)) return field.name;
		const inner = Object.entries(field.parts).find(([own, { input }]) => (input ?? own) === part)?.[0];
		return [field.name, Number(index) + 1, inner ?? part].filter(Boolean).join(".");
	}
	return name === "topicIds" ? "topics" : path;
}

function toInput(values: Values): PracticeInput {
	const input: Record<string, unknown> = {};
	for (const field of fields) {
		const value = values[field.name];
		if (value === undefined || special.has(field.name)) continue;
		if (field.kind === "object") Object.assign(input, renamed(field, value as Row));
		else if (field.kind === "rows")
			input[field.input ?? field.name] = (value as Row[]).map((row) => renamed(field, row));
		else input[field.input ?? field.name] = value;
	}
	if (values.geonameId !== undefined) input.placeId = String(values.geonameId);
	else if (values.city !== undefined)
		input.placeIdText = [values.city, values.country].filter(Boolean).join(", ");
	input.references = [
		...rowsOf(values, "sources").map((row) => ({ ...row, kind: "source" })),
		...rowsOf(values, "links").map((row) => ({ ...row, kind: "link" })),
	];
	input.topicIds = topicIdsOf(values);
	return input as PracticeInput;
}

/** Fields that are not carried over by their name alone. */
const special = new Set([
	"id",
	"geonameId",
	"city",
	"country",
	"topics",
	"sources",
	"links",
	"translations",
	"checked",
	"published",
	"confidence",
]);

function renamed(field: Extract<Field, { parts: object }>, row: Row): Row {
	return Object.fromEntries(
		Object.entries(row).map(([name, value]) => [field.parts[name]?.input ?? name, value]),
	);
}

/** The topics that we know of those given in words. */
function topicIdsOf(values: Values): string[] {
	const given = (values.topics ?? []) as string[];
	const ids = [...new Set(given.flatMap((text) => topicsOfImport(text).map(({ id }) => id)))];
	// What is no topic at all is left to the form's own check, which says so.
	return (ids.length ? ids : given).slice(0, limits.practice.topics);
}

function rowsOf(values: Values, name: string): Row[] {
	return (values[name] ?? []) as Row[];
}

function readDay(values: Values, name: string, check: Check): string | null {
	const given = values[name];
	if (typeof given !== "string") return null;
	const day = /^\d{4}-\d{2}-\d{2}$/.test(given) ? new Date(`${given}T00:00:00Z`) : null;
	if (day && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(given)) return given;
	check.add("not_a_day", `.${name}`);
	return null;
}
