import { fold } from "@interurban/concepts/fold";
import { suggestConcepts } from "@interurban/concepts/suggest";
import type { Language } from "@interurban/contract/languages";
import { foldName } from "@interurban/db/fold-name";
import { searchNamesOf } from "@interurban/db/seed/place-names";
import type { Context } from "../context.ts";
import { type PersonRow, personById } from "../people/people.ts";
import { type PlaceRow, placeById } from "../places/places.ts";
import { type PracticeRow, practiceById } from "../practices/practices.ts";
import type { TopicRow } from "../topics/topics.ts";
import { readText } from "./search.input.ts";
import { findBegun } from "./suggest.queries.ts";

export interface Suggestions {
	topics: TopicRow[];
	practices: PracticeRow[];
	places: PlaceRow[];
	people: PersonRow[];
}

/** Of each kind. */
const most = 4;
/** Of each kind, those among which the ones with such names are looked for. */
const candidates = 20;

/** What begins with, or is like, what somebody is typing. */
export async function suggest(ctx: Context, typed: string): Promise<Suggestions> {
	await ctx.limiter("suggest", ctx.viewer?.id ?? ctx.address);
	const { text } = readText(typed);
	if (!text) return { topics: [], practices: [], places: [], people: [] };
	const found = await findBegun(ctx.db, {
		text: /\s$/.test(typed) ? `${text} ` : text,
		language: ctx.language,
		kinds: ["practice", "place", "person"],
		first: candidates,
	});
	const load = async <T>(kind: string, loader: { load(id: number): Promise<T | null> }, few = candidates) => {
		const hits = found.filter((hit) => hit.kind === kind).slice(0, few);
		const rows = await Promise.all(hits.map((hit) => loader.load(Number(hit.ref))));
		return rows.filter((row) => row !== null);
	};
	const [practices, places, people] = await Promise.all([
		load("practice", practiceById(ctx), most),
		load("place", placeById(ctx)),
		load("person", personById(ctx)),
	]);
	const suggested = {
		practices,
		places: places.filter((place) => hasBeginning(searchNamesOf(place), text)).slice(0, most),
		people: people
			.filter(({ name, suspendedAt }) => !suspendedAt && hasBeginning(foldName(name), text))
			.slice(0, most),
	};
	const { topics, areAlike } = topicsCalled(text, ctx.language, most);
	const isAlone = Object.values(suggested).every((rows) => !rows.length);
	return { ...suggested, topics: areAlike && !isAlone ? [] : topics };
}

/** Topics that are called like a text; `areAlike` when none has the text in its name, but some have nearly so. */
export function topicsCalled(
	text: string,
	language: Language,
	first: number,
): { topics: TopicRow[]; areAlike: boolean } {
	const found = suggestConcepts(text, language, first);
	const typed = fold(text);
	return {
		topics: found.map(({ concept }) => concept),
		areAlike: !found.some(({ label }) => fold(label).includes(typed)),
	};
}

/** Whether a word of folded names begins with a typed one. */
function hasBeginning(names: string, text: string): boolean {
	const words = names.split(/[| ]/);
	return foldName(text)
		.split(" ")
		.some((typed) => typed !== "" && words.some((word) => word.startsWith(typed)));
}
