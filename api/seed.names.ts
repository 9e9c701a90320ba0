import { createHash } from "node:crypto";
import { topicsOfImport } from "@interurban/concepts/import-topics";

/** The ids of the topics that words of the demonstration mean. */
export function topicIdsOf(words: readonly string[]): string[] {
	return [...new Set(words.flatMap((word) => topicsOfImport(word).map(({ id }) => id)))];
}

/** The same UUID for the same name, so that a second run finds what the first one stored. */
export function uuidOf(name: string): string {
	const hex = createHash("sha256").update(`interurban demonstration ${name}`).digest("hex");
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		`8${hex.slice(13, 16)}`,
		`8${hex.slice(17, 20)}`,
		hex.slice(20, 32),
	].join("-");
}
