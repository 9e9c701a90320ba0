import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";

export interface Document {
	id: string;
	lang: string;
	/** Empty in collections without titles. */
	title: string;
	text: string;
}

export interface Query {
	id: string;
	lang: string;
	text: string;
	/** Grades by document id; higher is better. */
	relevant: Record<string, number>;
}

export interface Collection {
	name: string;
	documents: Document[];
	queries: Query[];
}

/** Reads `documents.jsonl` and `queries.jsonl` of a folder. */
export async function readCollection(folder: string): Promise<Collection> {
	const documents = await readLines<Document>(join(folder, "documents.jsonl"));
	return {
		name: basename(folder),
		documents: documents.map((document) => ({ ...document, title: document.title ?? "" })),
		queries: await readLines(join(folder, "queries.jsonl")),
	};
}

async function readLines<T>(file: string): Promise<T[]> {
	const lines = (await readFile(file, "utf8")).split("\n");
	return lines.flatMap((line, at) => {
		if (line.trim() === "") return [];
		try {
			return [JSON.parse(line) as T];
		} catch (error) {
			throw new Error(`${file}, line ${at + 1}: ${(error as Error).message}`);
		}
	});
}
