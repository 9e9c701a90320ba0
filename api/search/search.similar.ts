import { ancestorsOf } from "@interurban/concepts/concepts";
import { isLanguage } from "@interurban/contract/languages";
import type { Db } from "@interurban/db/client";
import { sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { makeFigures } from "../figures.ts";
import { readText } from "../input.ts";
import { languageOf } from "../text-language.ts";
import { conceptsIn } from "./concepts-in.ts";
import type { Selection } from "./facets.ts";
import { queryTerms } from "./query-terms.ts";
import { findDocuments, type Hit } from "./search.queries.ts";
import { type FoundThing, findThingsOf } from "./search.results.ts";
import { scoreUnit } from "./search.scores.ts";
import { primary } from "./terms.ts";

/** Of what there may already be something like it. */
const kinds = ["practice", "thread", "challenge"];
const most = 5;
/** UTF-16 code units of a text that are read for its topics. */
const longest = 5000;

/**
 * What a thing must score for each word of the title to be told of, as a share of what a rare word gives: little where both
 * are on one topic, more where only words agree. Below so many words agreement is a coincidence.
 */
const resembles = { onTopic: 0.3, byWords: 0.45, fewestWords: 3 };

/**
 * Published practices, challenges and discussions, in any language, that resemble what somebody is writing, best first.
 * @param written.language BCP 47, as the author said; detected when they did not, or wrote in another of ours
 */
export async function findSimilar(
	ctx: Context,
	written: { title: string; text: string; language: string | null },
): Promise<FoundThing[]> {
	await ctx.limiter("suggest", ctx.viewer?.id ?? ctx.address);
	const whole = `${written.title}\n${written.text.slice(0, longest)}`;
	const said = primary(written.language ?? "");
	const language = languageOf(whole, isLanguage(said) ? said : ctx.language);
	const count = (text: string) =>
		new Set(queryTerms(text, language).flatMap(({ kind, typed }) => (kind === "stem" ? [typed] : []))).size;
	const title = readText(written.title).text;
	const text = count(title) < resembles.fewestWords ? readText(whole).text : title;
	const words = count(text);
	const topics = topicsOf(whole, language);
	const rare = Math.log(1 + (await documents(ctx.db)));
	const find = async (narrowed: Selection, share: number): Promise<Hit[]> => {
		const selection = { kind: kinds, ...narrowed };
		const { items } = await findDocuments(ctx.db, { text, language, selection, limit: most });
		return items.filter(({ score }) => score * scoreUnit >= share * rare * words);
	};
	const [onTopic, byWords] = await Promise.all([
		words && topics.length ? find({ topic: topics }, resembles.onTopic) : [],
		words >= resembles.fewestWords ? find({}, resembles.byWords) : [],
	]);
	const found = new Map([...onTopic, ...byWords].map((hit) => [`${hit.kind}-${hit.ref}`, hit]));
	const best = [...found.values()].sort((one, other) => other.score - one.score).slice(0, most);
	return findThingsOf(ctx, best);
}

/** The topics that a text names, and those above them but whole themes. */
function topicsOf(text: string, language: string): string[] {
	const named = conceptsIn(text, language).flatMap(({ concept }) => [concept, ...ancestorsOf(concept.id)]);
	return [...new Set(named.filter(({ broader }) => broader.length).map(({ id }) => id))];
}

const documents = makeFigures(async (db: Db): Promise<number> => {
	const [row] = await db.execute<{ count: number }>(
		sql`select coalesce(sum(documents), 0)::integer as count from search_counts where value = ''`,
	);
	return row?.count ?? 0;
}, 60);
