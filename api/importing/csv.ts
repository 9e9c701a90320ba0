import { parse } from "csv-parse/sync";
import type { Entry } from "./entries.ts";
import { type Field, fieldByName, fields } from "./fields.ts";
import { type Line, longestLine } from "./lines.ts";

/** A file that is not read at all, and why. */
export class Unreadable extends Error {}

/**
 * The records of a CSV file with a header; commas, semicolons or tabs, whichever the header has most of. Cells may be
 * quoted and then hold line breaks. What a field of several parts may look like is told in `cellHelp`.
 * @throws Unreadable when the header is not one
 */
export async function* readCsv(lines: AsyncIterable<Line>): AsyncGenerator<Entry> {
	let header: { columns: string[]; delimiter: string } | undefined;
	for await (const { line, ...row } of joinRows(lines)) {
		if ("problem" in row) {
			if (!header) throw new Unreadable(`line ${line} ${row.problem}`);
			yield { line, problem: { reason: row.problem } };
			continue;
		}
		if (!header) {
			header = readHeader(row.text);
			continue;
		}
		const cells = split(row.text, header.delimiter);
		if (typeof cells === "string") yield { line, problem: { reason: cells } };
		else if (cells.length !== header.columns.length)
			yield {
				line,
				problem: { reason: `has ${cells.length} cells where the header has ${header.columns.length}` },
			};
		else if (cells.some((cell) => cell.trim())) yield { line, json: toRecord(header.columns, cells) };
	}
}

export const cellHelp = `In CSV the first line names the columns, in any order. Lists are parted by semicolons or line breaks
(topics: waste; composting). Fields with parts are either JSON, or columns of their own counted from 1:
blocks.1.name, blocks.1.what, results.1.indicator, cost.amount.`;

type JoinedRow = { line: number } & ({ text: string } | { problem: string });

/** Puts lines together as long as a quote is open. */
async function* joinRows(lines: AsyncIterable<Line>): AsyncGenerator<JoinedRow> {
	let open: { line: number; text: string } | undefined;
	for await (const line of lines) {
		if ("problem" in line) {
			open = undefined;
			yield { line: line.number, problem: line.problem };
			continue;
		}
		if (!open && !line.text.trim()) continue;
		open = open
			? { line: open.line, text: `${open.text}\n${line.text}` }
			: { line: line.number, text: line.text };
		if (open.text.length > longestLine) {
			yield { line: open.line, problem: "opens a quote that is not closed" };
			open = undefined;
		} else if (hasEvenQuotes(open.text)) {
			yield open;
			open = undefined;
		}
	}
	if (open) yield { line: open.line, problem: "opens a quote that is not closed" };
}

function hasEvenQuotes(text: string): boolean {
	let quotes = 0;
	for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) quotes += 1;
	return quotes % 2 === 0;
}

/** The cells of a row, or what is wrong with it. */
function split(text: string, delimiter: string): string[] | string {
	try {
		const [cells] = parse(text, { delimiter, relax_column_count: true }) as string[][];
		return cells ?? [];
	} catch (error) {
		return `is not CSV: ${(error as Error).message.split(":")[0]}`;
	}
}

function readHeader(text: string): { columns: string[]; delimiter: string } {
	const delimiters = [",", ";", "\t"].map((each) => ({ each, count: text.split(each).length }));
	const delimiter = delimiters.reduce((a, b) => (b.count > a.count ? b : a)).each;
	const columns = split(text, delimiter);
	if (typeof columns === "string") throw new Unreadable(`line 1 ${columns}`);
	const names = columns.map((name) => name.trim());
	const twice = names.find((name, at) => name && names.indexOf(name) !== at);
	if (twice) throw new Unreadable(`line 1 has the column ${twice} twice`);
	const roots = new Set(names.map((name) => name.split(".")[0]));
	const missing = fields.filter((field) => field.required && !roots.has(field.name)).map(({ name }) => name);
	if (!roots.has("geonameId") && !(roots.has("city") && roots.has("country")))
		missing.push("geonameId (or city and country)");
	if (missing.length)
		throw new Unreadable(`line 1 lacks the column${missing.length > 1 ? "s" : ""} ${missing.join(", ")}`);
	return { columns: names, delimiter };
}

/** A row as the object that a line of JSON would hold. */
function toRecord(columns: readonly string[], cells: readonly string[]): Record<string, unknown> {
	const record: Record<string, unknown> = {};
	for (const [at, column] of columns.entries()) {
		const cell = (cells[at] ?? "").trim();
		const [name = "", ...path] = column.split(".");
		if (!cell || !name) continue;
		const field = fieldByName.get(name);
		if (!field) record[name] = cell;
		else if (path.length) place(record, field, path, cell);
		else record[name] = readCell(field, cell);
	}
	return record;
}

function readCell(field: Field, cell: string): unknown {
	if (field.kind === "text") return cell;
	if (field.kind === "number") return toNumber(cell);
	if (/^[[{]/.test(cell)) {
		try {
			return JSON.parse(cell);
		} catch {
			return cell; // said to be of the wrong type
		}
	}
	if (field.kind === "object") return cell;
	const items = cell
		.split(/[;\n]/)
		.map((item) => item.trim())
		.filter(Boolean);
	return field.kind === "numbers" ? items.map(toNumber) : items;
}

/** What is no number stays text, and is then said to be of the wrong type. */
function toNumber(cell: string): number | string {
	return /^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell;
}

/** Puts the cell of a column such as `blocks.2.name` or `cost.amount` into its place. */
function place(record: Record<string, unknown>, field: Field, path: readonly string[], cell: string): void {
	if (!("parts" in field)) {
		record[field.name] = cell;
		return;
	}
	const value = (part: string) => (field.parts[part]?.kind === "number" ? toNumber(cell) : cell);
	if (field.kind === "object") {
		const [part = ""] = path;
		record[field.name] = { ...(record[field.name] as object | undefined), [part]: value(part) };
		return;
	}
	const [number, part = field.alone ?? ""] = path;
	const rows = (record[field.name] as Record<string, unknown>[] | undefined) ?? [];
	record[field.name] = rows;
	const index = Number(number) - 1;
	if (!Number.isInteger(index) || index < 0 || index >= 100) return;
	for (let at = rows.length; at <= index; at++) rows.push({});
	rows[index] = { ...rows[index], [part]: value(part) };
}
