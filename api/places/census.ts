import { makeFigures } from "../figures.ts";
import { type CensusRow, countEverywhere } from "./places.queries.ts";

type CountryFigures = { practices: number; people: number; places: CensusRow[] };

/** The towns that have something, by id, and what their countries have in all. */
export type Census = {
	places: ReadonlyMap<number, CensusRow>;
	/** The towns in each: those with most practices first. */
	countries: ReadonlyMap<string, CountryFigures>;
	/** Those with practices, most first. */
	ranked: readonly CensusRow[];
};

/** What the towns of the world have, some seconds ago. */
export const census = makeFigures(async (db) => summarise(await countEverywhere(db)), 10);

function summarise(rows: readonly CensusRow[]): Census {
	const ranked = [...rows].sort(
		(one, other) =>
			other.practices - one.practices || other.people - one.people || other.population - one.population,
	);
	const countries = new Map<string, CountryFigures>();
	for (const row of ranked) {
		const country = countries.get(row.country) ?? { practices: 0, people: 0, places: [] };
		country.practices += row.practices;
		country.people += row.people;
		country.places.push(row);
		countries.set(row.country, country);
	}
	return {
		places: new Map(rows.map((row) => [row.id, row])),
		countries,
		ranked: ranked.filter((row) => row.practices > 0),
	};
}
