import { createHash } from "node:crypto";
import { topicsOfImport } from "@interurban/concepts/import-topics";
import { isCountry } from "@interurban/contract/countries";
import { type ErrorArgs, type ErrorCode, Failure, type Issue } from "@interurban/contract/errors";
import { limits } from "@interurban/contract/limits";
import { wordsIn } from "@interurban/words/server";
import type { PracticeInput } from "../generated/resolvers.ts";
import { makeCheck } from "../input.ts";
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
	/** What is wrong beside what the form would refuse. */
	problems: Problem[];
	/** What was left out, and need not be put right. */
	notices: Problem[];
};

type Row = Record<string, string | number>;

/** Reads the values of a line. */
export function readEntry(line: number, values: Values): PracticeEntry {
	const check = makeCheck();
	const problems: Problem[] = [];
	const notices: Problem[] = [];
	const country = readCountry(values, problems);
	const topicIds = readTopics(values, notices);
	const read = readPractice(toInput(values, country, topicIds), check, at);
	const checkedOn = readDay(values, "checked", problems);
	const published = readDay(values, "published", problems);
	const translations = rowsOf(values, "translations").map((row, index) =>
		readTranslation(
			{ language: String(row.lang ?? ""), title: String(row.title ?? ""), claim: String(row.claim ?? "") },
			read.content.language,
			check,
			`${at}.translations.${index}.`,
		),
	);
	return {
		line,
		key: String(values.id),
		hash: createHash("sha256").update(JSON.stringify(values)).digest("hex"),
		reading: { ...read, check, at },
		translations,
		checkedOn,
		publishedAt: published === null ? undefined : new Date(`${published}T12:00:00Z`),
		problems,
		notices,
	};
}

/** Path of the input in the names of fields. */
const at = "input";

/** What is wrong with an entry, in the words of the file: its names of fields, rows counted from 1. */
export function problemsOf({ reading, problems }: PracticeEntry, values: Values): Problem[] {
	try {
		reading.check.done();
		return problems;
	} catch (error) {
		if (!(error instanceof Failure)) throw error;
		const hasOwnSay = problems.some(({ field }) => field === "country");
		const issues = error.issues.filter(({ field }) => !(hasOwnSay && field === `${at}.placeId`));
		return [...problems, ...issues.map((issue) => toProblem(issue, values))];
	}
}

const say = wordsIn("en") as (key: string, args: object) => string;

/** Where the form's words speak of choosing and typing. */
const reasons: Partial<Record<ErrorCode, (args: ErrorArgs) => string>> = {
	required: () => "is missing",
	unknown_choice: () => "is not one of the values that are possible here",
	"places.unknown": ({ name }) => `is no town that we know: ${name}`,
	"places.ambiguous": ({ name }) =>
		`is not one town but several, or misspelt: ${name}; please give its geonameId`,
	"topics.unknown": ({ topic }) => `is not one of our topics: ${topic}`,
};

function toProblem({ code, field = "", args = {} }: Issue, values: Values): Problem {
	const reason = reasons[code]?.(args) ?? say(`errors.${code}`, args);
	const path = field.slice(at.length + 1);
	if (path === "placeId") return { field: values.geonameId === undefined ? "city" : "geonameId", reason };
	return path ? { field: nameInFile(path, values), reason } : { reason };
}

/** Of a path in `PracticeInput`: `blocks.0.description` → `blocks.1.what`, `costCurrency` → `cost.currency`. */
function nameInFile(path: string, values: Values): string {
	const [name = "", index, part] = path.split(".");
	if (name === "topicIds") return "topics";
	if (name === "references") return nameOfReference(Number(index), part, values);
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
	return path;
}

/** Links stand behind the sources. */
function nameOfReference(index: number, part: string | undefined, values: Values): string {
	if (Number.isNaN(index)) return "sources";
	const sources = rowsOf(values, "sources").length;
	const [name, own] = index < sources ? ["sources", index] : ["links", index - sources];
	return [name, own + 1, part].filter(Boolean).join(".");
}

function toInput(values: Values, country: string | null, topicIds: string[]): PracticeInput {
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
	else if (values.city !== undefined) input.placeIdText = [values.city, country].filter(Boolean).join(", ");
	input.references = [
		...rowsOf(values, "sources").map((row) => ({ ...row, kind: "source" })),
		...rowsOf(values, "links").map((row) => ({ ...row, kind: "link" })),
	];
	input.topicIds = topicIds;
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

/** The topics that we know of those given in words; the others are told of. */
function readTopics(values: Values, notices: Problem[]): string[] {
	const given = (values.topics ?? []) as string[];
	const ids = new Set<string>();
	for (const [index, text] of given.entries()) {
		const found = topicsOfImport(text);
		for (const { id } of found) ids.add(id);
		if (!found.length)
			notices.push({
				field: `topics.${index + 1}`,
				reason: `is not one of our topics and was left out: ${text}`,
			});
	}
	// When there is none at all, the form's own check says so.
	return ids.size ? [...ids].slice(0, limits.practice.topics) : given;
}

function rowsOf(values: Values, name: string): Row[] {
	return (values[name] ?? []) as Row[];
}

/** A country's code in capitals. */
function readCountry(values: Values, problems: Problem[]): string | null {
	if (values.country === undefined) return null;
	const code = String(values.country).toUpperCase();
	if (isCountry(code)) return code;
	problems.push({
		field: "country",
		reason: `is not the code of a country (ISO 3166-1, two letters): ${values.country}`,
	});
	return null;
}

/** A day that has come, `2026-03-31`. */
function readDay(values: Values, name: string, problems: Problem[]): string | null {
	const given = values[name];
	if (typeof given !== "string") return null;
	const day = /^\d{4}-\d{2}-\d{2}$/.test(given) ? new Date(`${given}T00:00:00Z`) : null;
	const isDay = day && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(given);
	if (isDay && day.getTime() <= Date.now()) return given;
	problems.push({
		field: name,
		reason: isDay ? `has not come yet: ${given}` : `is not a day such as 2026-03-31: ${given}`,
	});
	return null;
}
