import type { Db } from "@interurban/db/client";
import { decodeTraits } from "@interurban/db/place-traits";
import type { Context } from "../context.ts";
import { makeFigures } from "../figures.ts";
import { type ComparedTrait, compareTraits, leastAlike, leastLike, similarity } from "./alike.rules.ts";
import { census } from "./census.ts";
import { listPlacesOfTraits, listTraits, type PlaceRow } from "./places.queries.ts";

/** Traits that towns have, as in `places.traits`, and how alike that makes them to a town. */
export type Alike = { traits: number; percent: number; towns: number };

/** All traits that towns of the gazetteer have, and what was asked of them; read again every few minutes. */
const gazetteer = makeFigures(async (db) => {
	const all = (await listTraits(db)).map((row) => ({ ...row, traits: decodeTraits(row.code) }));
	return { all, answers: new Map<number, readonly Alike[]>() };
}, 300);

/** Answers that are kept; each is some hundred rows. */
const mostAnswers = 200;

/**
 * The traits of all towns that are somewhat like a town, the most alike first: from 100 percent to the half, below which
 * similarity says nothing.
 * @param code the traits of the town, as in `places.traits`
 */
export async function traitsAlike(db: Db, code: number): Promise<readonly Alike[]> {
	const { all, answers } = await gazetteer(db);
	const known = answers.get(code);
	if (known) return known;
	const own = decodeTraits(code);
	const found = all
		.map((row) => ({ traits: row.code, percent: percentOf(similarity(own, row.traits)), towns: row.towns }))
		.filter(({ percent }) => percent >= leastAlike)
		.sort((one, other) => other.percent - one.percent || one.traits - other.traits);
	if (answers.size >= mostAnswers) answers.delete(answers.keys().next().value as number);
	answers.set(code, found);
	return found;
}

/** Those traits that make a town like the one they were asked for. */
export const traitsLike = (found: readonly Alike[]): number[] =>
	found.filter(({ percent }) => percent >= leastLike).map(({ traits }) => traits);

const percentOf = (share: number): number => Math.round(share * 100);

/** A town beside another one. */
export type Likeness = { place: PlaceRow; percent: number; traits: ComparedTrait[] };

/** How a town is like another one. */
export function likenessOf(place: PlaceRow, other: PlaceRow): Likeness {
	const [one, two] = [decodeTraits(place.traits), decodeTraits(other.traits)];
	return { place: other, percent: percentOf(similarity(one, two)), traits: compareTraits(one, two) };
}

/** Towns at most in one list. */
const most = 20;

const inLength = (first: number): number => Math.min(Math.max(first, 0), most);

/** How many times one town is as large as another, as a distance. */
const distance = (one: PlaceRow, other: PlaceRow): number =>
	Math.abs(Math.log(one.population + 1) - Math.log(other.population + 1));

/** The towns most like one among those that have something, the most alike first, then those nearest in size. */
export async function listSimilarPlaces(ctx: Context, place: PlaceRow, first: number): Promise<Likeness[]> {
	const { places } = await census(ctx.db);
	const percents = new Map(
		(await traitsAlike(ctx.db, place.traits)).map(({ traits, percent }) => [traits, percent]),
	);
	const percent = (other: PlaceRow) => percents.get(other.traits) ?? 0;
	return [...places.values()]
		.filter((other) => other.id !== place.id && percent(other) > 0)
		.sort(
			(one, other) =>
				percent(other) - percent(one) || distance(place, one) - distance(place, other) || one.id - other.id,
		)
		.slice(0, inLength(first))
		.map((other) => likenessOf(place, other));
}

/** The towns of the world most like one that have nothing here yet, the most alike first, then those nearest in size. */
export async function listAnalogues(ctx: Context, place: PlaceRow, first: number): Promise<Likeness[]> {
	const { places } = await census(ctx.db);
	const taken = new Map<number, number[]>();
	for (const { id, traits } of [place, ...places.values()])
		taken.set(traits, [...(taken.get(traits) ?? []), id]);
	const wanted: { traits: number; rank: number }[] = [];
	const except: number[] = [];
	let towns = 0;
	for (const each of await traitsAlike(ctx.db, place.traits)) {
		if (towns > inLength(first)) break;
		const here = taken.get(each.traits) ?? [];
		wanted.push({ traits: each.traits, rank: 100 - each.percent });
		except.push(...here);
		towns += each.towns - here.length;
	}
	const near = { population: place.population, except, first: inLength(first) };
	return (await listPlacesOfTraits(ctx.db, wanted, near)).map((other) => likenessOf(place, other));
}
