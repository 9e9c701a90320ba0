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
	kindred.some((pair) => pair.includes(one) && pair.includes(other));

/** How alike one trait of two towns is, from 0 to 1; null when one of them is not known. */
const nearness: Record<PlaceTrait, (one: Traits, other: Traits) => number | null> = {
	population: ({ size: one }, { size: other }) =>
		one === null || other === null ? null : Math.max(0, 1 - Math.abs(one - other) / farthest),
	income({ income: one }, { income: other }) {
		if (!one || !other) return null;
		return Math.max(0, 1 - Math.abs(incomeGroups.indexOf(one) - incomeGroups.indexOf(other)) / 2);
	},
	climate({ climate: one }, { climate: other }) {
		if (!one || !other) return null;
		if (one === other) return 1;
		return areKindred(one, other) ? 0.5 : 0;
	},
	region: ({ region: one }, { region: other }) => (one && other ? Number(one === other) : null),
	coast: (one, other) => Number(one.coastal === other.coastal),
	capital: (one, other) => Number(one.capital === other.capital),
};

/**
 * How alike two towns are: from 0, nothing in common, to 1, the same in all that is known of both. The same in both
 * directions.
 */
export function similarity(one: Traits, other: Traits): number {
	let [sum, known] = [0, 0];
	for (const trait of placeTraits) {
		const near = nearness[trait](one, other);
		if (near === null) continue;
		sum += weights[trait] * near;
		known += weights[trait];
	}
	return sum / known;
}

export type ComparedTrait = { trait: PlaceTrait; fit: TraitFit };

/** How each trait of two towns goes together, the weightiest first. Sizes are the same up to the double, near to four times. */
export function compareTraits(one: Traits, other: Traits): ComparedTrait[] {
	return placeTraits.map((trait) => {
		const near = nearness[trait](one, other);
		if (near === null) return { trait, fit: "unknown" };
		if (near >= 0.75) return { trait, fit: "same" };
		return { trait, fit: near >= 0.5 ? "near" : "different" };
	});
}
