import { type SQL, sql } from "drizzle-orm";
import type { Alike } from "../places/places.ts";
import { type Facet, facets } from "./facets.ts";

/** What `spelled` gives; in the facet `like` with the traits of all towns that are like the chosen ones. */
export type Chosen = readonly { facet: Facet; values: readonly string[]; traits?: readonly number[] }[];

/** A town as a value of the facet `like`, spelled, with the traits of the towns like it. */
export interface LikeTown {
	value: string;
	traits: readonly number[];
}

const isFrom = (traits: readonly number[]): SQL =>
	sql`(d.traits is not null and d.traits = any(${sql.param(traits)}::integer[]))`;

const fits = ({ values, traits }: Chosen[number]): SQL =>
	traits ? isFrom(traits) : sql`d.facets && ${sql.param(values)}::text[]`;
const fitAll = (chosen: Chosen): SQL =>
	chosen.length === 0 ? sql`true` : sql.join(chosen.map(fits), sql` and `);

/**
 * `listed`: the documents that fit the text, read once for hits and counts.
 * @param scores the table of those that fit the text
 * @param among ids of the only ones that are wanted
 */
export const listed = (scores: SQL, among?: readonly number[]): SQL => sql`
	listed as materialized (
		select d.id, d.kind, d.ref, d.language, d.published_at, d.facets, d.traits, s.score
		from ${scores} s join search_documents d on d.id = s.document
		${among ? sql`where ${isAmong(among)}` : sql``}
	),`;

const isAmong = (ids: readonly number[]): SQL => sql`d.id = any(${sql.param([...ids])}::integer[])`;

/** The documents that fit the chosen facets, with their score: of those that are `listed` or, without a text, of all. */
export const found = (scored: boolean, chosen: Chosen, among?: readonly number[]): SQL =>
	scored
		? sql`select * from listed d where ${fitAll(chosen)}`
		: sql`select d.*, 0 as score from search_documents d where ${fitAll(chosen)} ${among ? sql`and ${isAmong(among)}` : sql``}`;

/** By what hits can be sorted: how alike their town is, what the text gives them, when they were published. */
const sortKeys = {
	alike: { column: sql`alike`, type: sql`float8` },
	score: { column: sql`score`, type: sql`float8` },
	published: { column: sql`published_at`, type: sql`timestamptz` },
};

/** In which order hits come. */
export interface Order {
	by: readonly (keyof typeof sortKeys)[];
	/** The traits of towns by which hits come first. */
	alike: readonly Alike[];
	/** What is in their own language comes first, and then what is in any that they read, translations included; null: all the same. */
	languages: { own: string; reads: readonly string[] } | null;
}

/** The first of `found` after the keys of a cursor, each with its own keys, as JSON. */
export function hits(
	{ by, alike, languages }: Order,
	after: readonly (string | number)[] | null,
	limit: number,
): SQL {
	// What hits are sorted by, the weightiest first; a cursor holds the values.
	const keys = [
		...(languages ? [{ column: sql`tier`, type: sql`float8` }] : []),
		...by.map((key) => sortKeys[key]),
		{ column: sql`id`, type: sql`float8` },
	];
	const list = (parts: SQL[]) => sql.join(parts, sql`, `);
	const columns = list(keys.map(({ column }) => column));
	const order = list(keys.map(({ column }) => sql`${column} desc`));
	const given = list(keys.map(({ type }, at) => sql`${after?.[at]}::${type}`));
	return sql`(
		select coalesce(jsonb_agg(to_jsonb(hit) order by place), '[]') from (
			select *, row_number() over () as place
			from (
				select id, kind, ref, language, published_at, score, alike, jsonb_build_array(${columns}) as keys
				from (
					select *, ${languages ? tierOf(languages) : sql`0`} as tier,
						${by.includes("alike") ? sql`coalesce(percent, 0)` : sql`0`} as alike
					from found ${by.includes("alike") ? sql`left join ${rowsOf(alike)} using (traits)` : sql``}
				) found
				${after ? sql`where (${columns}) < (${given})` : sql``}
				order by ${order} limit ${limit}::integer
			) best
		) hit
	)`;
}

const rowsOf = (alike: readonly Alike[]): SQL => {
	const column = (name: "traits" | "percent") =>
		sql`${sql.param(alike.map((each) => each[name]))}::integer[]`;
	return sql`unnest(${column("traits")}, ${column("percent")}) as alike (traits, percent)`;
};

/** What is wholly in the reader's language, then what is translated into it, then what is in others that they read. */
function tierOf({ own, reads }: NonNullable<Order["languages"]>): SQL {
	const isIn = (tags: readonly string[]) =>
		sql`facets && ${sql.param(tags.map((tag) => `language:${tag}`))}::text[]`;
	return sql`case
		when ${isIn([own, "und"])} then 3
		when ${isIn([`+${own}`])} then 2
		when ${isIn(reads.flatMap((tag) => [tag, `+${tag}`]))} then 1 else 0 end`;
}

/**
 * How many of the documents that are `listed` each facet value would leave, and "" how many are found, as JSON. A document that misses
 * one chosen facet counts for that facet's values alone.
 * @param towns which values of the facet `like` to count
 */
export function listedCounts(chosen: Chosen, towns: readonly LikeTown[]): SQL {
	const misses = chosen.map((each) => sql`(not ${fits(each)})::integer`);
	const missed = chosen.map((each) => sql`when not ${fits(each)} then ${each.facet}::text`);
	return counted(sql`
		select value, count(*)::integer as count
		from (
			select misses, missed, unnest(array_append(facets, '')) as value
			from (
				select d.facets, ${misses.length > 0 ? sql.join(misses, sql` + `) : sql`0`} as misses,
					${missed.length > 0 ? sql`case ${sql.join(missed, sql` `)} end` : sql`null`} as missed
				from listed d
			) d
			where misses <= 1
		) each
		where misses = 0 or starts_with(value, missed || ':')
		group by value
		${countsLike(sql`listed d`, chosen, towns)}`);
}

/** The same over all documents. What depends on kinds alone is known without looking at any. */
export function allCounts(chosen: Chosen, towns: readonly LikeTown[]): SQL {
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
	return counted(
		sql`${sql.join(branches, sql` union all `)} ${countsLike(sql`search_documents d`, chosen, towns)}`,
	);
}

/** What comes from towns like each of some; no document names these values itself. */
function countsLike(documents: SQL, chosen: Chosen, towns: readonly LikeTown[]): SQL {
	const others = chosen.filter(({ facet }) => facet !== "like");
	const branches = towns.map(
		({ value, traits }) => sql`
			union all select ${value}::text, count(*)::integer from ${documents} where ${isFrom(traits)} and ${fitAll(others)}`,
	);
	return sql.join(branches, sql` `);
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
