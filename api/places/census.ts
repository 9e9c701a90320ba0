import type { Db } from "@interurban/db/client";
import { type CensusRow, countEverywhere } from "./places.queries.ts";

/** The towns that have something, by id, and what their countries have in all. */
export type Census = {
	places: ReadonlyMap<number, CensusRow>;
	countries: ReadonlyMap<string, { practices: number; people: number; places: CensusRow[] }>;
	/** Those with practices, the richest first. */
	ranked: readonly CensusRow[];
};

type Taken = { at: number; census: Promise<Census>; renewing: boolean };

/** Seconds for which figures over the whole world may be behind. */
const age = 15;
const taken = new WeakMap<Db, Taken>();

/**
 * Figures over all towns, at most some seconds old. Counting costs more as the network grows; no reader waits for it but
 * the first one, because an old census is shown until the new one is there.
 */
export function census(db: Db): Promise<Census> {
	const last = taken.get(db);
	if (!last) return take(db);
	if (!last.renewing && Date.now() - last.at > age * 1000) {
		last.renewing = true;
		const again = () => {
			last.renewing = false;
		};
		countEverywhere(db).then((rows) => keep(db, Promise.resolve(summarise(rows))), again);
	}
	return last.census;
}

function take(db: Db): Promise<Census> {
	const counting = countEverywhere(db).then(summarise);
	keep(db, counting);
	counting.catch(() => taken.delete(db));
	return counting;
}

function keep(db: Db, counted: Promise<Census>): void {
	taken.set(db, { at: Date.now(), census: counted, renewing: false });
}

function summarise(rows: readonly CensusRow[]): Census {
	const ranked = [...rows].sort(
		(one, other) =>
			other.practices - one.practices || other.people - one.people || other.population - one.population,
	);
	const countries = new Map<string, { practices: number; people: number; places: CensusRow[] }>();
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
