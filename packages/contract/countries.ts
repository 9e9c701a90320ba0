/**
 * The regions of the Sustainable Development Goals (UN M49), with Europe and Northern America apart and Australia and
 * New Zealand in Oceania: https://unstats.un.org/sdgs/indicators/regional-groups
 */
export const regions = [
	"europe",
	"north_america",
	"latin_america_caribbean",
	"north_africa_west_asia",
	"sub_saharan_africa",
	"central_south_asia",
	"east_southeast_asia",
	"oceania",
] as const;
export type Region = (typeof regions)[number];

/** ISO 3166-1 alpha-2 codes by region; Kosovo by its customary code XK. */
const codes: Readonly<Record<Region, string>> = {
	europe:
		"AD AL AT AX BA BE BG BY CH CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM UA VA XK",
	north_america: "BM CA GL PM US",
	latin_america_caribbean:
		"AG AI AR AW BB BL BO BQ BR BS BV BZ CL CO CR CU CW DM DO EC FK GD GF GP GS GT GY HN HT JM KN KY LC MF MQ MS MX NI PA PE PR PY SR SV SX TC TT UY VC VE VG VI",
	north_africa_west_asia: "AE AM AZ BH CY DZ EG EH GE IL IQ JO KW LB LY MA OM PS QA SA SD SY TN TR YE",
	sub_saharan_africa:
		"AO BF BI BJ BW CD CF CG CI CM CV DJ ER ET GA GH GM GN GQ GW IO KE KM LR LS MG ML MR MU MW MZ NA NE NG RE RW SC SH SL SN SO SS ST SZ TD TF TG TZ UG YT ZA ZM ZW",
	central_south_asia: "AF BD BT IN IR KG KZ LK MV NP PK TJ TM UZ",
	east_southeast_asia: "BN CN HK ID JP KH KP KR LA MM MN MO MY PH SG TH TL TW VN",
	oceania: "AS AU CC CK CX FJ FM GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS",
};

const regionByCountry: ReadonlyMap<string, Region> = new Map(
	regions.flatMap((region) => codes[region].split(" ").map((code) => [code, region] as const)),
);

/** Every country's ISO 3166-1 alpha-2 code, Antarctica left out. */
export const countryCodes: readonly string[] = [...regionByCountry.keys()].sort();

/** Whether a string is the code of a country, in upper case. */
export function isCountry(code: string): boolean {
	return regionByCountry.has(code);
}

/** The region of a country's code; null for none, such as Antarctica. */
export function regionOf(country: string): Region | null {
	return regionByCountry.get(country) ?? null;
}

/** Sizes of towns by inhabitants; a band begins at its first figure. */
export const populationBands = ["under_20k", "20k_100k", "100k_500k", "500k_1m", "over_1m"] as const;
export type PopulationBand = (typeof populationBands)[number];

const starts = [20_000, 100_000, 500_000, 1_000_000];

/** The band of a number of inhabitants; null when it is not known (0). */
export function bandOf(population: number): PopulationBand | null {
	if (population <= 0) return null;
	return populationBands[starts.filter((start) => population >= start).length] ?? null;
}
