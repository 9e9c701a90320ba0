import type { Context } from "../context.ts";
import { type PersonRow, personById } from "../people/people.ts";
import { type PlaceRow, placeById } from "../places/places.ts";
import { type PracticeRow, practiceById } from "../practices/practices.ts";
import { suggestTopics, type TopicRow } from "../topics/topics.ts";
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

/** What begins with, or is like, what somebody is typing. */
export async function suggest(ctx: Context, typed: string): Promise<Suggestions> {
	await ctx.limiter("suggest", ctx.viewer?.id ?? ctx.address);
	const { text } = readText(typed);
	if (!text) return { topics: [], practices: [], places: [], people: [] };
	const found = await findBegun(ctx.db, {
		text: /\s$/.test(typed) ? `${text} ` : text,
		language: ctx.language,
		kinds: ["practice", "place", "person"],
		first: most,
	});
	const load = async <T>(kind: string, loader: { load(id: number): Promise<T | null> }): Promise<T[]> => {
		const rows = await Promise.all(
			found.filter((hit) => hit.kind === kind).map((hit) => loader.load(Number(hit.ref))),
		);
		return rows.filter((row) => row !== null);
	};
	const [practices, places, people] = await Promise.all([
		load("practice", practiceById(ctx)),
		load("place", placeById(ctx)),
		load("person", personById(ctx)),
	]);
	return {
		...{ topics: suggestTopics(text, ctx.language, most), practices, places },
		people: people.filter((person) => !person.suspendedAt),
	};
}
