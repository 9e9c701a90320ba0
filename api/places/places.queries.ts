import type { Db } from "@interurban/db/client";
import { type Place, places } from "@interurban/db/schema/places";
import { statement } from "@interurban/db/statement";
import { and, getTableColumns, inArray, type SQL, sql } from "drizzle-orm";
import type { Sought } from "./places.rules.ts";

/** A town without the folded names it is searched by. */
export type PlaceRow = Omit<Place, "searchName">;

const { searchName, ...columns } = getTableColumns(places);

const ofIds = statement((db) =>
	db
		.select(columns)
		.from(places)
		.where(sql`${places.id} = any(${sql.placeholder("ids")}::integer[])`),
);

/** The towns of these ids, in any order. */
export function findPlaces(db: Db, ids: readonly number[]): Promise<PlaceRow[]> {
	return ofIds(db, { ids });
}

/** Characters that LIKE gives a meaning do not survive folding. */
const anyLike = (patterns: string[]): SQL => sql`${searchName} like any(${sql.param(patterns)}::text[])`;

/** A two-letter code may be a state of the USA as well: "Springfield, IL". */
function inCountries(countries: readonly string[] | null): SQL {
	if (!countries) return sql`true`;
	const list = sql`${sql.param([...countries])}::text[]`;
	return sql`(${places.country} = any(${list}) or (${places.country} = 'US' and ${places.adminCode} = any(${list})))`;
}

/** Towns that bear exactly one of these folded names, the most populous first. */
export function findPlacesNamed(db: Db, sought: Sought, first: number): Promise<PlaceRow[]> {
	return db
		.select(columns)
		.from(places)
		.where(sql`${anyLike(sought.names.map((name) => `%|${name}|%`))} and ${inCountries(sought.countries)}`)
		.orderBy(sql`${places.population} desc, ${places.id}`)
		.limit(first);
}

/** Towns whose names are, begin with, or have a word that begins with what was typed; by population within each. */
export function findPlacesBegun(db: Db, sought: Sought, first: number): Promise<PlaceRow[]> {
	const { names } = sought;
	const exactly = anyLike(names.map((name) => `%|${name}|%`));
	const begun = names.map((name) => `%|${name}%`);
	const words = names.map((name) => `% ${name}%`);
	return db
		.select(columns)
		.from(places)
		.where(sql`${anyLike([...begun, ...words])} and ${inCountries(sought.countries)}`)
		.orderBy(
			sql`case when ${exactly} then 0 when ${anyLike(begun)} then 1 else 2 end, ${places.population} desc, ${places.id}`,
		)
		.limit(first);
}

/** Towns with a name that resembles what was typed, the most similar first, then by population. */
export function findPlacesLike(db: Db, sought: Sought, first: number): Promise<PlaceRow[]> {
	const near = sought.names.map((name) => sql`${name} <% ${searchName}`);
	const nearness = sought.names.map((name) => sql`word_similarity(${name}, ${searchName})`);
	return db
		.select(columns)
		.from(places)
		.where(sql`(${sql.join(near, sql` or `)}) and ${inCountries(sought.countries)}`)
		.orderBy(
			sql`round(greatest(${sql.join(nearness, sql`, `)})::numeric, 1) desc, ${places.population} desc, ${places.id}`,
		)
		.limit(first);
}

/** The numbers of published practices of towns. */
export function countPractices(db: Db, ids: readonly number[]) {
	return db.execute<{ id: number; count: number }>(sql`
		select place_id as id, count(*)::integer as count from practices
		where status = 'published' and place_id = any(${sql.param([...ids])}::integer[]) group by place_id`);
}

/** The numbers of members of towns. */
export function countPeople(db: Db, ids: readonly number[]) {
	return db.execute<{ id: number; count: number }>(sql`
		select place_id as id, count(*)::integer as count from people
		where suspended_at is null and place_id = any(${sql.param([...ids])}::integer[]) group by place_id`);
}

/** The latest members of each of some towns, at most 50 in each. */
export function listPeopleIds(db: Db, placeIds: readonly number[]) {
	return db.execute<{ placeId: number; personId: number }>(sql`
		select place.id as "placeId", latest.id as "personId"
		from unnest(${sql.param([...placeIds])}::integer[]) as place (id)
		cross join lateral (
			select id, created_at from people where place_id = place.id and suspended_at is null
			order by created_at desc, id desc limit 50
		) latest
		order by latest.created_at desc, latest.id desc`);
}

/** A town that has something, and how much of it. */
export type CensusRow = PlaceRow & { practices: number; people: number };

/** Every town with published practices, members or organisations. */
export async function countEverywhere(db: Db): Promise<CensusRow[]> {
	const content = sql`
		select place_id, count(*)::integer as practices, 0 as people from practices
			where status = 'published' group by place_id
		union all select place_id, 0, count(*)::integer from people
			where place_id is not null and suspended_at is null group by place_id
		union all select place_id, 0, 0 from organisations group by place_id`;
	return db
		.select({
			...columns,
			practices: sql<number>`content.practices::integer`,
			people: sql<number>`content.people::integer`,
		})
		.from(places)
		.innerJoin(
			sql`(select place_id, sum(practices) as practices, sum(people) as people
				from (${content}) as each group by place_id) as content`,
			sql`content.place_id = ${places.id}`,
		);
}

/** All traits that towns have, and how many towns have them. */
export function listTraits(db: Db) {
	return db.execute<{ code: number; towns: number }>(
		sql`select traits as code, count(*)::integer as towns from places group by traits`,
	);
}

/**
 * Towns of some traits.
 * @param wanted the rank of each, the first to come first; of one rank those come first that are nearest in size
 */
export async function listPlacesOfTraits(
	db: Db,
	wanted: readonly { traits: number; rank: number }[],
	near: { population: number; except: readonly number[]; first: number },
): Promise<PlaceRow[]> {
	const column = (name: "traits" | "rank") => sql`${sql.param(wanted.map((each) => each[name]))}::integer[]`;
	return db
		.select(columns)
		.from(places)
		.innerJoin(
			sql`unnest(${column("traits")}, ${column("rank")}) as wanted (traits, rank)`,
			sql`wanted.traits = ${places.traits}`,
		)
		.where(sql`${places.id} <> all(${sql.param(near.except)}::integer[])`)
		.orderBy(
			sql`wanted.rank, abs(ln(${places.population} + 1) - ln(${near.population}::integer + 1)), ${places.id}`,
		)
		.limit(near.first);
}

/** Of a town: that it has published practices, members or organisations. */
export const hasContent: SQL = sql`(
	exists (select from practices where place_id = ${places.id} and status = 'published')
	or exists (select from people where place_id = ${places.id} and suspended_at is null)
	or exists (select from organisations where place_id = ${places.id})
)`;

/** Those of these towns that have something, in any order. */
export function findPlacesWithContent(db: Db, ids: readonly number[]): Promise<PlaceRow[]> {
	return db
		.select(columns)
		.from(places)
		.where(and(inArray(places.id, [...ids]), hasContent));
}
