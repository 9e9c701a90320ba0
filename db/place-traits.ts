import { type Region, regionOf, regions } from "@interurban/contract/countries";
import { type IncomeGroup, incomeGroupOf, incomeGroups } from "@interurban/contract/income-groups";
import { type Climate, climates } from "@interurban/contract/vocabulary";

/** What makes a town like others; null is not known. */
export type Traits = {
	/** Twice the binary logarithm of its inhabitants, rounded: two steps are a doubling. */
	size: number | null;
	/** Of its country. */
	region: Region | null;
	/** Of its country. */
	income: IncomeGroup | null;
	climate: Climate | null;
	/** Whether the sea is at most 30 km away. */
	coastal: boolean;
	/** Whether it is the capital of its country. */
	capital: boolean;
};

/** The traits of a town as the gazetteer has it. */
export function traitsOf(
	town: { country: string; population: number; featureCode: string },
	lies: Pick<Traits, "climate" | "coastal">,
): Traits {
	return {
		size: town.population > 0 ? Math.round(2 * Math.log2(town.population)) : null,
		region: regionOf(town.country),
		income: incomeGroupOf(town.country),
		...lies,
		capital: town.featureCode === "PPLC",
	};
}

/** A value's place in its list, from 1; 0 for none. */
const placeIn = <T>(list: readonly T[], value: T | null): number =>
	value === null ? 0 : list.indexOf(value) + 1;
const valueAt = <T>(list: readonly T[], place: number): T | null => list[place - 1] ?? null;

/**
 * Traits as one number, for tables and indexes. Its decimal digits are `R I CC S K NN`: region, income, climate, 1 at the sea,
 * 1 for a capital, size; of what comes from a list, the place in it, and 0 for what is not known.
 */
export function encodeTraits({ size, region, income, climate, coastal, capital }: Traits): number {
	const digits = [
		[placeIn(regions, region), 10],
		[placeIn(incomeGroups, income), 10],
		[placeIn(climates, climate), 100],
		[Number(coastal), 10],
		[Number(capital), 10],
		[size ?? 0, 100],
	] as const;
	return digits.reduce((code, [digit, base]) => code * base + digit, 0);
}

/** Reads what `encodeTraits` wrote. */
export function decodeTraits(code: number): Traits {
	const digits = (from: number, count: number) => Math.floor(code / 10 ** from) % 10 ** count;
	return {
		size: digits(0, 2) || null,
		region: valueAt(regions, digits(7, 1)),
		income: valueAt(incomeGroups, digits(6, 1)),
		climate: valueAt(climates, digits(4, 2)),
		coastal: digits(3, 1) === 1,
		capital: digits(2, 1) === 1,
	};
}
