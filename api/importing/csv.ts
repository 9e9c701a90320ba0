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
	let header: Header | undefined;
	const rows = joinRows(lines, () => header?.delimiter);
	for await (const { line, ...row } of rows) {
		if (!header) {
			if ("problem" in row) throw new Unreadable(`line ${line} ${row.problem}`);
			header = readHeader(row.text);
			continue;
		}
		if ("problem" in row) {
			yield { line, problem: { reason: row.problem } };
			continue;
		}
		const { columns } = header;
		const { cells } = row;
		if (cells.length !== columns.length)
			yield { line, problem: { reason: `has ${cells.length} cells where the header has ${columns.length}` } };
		else if (cells.some((cell) => cell.trim())) yield { line, json: toRecord(columns, cells) };
	}
}

type Header = { columns: string[]; delimiter: string };

export const cellHelp = `In CSV the first line names the columns, in any order. Lists are parted by semicolons or line breaks
(topics: waste; composting). Fields with parts are either JSON, or columns of their own counted from 1:
blocks.1.name, blocks.1.what, results.1.indicator, cost.amount.`;

type Row = { line: number } & ({ text: string; cells: string[] } | { problem: string });

/** A cell with more lines was hardly meant to be one: a quote is missing. */
const mostLines = 500;

/**
 * Puts lines together as long as a quote is open. When that leads nowhere the first of them is at fault, and the others
 * are read on their own.
 */
async function* joinRows(
	lines: AsyncIterable<Line>,
	delimiter: () => string | undefined,
): AsyncGenerator<Row> {
	const waiting: Line[] = [];
	const source = lines[Symbol.asyncIterator]();
	const next = async (): Promise<Line | undefined> => {
		const line = waiting.shift();
		if (line) return line;
		const { done, value } = await source.next();
		return done ? undefined : value;
	};
	for (let line = await next(); line; line = await next()) {
		if ("problem" in line) {
			yield { line: line.number, problem: line.problem };
			continue;
		}
		if (!line.text.trim()) continue;
		const joined = [line.text];
		const more: Line[] = [];
		let length = line.text.length;
		let isOpen = hasOddQuotes(line.text);
		while (isOpen && more.length < mostLines && length < longestLine) {
			const following = await next();
			if (!following) break;
			more.push(following);
			if ("problem" in following) break;
			joined.push(following.text);
			length += following.text.length;
			if (hasOddQuotes(following.text)) isOpen = false;
		}
		const text = joined.join("\n");
		const cells = isOpen ? "opens a quote that is not closed" : split(text, delimiter());
		if (typeof cells !== "string") yield { line: line.number, text, cells };
		else {
			yield { line: line.number, problem: cells };
			waiting.unshift(...more);
		}
	}
}

function hasOddQuotes(text: string): boolean {
	let isOdd = false;
	for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) isOdd = !isOdd;
	return isOdd;
}

/** The cells of a row, or what is wrong with it. */
function split(text: string, delimiter: string | undefined): string[] | string {
	try {
		const [cells] = parse(text, {
			delimiter: delimiter ?? delimiterOf(text),
			relax_column_count: true,
		}) as string[][];
		return cells ?? [];
	} catch (error) {
		return `is not CSV: ${(error as Error).message.split(":")[0]}`;
	}
}

/** What a header has most of. */
function delimiterOf(header: string): string {
	const counts = [",", ";", "\t"].map((each) => ({ each, count: header.split(each).length }));
	return counts.reduce((a, b) => (b.count > a.count ? b : a)).each;
}

function readHeader(text: string): Header {
	const delimiter = delimiterOf(text);
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
