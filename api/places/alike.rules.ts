import { incomeGroups } from "@interurban/contract/income-groups";
import { type Climate, type PlaceTrait, placeTraits, type TraitFit } from "@interurban/contract/vocabulary";
import type { Traits } from "@interurban/db/place-traits";

/**
 * How much each trait says about whether one town can take over what another does: first its size and its means, then the
 * weather it builds for; then the neighbourhood, the sea, and the part of a capital.
 */
const weights: Record<PlaceTrait, number> = {
	population: 30,
	income: 20,
	climate: 20,
	region: 10,
	coast: 10,
	capital: 10,
};

/** From so many percent on a town is said to be like another one. */
export const leastLike = 75;
/** Below so many percent similarity says nothing any more. */
export const leastAlike = 50;

/** Steps of size, two a doubling, at which populations have nothing in common: one is sixteen times the other. */
const farthest = 8;

/** Climates that pass into one another. */
const kindred: readonly (readonly [Climate, Climate])[] = [
	["tropical_wet", "tropical_dry"],
	["tropical_dry", "steppe"],
	["tropical_dry", "subtropical"],
	["tropical_dry", "highland"],
	["desert", "steppe"],
	["steppe", "mediterranean"],
	["steppe", "continental"],
	["mediterranean", "subtropical"],
	["mediterranean", "oceanic"],
	["subtropical", "highland"],
	["subtropical", "oceanic"],
	["subtropical", "continental"],
	["highland", "oceanic"],
	["oceanic", "continental"],
	["continental", "subarctic"],
];

const areKindred = (one: Climate, other: Climate): boolean =>
	kindred.some((pair) => one !== other && pair.includes(one) && pair.includes(other));

/** What a trait counts that is known of one town only: as if it were halfway the same. */
const unknown = 0.5;

/** How alike a trait makes two towns, from 0 to 1; or of how many of them it is known. */
type Nearness = number | "known of one" | "known of neither";

const trait =
	<T>(of: (town: Traits) => T | null, near: (one: T, other: T) => number) =>
	(one: Traits, other: Traits): Nearness => {
		const [mine, theirs] = [of(one), of(other)];
		if (mine !== null && theirs !== null) return near(mine, theirs);
		return mine === theirs ? "known of neither" : "known of one";
	};

const same = <T>(one: T, other: T): number => Number(one === other);

const nearness: Record<PlaceTrait, (one: Traits, other: Traits) => Nearness> = {
	population: trait(
		({ size }) => size,
		(one, other) => Math.max(0, 1 - Math.abs(one - other) / farthest),
	),
	income: trait(
		({ income }) => income,
		(one, other) => Math.max(0, 1 - Math.abs(incomeGroups.indexOf(one) - incomeGroups.indexOf(other)) / 2),
	),
	climate: trait(
		({ climate }) => climate,
		(one, other) => (areKindred(one, other) ? 0.5 : same(one, other)),
	),
	region: trait(({ region }) => region, same),
	coast: trait(({ coastal }) => coastal, same),
	capital: trait(({ capital }) => capital, same),
};

/**
 * How alike two towns are: from 0, nothing in common, to 1, the same in everything. The same in both directions. What is
 * known of neither of them does not count.
 */
export function similarity(one: Traits, other: Traits): number {
	let [sum, most] = [0, 0];
	for (const trait of placeTraits) {
		const near = nearness[trait](one, other);
		if (near === "known of neither") continue;
		sum += weights[trait] * (near === "known of one" ? unknown : near);
		most += weights[trait];
	}
	return sum / most;
}

export type ComparedTrait = { trait: PlaceTrait; fit: TraitFit };

/** How each trait of two towns goes together, the weightiest first. Sizes are the same up to the double, near to four times. */
export function compareTraits(one: Traits, other: Traits): ComparedTrait[] {
	return placeTraits.map((trait) => {
		const near = nearness[trait](one, other);
		if (typeof near === "string") return { trait, fit: "unknown" };
		if (near >= 0.75) return { trait, fit: "same" };
		return { trait, fit: near >= 0.5 ? "near" : "different" };
	});
}
