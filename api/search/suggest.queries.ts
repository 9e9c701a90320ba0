import type { Db } from "@interurban/db/client";
import { sql } from "drizzle-orm";
import { normaliseArabic } from "./arabic.ts";
import { fold } from "./normalise.ts";
import { likelyLanguages, queryTerms } from "./query-terms.ts";
import { wordsOf } from "./terms.ts";

/** Words of the index that may be meant by the beginning of one. */
const mostEndings = 30;
/** Postings read, rarest terms first and the rarest in any case: what begins with two letters is half of everything. */
const postingsRead = 20_000;

/** What a text on the concept that is typed is worth, beside one that has the word. */
const conceptWeight = 0.5;

export interface Begun {
	kind: string;
	ref: string;
	/** Whether it is on one of the concepts. */
	isOnConcept: boolean;
}

/**
 * Things whose texts have the words that are typed, of which the last may be unfinished, or are on a concept; titles count
 * most.
 * @param query.concepts those that are called like the text
 * @returns of each kind the best, at most `first`
 */
export async function findBegun(
	db: Db,
	query: {
		text: string;
		language: string;
		concepts: readonly string[];
		kinds: readonly string[];
		first: number;
	},
): Promise<Begun[]> {
	const asked = [
		...queryTerms(query.text, query.language).filter((term) => term.kind === "stem"),
		...query.concepts.map((lexeme) => ({ kind: "concept", lexeme, weight: conceptWeight })),
	];
	const beginnings = beginningsOf(query.text, query.language);
	if (!asked.length && !beginnings) return [];
	return db.execute<Begun & Record<string, unknown>>(sql`
		with asked as (
			select t.id, t.kind, greatest(t.df, 1)::float8 as df, asked.weight
			from unnest(
				${sql.param(asked.map(({ kind }) => kind))}::text[],
				${sql.param(asked.map(({ lexeme }) => lexeme))}::text[],
				${sql.param(asked.map(({ weight }) => weight))}::float8[]
			) as asked (kind, lexeme, weight)
			join search_terms t on (t.lexeme, t.kind) = (asked.lexeme, asked.kind)
			union
			(
				select id, kind, greatest(df, 1)::float8, 1 from search_terms
				where kind = 'stem' and lexeme like ${`${beginnings?.whole ?? ""}%`} and ${beginnings !== null}
				order by length(lexeme), df desc limit ${mostEndings}::integer
			)
			union
			select id, kind, greatest(df, 1)::float8, 1 from search_terms
			where kind = 'stem' and lexeme = any(${sql.param(beginnings?.shorter ?? [])}::text[])
		),
		rarest as (
			select id, kind, max(weight) as weight, df, sum(df) over (order by df, id) as read
			from asked group by id, kind, df
		),
		matched as (
			select p.document, sum(p.weight * t.weight / ln(2 + t.df)) as score,
				bool_or(t.kind = 'concept') as on_concept
			from rarest t cross join lateral (
				select document, weight from search_postings where term = t.id offset 0
			) p
			where t.read <= ${postingsRead}::float8 or t.read = t.df
			group by p.document
		)
		select kind, ref, on_concept as "isOnConcept" from (
			select d.kind, d.ref, m.score, m.on_concept, row_number() over (partition by d.kind order by m.score desc, d.id) as place
			from matched m join search_documents d on d.id = m.document
			where d.kind = any(${sql.param([...query.kinds])}::text[])
		) ranked
		where place <= ${query.first}::integer
		order by score desc, kind, ref`);
}

/** Spellings that stems of the last word may begin with, or be: a stem may be shorter than what is typed of its word. */
function beginningsOf(text: string, reader: string): { whole: string; shorter: string[] } | null {
	if (/\s$/.test(text)) return null;
	const [language = "en"] = likelyLanguages(text, reader);
	const typed = /[\p{L}\p{M}\p{N}]+$/u.exec(text)?.[0] ?? "";
	const last = wordsOf(typed, "und").at(-1) ?? "";
	const whole = language === "ar" ? normaliseArabic(last) : fold(last);
	if (whole.length < 2) return null;
	const shorter = [1, 2, 3].map((less) => whole.slice(0, -less)).filter((lexeme) => lexeme.length > 3);
	return { whole, shorter };
}
