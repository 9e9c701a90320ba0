import { fold } from "@interurban/concepts/fold";
import { suggestConcepts } from "@interurban/concepts/suggest";
import type { Language } from "@interurban/contract/languages";
import { foldName } from "@interurban/db/fold-name";
import { searchNamesOf } from "@interurban/db/seed/place-names";
import type { Context } from "../context.ts";
import { readText } from "../input.ts";
import { type PersonRow, personById } from "../people/people.ts";
import { type PlaceRow, placeById } from "../places/places.ts";
import { type PracticeRow, practiceById } from "../practices/practices.ts";
import type { TopicRow } from "../topics/topics.ts";
import { findBegun } from "./suggest.queries.ts";

export interface Suggestions {
	topics: TopicSuggestion[];
	practices: PracticeRow[];
	places: PlaceRow[];
	people: PersonRow[];
}

export interface TopicSuggestion {
	topic: TopicRow;
	name: string;
	language: Language;
}

/** Of each kind. */
const most = 4;
/** Of each kind, those among which the ones with such names are looked for. */
const candidates = 20;

/** What begins with, or is like, what somebody is typing, in whatever language they type it. */
export async function suggest(ctx: Context, typed: string): Promise<Suggestions> {
	await ctx.limiter("suggest", ctx.viewer?.id ?? ctx.address);
	const { text } = readText(typed);
	if (!text) return { topics: [], practices: [], places: [], people: [] };
	const { topics, areAlike } = topicsCalled(text, ctx.language, most);
	const found = await findBegun(ctx.db, {
		text: /\s$/.test(typed) ? `${text} ` : text,
		language: ctx.language,
		concepts: topics
			.filter(({ name }) => ` ${fold(name)}`.includes(` ${fold(text)}`))
			.map(({ topic }) => topic.id),
		kinds: ["practice", "place", "person"],
		first: candidates,
	});
	const load = async <T>(kind: string, loader: { load(id: number): Promise<T | null> }, few = candidates) => {
		const hits = found.filter((hit) => hit.kind === kind).slice(0, few);
		const rows = await Promise.all(
			hits.map(async (hit) => ({ ...hit, row: await loader.load(Number(hit.ref)) })),
		);
		return rows.filter((hit): hit is typeof hit & { row: T } => hit.row !== null);
	};
	const [practices, places, people] = await Promise.all([
		load("practice", practiceById(ctx), most),
		load("place", placeById(ctx)),
		load("person", personById(ctx)),
	]);
	const isCalled = ({ row }: { row: PersonRow }) => hasBeginning(foldName(row.name), text);
	const suggested = {
		practices: practices.map(({ row }) => row),
		places: places.map(({ row }) => row).filter((place) => hasBeginning(searchNamesOf(place), text)),
		// Those with such names before those who know about it.
		people: [...people.filter(isCalled), ...people.filter((hit) => hit.isOnConcept && !isCalled(hit))]
			.map(({ row }) => row)
			.filter(({ suspendedAt }) => !suspendedAt),
	};
	const isAlone = Object.values(suggested).every((rows) => !rows.length);
	return {
		practices: suggested.practices,
		places: suggested.places.slice(0, most),
		people: suggested.people.slice(0, most),
		topics: areAlike && !isAlone ? [] : topics,
	};
}

/**
 * Topics that are called like a text in any language, with that name; `areAlike` when none has the text in its name, but
 * some have nearly so.
 */
export function topicsCalled(
	text: string,
	language: Language,
	first: number,
): { topics: TopicSuggestion[]; areAlike: boolean } {
	const typed = fold(text);
	const topics = suggestConcepts(text, language, first).map(({ concept, label, language }) => ({
		...{ topic: concept, name: label, language },
	}));
	return { topics, areAlike: !topics.some(({ name }) => fold(name).includes(typed)) };
}

/** Whether a word of folded names begins with a typed one. */
function hasBeginning(names: string, text: string): boolean {
	const words = names.split(/[| ]/);
	return foldName(text)
		.split(" ")
		.some((typed) => typed !== "" && words.some((word) => word.startsWith(typed)));
}
