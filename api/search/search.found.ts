import { type SQL, sql } from "drizzle-orm";
import { type Facet, facets } from "./facets.ts";

/** What `spelled` gives. */
export type Chosen = readonly { facet: Facet; values: readonly string[] }[];

const fits = ({ values }: Chosen[number]): SQL => sql`d.facets && ${sql.param(values)}::text[]`;
const fitAll = (chosen: Chosen): SQL =>
	chosen.length === 0 ? sql`true` : sql.join(chosen.map(fits), sql` and `);

/** The documents that fit the chosen facets, with what `scores` gives them if there is a text. */
export const found = (chosen: Chosen, scored: boolean): SQL => sql`
	select d.*, ${scored ? sql`s.score` : sql`0`} as score
	from ${scored ? sql`scores s join search_documents d on d.id = s.document` : sql`search_documents d`}
	where ${fitAll(chosen)}`;

/** The best or newest of `found` after the keys of a cursor, as JSON. */
export function hits(
	sort: "relevance" | "newest",
	after: readonly (string | number)[] | null,
	limit: number,
): SQL {
	const key = sort === "newest" ? sql`published_at` : sql`score`;
	const type = sort === "newest" ? sql`timestamptz` : sql`float8`;
	const rest = after ? sql`where (${key}, id) < (${after[0]}::${type}, ${after[1]}::float8)` : sql``;
	return sql`(
		select coalesce(jsonb_agg(to_jsonb(hit) order by hit.key desc, hit.id desc), '[]') from (
			select id, kind, ref, language, published_at, score, ${key} as key
			from found ${rest}
			order by ${key} desc, id desc limit ${limit}::integer
		) hit
	)`;
}

/**
 * How many documents with a score each facet value would leave, and "" how many are found, as JSON. A document that misses
 * one chosen facet counts for that facet's values alone.
 */
export function scoredCounts(chosen: Chosen): SQL {
	const misses = chosen.map((each) => sql`(not ${fits(each)})::integer`);
	const missed = chosen.map((each) => sql`when not ${fits(each)} then ${each.facet}::text`);
	return counted(sql`
		select value, count(*)::integer as count
		from (
			select misses, missed, unnest(array_append(facets, '')) as value
			from (
				select d.facets, ${misses.length > 0 ? sql.join(misses, sql` + `) : sql`0`} as misses,
					${missed.length > 0 ? sql`case ${sql.join(missed, sql` `)} end` : sql`null`} as missed
				from scores s join search_documents d on d.id = s.document
			) d
			where misses <= 1
		) each
		where misses = 0 or starts_with(value, missed || ':')
		group by value`);
}

/** The same over all documents. What depends on kinds alone is known without looking at any. */
export function allCounts(chosen: Chosen): SQL {
	const open = facets.filter((facet) => !chosen.some((each) => each.facet === facet));
	const branches = [
		countsAmong(chosen, ["", ...open]),
		...chosen.map((each) =>
			countsAmong(
				chosen.filter((other) => other !== each),
				[each.facet],
			),
		),
	];
	return counted(sql.join(branches, sql` union all `));
}

/** Counts of some facets' values among the documents that fit; the facet "" stands for the documents themselves. */
function countsAmong(chosen: Chosen, wanted: readonly string[]): SQL {
	const isWanted = sql`split_part(value, ':', 1) = any(${sql.param(wanted)}::text[])`;
	if (chosen.some(({ facet }) => facet !== "kind"))
		return sql`
			select value, count(*)::integer as count
			from (select unnest(array_append(facets, '')) as value from search_documents d where ${fitAll(chosen)}) each
			where ${isWanted}
			group by value`;
	const kinds = chosen.flatMap(({ values }) => values);
	return sql`
		select value, sum(documents)::integer as count
		from search_counts
		where ${isWanted} ${kinds.length > 0 ? sql`and 'kind:' || kind = any(${sql.param(kinds)}::text[])` : sql``}
		group by value having sum(documents) > 0`;
}

const counted = (rows: SQL): SQL =>
	sql`(select coalesce(jsonb_agg(to_jsonb(counted)), '[]') from (${rows}) counted)`;
