import { type SQL, sql } from "drizzle-orm";
import { queryTerms } from "./query-terms.ts";

/** Texts of which a document must, or must not, have all words. */
export interface Demands {
	quoted: readonly string[];
	excluded: readonly string[];
}

/** `demanded (document, score)`: those of `scores` that fulfil what is demanded. */
export function demanded(demands: Demands, language: string): SQL {
	const conditions = [
		...demands.quoted.flatMap((text) => holdsAll(text, language) ?? []),
		...demands.excluded.flatMap((text) => {
			const condition = holdsAll(text, language);
			return condition ? sql`not (${condition})` : [];
		}),
	];
	return sql`
		demanded as materialized (
			select * from scores s ${conditions.length ? sql`where ${sql.join(conditions, sql` and `)}` : sql``}
		),`;
}

/** Whether a document has every word of a text, in any of its forms; null for a text without words. */
function holdsAll(text: string, language: string): SQL | null {
	const words = text
		.split(/\s+/)
		.map((word) => queryTerms(word, language).flatMap(({ kind, lexeme }) => (kind === "stem" ? lexeme : [])))
		.filter((stems) => stems.length > 0);
	if (words.length === 0) return null;
	const conditions = words.map(
		(stems) => sql`exists (
			select from unnest(array(
				select id from search_terms where kind = 'stem' and lexeme = any(${sql.param(stems)}::text[])
			)) as wanted (term)
			join search_postings p on (p.term, p.document) = (wanted.term, s.document)
		)`,
	);
	return sql.join(conditions, sql` and `);
}
