/** Longer lines are not read: nothing that can be published comes near. */
export const longestLine = 1_000_000;

/** A line of a file, or what is wrong with it; numbered from 1. */
export type Line = { number: number } & ({ text: string } | { problem: string });

const newline = 10;
const carriageReturn = 13;

/**
 * The lines of a UTF-8 file, one at a time. A line that is too long or not UTF-8 is a problem of its own; the next one is
 * read all the same. Never holds more than one line in memory.
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
	let number = 1;
	let pieces: Uint8Array[] = [];
	let length = 0;
	const end = (): Line => {
		const line = length > longestLine ? tooLong(number, length) : decode(number, Buffer.concat(pieces));
		number += 1;
		pieces = [];
		length = 0;
		return line;
	};
	for await (const chunk of chunks) {
		if (number === 1 && length === 0 && isUtf16(chunk)) {
			yield { number, problem: "the file is UTF-16; please save it as UTF-8" };
			return;
		}
		for (let from = 0; from < chunk.length; ) {
			const at = chunk.indexOf(newline, from);
			const piece = chunk.subarray(from, at < 0 ? chunk.length : at);
			length += piece.length;
			if (length > longestLine) pieces = [];
			else pieces.push(piece);
			if (at < 0) break;
			yield end();
			from = at + 1;
		}
	}
	if (length) yield end();
}

function tooLong(number: number, length: number): Line {
	const size = (length / 1e6).toFixed(1);
	return { number, problem: `is too long: ${size} MB, at most ${longestLine / 1e6} MB` };
}

function isUtf16(chunk: Uint8Array): boolean {
	const [first, second] = chunk;
	return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

function decode(number: number, bytes: Buffer): Line {
	const line = bytes.at(-1) === carriageReturn ? bytes.subarray(0, -1) : bytes;
	try {
		// The decoder takes a byte order mark away.
		return { number, text: utf8.decode(line) };
	} catch {
		const column = line.toString("utf8").indexOf("\uFFFD") + 1;
		return { number, problem: `is not UTF-8 at character ${column}; please save the file as UTF-8` };
	}
}
