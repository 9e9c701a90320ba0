import { limits } from "@interurban/contract/limits";
import { listedKinds } from "@interurban/contract/vocabulary";
import { wordsIn } from "@interurban/words/server";
import type { Context } from "../context.ts";
import {
	type Facet,
	facets,
	makeLabels,
	queryTerms,
	type Results,
	readSigns,
	type SearchQuery,
} from "../finding.ts";
import { languagesRead } from "../people/people.ts";
import type { AlertRow, AlertTerm } from "./alerts.queries.ts";

/** What an alert looks for. */
export type AlertSearch = Pick<AlertRow, "language" | "question" | "chosen" | "ownFirst">;

/** A search in the one form in which it is kept. */
export function searchOf(ctx: Context, { text, query }: Pick<Results, "text" | "query">): AlertSearch {
	const chosen = facets.flatMap((facet) => {
		const values = query.selection[facet]?.map(String) ?? [];
		return values.length ? [[facet, values.sort()] as const] : [];
	});
	return {
		language: ctx.language,
		question: text,
		chosen: Object.fromEntries(chosen),
		ownFirst: query.ownFirst,
	};
}

/** What an alert asks of the index. @param spoken languages in its owner's profile, BCP 47 */
export function queryOf(search: AlertSearch, spoken: readonly string[]): SearchQuery {
	const signs = readSigns(search.question);
	return {
		text: signs.words,
		demands: signs,
		language: search.language,
		reads: [search.language, ...spoken],
		selection: search.chosen,
	};
}

/** What a question looks up. */
export const termsOf = ({ question, language }: AlertSearch): AlertTerm[] =>
	queryTerms(readSigns(question).words, language).map(({ typed: _, ...term }) => term);

export interface Chosen {
	facet: Facet;
	values: { value: string; label: string }[];
}

/** To what a search is narrowed, in the reader's words. */
export async function listChosen(ctx: Context, { chosen }: Pick<AlertSearch, "chosen">): Promise<Chosen[]> {
	const labels = await makeLabels(ctx, await languagesRead(ctx), chosen.like ?? []);
	return facets.flatMap((facet) => {
		const values = chosen[facet] ?? [];
		return values.length
			? [{ facet, values: values.map((value) => ({ value, label: labels.of(facet, value) ?? value })) }]
			: [];
	});
}

/** What a search is called unless its owner says otherwise: what is looked for, and to what it is narrowed. */
export async function nameOf(ctx: Context, search: AlertSearch): Promise<string> {
	const labels = (await listChosen(ctx, search))
		.filter(({ facet, values }) => facet !== "kind" || values.length < listedKinds.length)
		.flatMap(({ values }) => values.map(({ label }) => label));
	const name = [search.question, ...labels].filter(Boolean).join(" · ");
	return shortened(name || wordsIn(ctx.language)("search.everything"));
}

function shortened(name: string): string {
	const characters = [...name];
	return characters.length > limits.alertName
		? `${characters.slice(0, limits.alertName - 1).join("")}…`
		: name;
}
