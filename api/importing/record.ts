import { type Field, fieldByName, fields } from "./fields.ts";

/** What is wrong with a line; `field` as the file calls it, rows counted from 1: `blocks.2.name`. */
export type Problem = { field?: string; reason: string };

/** Fields by name: text, numbers, lists and objects as `fields` says; fields without a value are left out. */
export type Values = Readonly<Record<string, unknown>>;

type Row = Record<string, string | number>;

/** Reads what JSON holds: the values that have the right type, and a problem for each that has not. */
export function readRecord(json: unknown): { values: Values; problems: Problem[] } {
	const problems: Problem[] = [];
	if (!isObject(json))
		return { values: {}, problems: [{ reason: `must be an object, not ${nameOf(json)}` }] };
	const values: Record<string, unknown> = {};
	for (const field of fields) {
		const value = readField(field, Object.hasOwn(json, field.name) ? json[field.name] : null, problems);
		if (value !== null) values[field.name] = value;
		else if (field.required && !problems.some((problem) => problem.field?.split(".")[0] === field.name))
			problems.push({ field: field.name, reason: "is missing" });
	}
	return { values, problems };
}

/** Names in an object that no field has. */
export function unknownNames(json: unknown): string[] {
	return isObject(json) ? Object.keys(json).filter((name) => !fieldByName.has(name)) : [];
}

function readField(field: Field, given: unknown, problems: Problem[]): unknown {
	if (isEmpty(given)) return null;
	switch (field.kind) {
		case "text":
		case "number":
			return readSimple(field, given, field.name, problems);
		case "texts":
		case "numbers": {
			const kind = field.kind === "texts" ? "text" : "number";
			const items = listOf(given, field.name, problems);
			return items.flatMap(
				(item, at) => readSimple({ kind }, item, `${field.name}.${at + 1}`, problems) ?? [],
			);
		}
		case "object":
			return readParts(field, given, field.name, problems);
		case "rows":
			return listOf(given, field.name, problems).map(
				(item, at) => readParts(field, item, `${field.name}.${at + 1}`, problems) ?? {},
			);
	}
}

function listOf(given: unknown, at: string, problems: Problem[]): unknown[] {
	if (Array.isArray(given)) return given;
	problems.push({ field: at, reason: `must be a list, not ${nameOf(given)}` });
	return [];
}

function readParts(
	field: Extract<Field, { parts: object }>,
	given: unknown,
	at: string,
	problems: Problem[],
): Row | null {
	if (isEmpty(given)) return null;
	if (typeof given === "string" && field.alone) return { [field.alone]: given };
	if (!isObject(given)) {
		problems.push({ field: at, reason: `must be an object, not ${nameOf(given)}` });
		return null;
	}
	const row: Row = {};
	for (const [name, part] of Object.entries(field.parts)) {
		const value = Object.hasOwn(given, name)
			? readSimple(part, given[name], `${at}.${name}`, problems)
			: null;
		if (value !== null) row[name] = value;
	}
	return row;
}

function readSimple(
	{ kind, choices }: { kind: "text" | "number"; choices?: readonly string[] },
	given: unknown,
	at: string,
	problems: Problem[],
): string | number | null {
	if (isEmpty(given)) return null;
	const isRight = kind === "text" ? typeof given === "string" : Number.isFinite(given);
	if (!isRight) {
		problems.push({
			field: at,
			reason: `must be ${kind === "text" ? "text" : "a number"}, not ${nameOf(given)}`,
		});
		return null;
	}
	if (choices && !choices.includes(given as string)) {
		problems.push({ field: at, reason: `must be one of ${choices.join(", ")}, not ${nameOf(given)}` });
		return null;
	}
	return given as string | number;
}

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === "";

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === "object" && value !== null && !Array.isArray(value);

/** A value as a message names it. */
function nameOf(value: unknown): string {
	if (value === null || value === undefined) return "nothing";
	if (Array.isArray(value)) return "a list";
	if (typeof value === "object") return "an object";
	const text = typeof value === "string" ? `“${value}”` : String(value);
	return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
