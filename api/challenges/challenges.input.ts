import { findConcept } from "@interurban/concepts/suggest";
import { Failure, type Issue } from "@interurban/contract/errors";
import { limits } from "@interurban/contract/limits";
import type { Context } from "../context.ts";
import type { ChallengeInput } from "../generated/resolvers.ts";
import { type Check, makeCheck } from "../input.ts";
import { requirePlace } from "../places/places.ts";
import { languageOf } from "../text-language.ts";
import { findTopic } from "../topics/topics.ts";
import type { ChallengeContent } from "./challenges.queries.ts";
import { isDay, isPast } from "./challenges.rules.ts";

const most = limits.challenge;

/**
 * Reads the form of a challenge; refuses with everything that is wrong in it.
 * @param known what it said before: a day that has passed since may stay
 */
export async function readChallenge(
	ctx: Context,
	input: ChallengeInput,
	known: { neededBy: string | null } | null,
	more: (check: Check) => void = () => {},
): Promise<ChallengeContent> {
	const check = makeCheck();
	more(check);
	const title = check.line("input.title", input.title, { max: most.title, required: true });
	const problem = check.text("input.problem", input.problem, { max: most.text, required: true });
	const constraints = check.text("input.constraints", input.constraints, { max: most.text });
	const neededBy = readDay(check, input.neededBy, known?.neededBy ?? null);
	const topicIds = readTopics(check, input);
	const placeName = check.line("input.placeId", input.placeIdText, { max: limits.query });
	const place = await orIssues(
		check,
		requirePlace(ctx.db, { id: input.placeId, name: placeName }, "input.placeId"),
	);
	check.done();
	if (!place) throw new Error("a challenge without a place was let through");
	const language = languageOf(`${title}\n${problem}`, ctx.viewer?.language ?? ctx.language);
	return { title, problem, constraints, language, neededBy, topicIds, placeId: place.id };
}

function readDay(check: Check, value: string | null | undefined, known: string | null): string | null {
	const day = check.line("input.neededBy", value, { max: 40 });
	if (!day) return null;
	if (!isDay(day)) check.add("not_a_day", "input.neededBy");
	else if (day !== known && isPast(day, new Date())) check.add("challenges.day_past", "input.neededBy");
	return day;
}

function readTopics(check: Check, input: ChallengeInput): string[] {
	const field = "input.topicIds";
	const ids = new Set<string>();
	const unknown = (topic: string) => check.add("topics.unknown", field, { topic: topic.slice(0, 100) });
	for (const id of input.topicIds ?? []) findTopic(id) ? ids.add(id) : unknown(id);
	const typed = check.line(field, input.topicIdsText, { max: 1000 });
	for (const label of typed.split(/[,;،]/).map((part) => part.trim())) {
		if (!label) continue;
		const topic = findConcept(label);
		topic ? ids.add(topic.id) : unknown(label);
	}
	if (!ids.size && !typed && !input.topicIds?.length) check.add("required", field);
	if (ids.size > most.topics) check.add("too_many", field, { max: most.topics });
	return [...ids];
}

/** What a look-up refuses is one more issue of the form. */
async function orIssues<T>(check: Check, found: Promise<T>): Promise<T | null> {
	try {
		return await found;
	} catch (error) {
		if (!(error instanceof Failure)) throw error;
		for (const { code, field, args } of error.issues as readonly Issue[]) check.add(code, field ?? "", args);
		return null;
	}
}
