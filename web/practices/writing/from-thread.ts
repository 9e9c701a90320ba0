import type { Fields } from "@interurban/contract/rendering";
import { query } from "@solidjs/router";
import { execute } from "../../execute.ts";
import { ThreadForPractice } from "../../generated/operations.ts";
import type { ThreadForPracticeQuery } from "../../generated/types.ts";
import { threadPath } from "../../threads/threads.data.ts";
import { labelFields, placeLabel } from "./fields.ts";

type Thread = NonNullable<ThreadForPracticeQuery["thread"]>;

/** A discussion from which a practice is to be made; null when none is asked for, or it is not there. */
export const getThreadForPractice = query(
	async (id: string | null) => (id ? (await execute(ThreadForPractice, { id })).thread : null),
	"thread-for-practice",
);

/** What a discussion says already: what was asked, what solves it, what came of it, and where that was said. */
export function fieldsOfThread(thread: Thread, origin: string): Fields {
	const topics = thread.topic ? [{ value: thread.topic.id, label: thread.topic.label }] : [];
	const place = thread.place ? [{ value: thread.place.id, label: placeLabel(thread.place) }] : [];
	const fields: Fields = [
		["input.title", thread.title],
		["input.language", thread.language],
		["input.situation", thread.post?.body ?? ""],
		["input.approach", thread.solutions.map(({ body }) => body).join("\n\n")],
		["input.outcome", thread.summary],
		...topics.map(({ value }): [string, string] => ["input.topicIds", value]),
		...place.map(({ value }): [string, string] => ["input.placeId", value]),
		...labelFields([...topics, ...place]),
		["input.references.0.kind", "source"],
		["input.references.0.title", thread.title],
		["input.references.0.url", `${origin}${threadPath(thread)}`],
	];
	return fields.filter(([, value]) => value);
}

/** The fields of one list, and of another one what the first does not say. */
export function withFields(first: Fields, otherwise: Fields): Fields {
	const said = new Set(first.map(([name]) => name));
	return [...first, ...otherwise.filter(([name]) => !said.has(name))];
}
