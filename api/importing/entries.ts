import type { Line } from "./lines.ts";
import type { Problem } from "./record.ts";

/** One record of a file with the line it begins on: JSON, or what kept it from being read. */
export type Entry = { line: number } & ({ json: unknown } | { problem: Problem });

/** One JSON object a line; empty lines are passed over. */
export async function* readJsonLines(lines: AsyncIterable<Line>): AsyncGenerator<Entry> {
	for await (const line of lines) {
		if ("problem" in line) yield { line: line.number, problem: { reason: line.problem } };
		else if (line.text.trim()) yield parseJson(line.number, line.text);
	}
}

function parseJson(line: number, text: string): Entry {
	try {
		return { line, json: JSON.parse(text) };
	} catch (error) {
		const reason = (error as Error).message.replace(/, ".*" is not valid JSON$/s, "");
		return { line, problem: { reason: `is not JSON: ${reason}` } };
	}
}
