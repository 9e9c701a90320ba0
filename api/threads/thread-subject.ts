import { findConcept } from "@interurban/concepts/suggest";
import { Failure } from "@interurban/contract/errors";
import { limits } from "@interurban/contract/limits";
import type { Context } from "../context.ts";
import { type Check, makeCheck } from "../input.ts";
import { requirePlace } from "../places/places.ts";
import { findTopic } from "../topics/topics.ts";

/** What a form says of a thread of its own: ids as chosen, or else what was typed. */
export type SubjectInput = {
	title: string;
	topicId?: string | null | undefined;
	topicIdText?: string | null | undefined;
	placeId?: string | null | undefined;
	placeIdText?: string | null | undefined;
};

export type Subject = { title: string; topicId: string | null; placeId: number | null };

/** Reads what a thread is about: a title, and a topic, a place, both or neither; refuses with everything that is wrong. */
export async function readSubject(
	ctx: Context,
	input: SubjectInput,
	more: (check: Check) => void = () => {},
): Promise<Subject> {
	const check = makeCheck();
	more(check);
	const title = check.line("title", input.title, { max: limits.threadTitle, required: true });
	const topicId = readTopic(check, input);
	const placeId = await readPlace(ctx, check, input);
	check.done();
	return { title, topicId, placeId };
}

function readTopic(check: Check, input: SubjectInput): string | null {
	const typed = input.topicId || check.line("topicId", input.topicIdText, { max: limits.query });
	if (!typed) return null;
	const topic = input.topicId ? findTopic(input.topicId) : findConcept(typed);
	if (!topic) check.add("topics.unknown", "topicId", { topic: typed.slice(0, 100) });
	return topic?.id ?? null;
}

async function readPlace(ctx: Context, check: Check, input: SubjectInput): Promise<number | null> {
	const name = check.line("placeId", input.placeIdText, { max: limits.query });
	if (!input.placeId && !name) return null;
	try {
		return (await requirePlace(ctx.db, { id: input.placeId, name }, "placeId")).id;
	} catch (error) {
		if (!(error instanceof Failure)) throw error;
		for (const { code, args } of error.issues) check.add(code, "placeId", args);
		return null;
	}
}
