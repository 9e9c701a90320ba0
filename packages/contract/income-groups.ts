/** The World Bank's groups of countries by gross national income per head, in rising order. */
export const incomeGroups = ["low", "lower_middle", "upper_middle", "high"] as const;
export type IncomeGroup = (typeof incomeGroups)[number];

/** The year whose income the groups go by: classification of July 2024 to June 2025. */
export const incomeYear = 2023;

/**
 * ISO 3166-1 alpha-2 codes by group, by income of 2023: https://blogs.worldbank.org/en/opendata/world-bank-country-classifications-by-income-level-for-2024-2025
 * A territory that has no figures of its own is in the group of the state it belongs to. Left out is what has no group:
 * Venezuela, Western Sahara, the Vatican.
 */
const codes: Readonly<Record<IncomeGroup, string>> = {
	low: "AF BF BI CD CF ER ET GM GW KP LR MG ML MW MZ NE RW SD SL SO SS SY TD TG UG YE",
	lower_middle:
		"AO BD BJ BO BT CG CI CM CV DJ EG FM GH GN HN HT IN JO KE KG KH KI KM LA LB LK LS MA MM MR NG NI NP PG PH PK PS SB SN ST SZ TJ TL TN TZ UZ VN VU WS ZM ZW",
	upper_middle:
		"AL AM AR AZ BA BR BW BY BZ CN CO CR CU DM DO DZ EC FJ GA GD GE GQ GT ID IQ IR JM KZ LC LY MD ME MH MK MN MU MV MX MY NA PE PY RS SR SV TH TM TO TR TV UA VC XK ZA",
	high: "AD AE AG AI AS AT AU AW AX BB BE BG BH BL BM BN BQ BS BV CA CC CH CK CL CW CX CY CZ DE DK EE ES FI FK FO FR GB GF GG GI GL GP GR GS GU GY HK HM HR HU IE IL IM IO IS IT JE JP KN KR KW KY LI LT LU LV MC MF MO MP MQ MS MT NC NF NL NO NR NU NZ OM PA PF PL PM PN PR PT PW QA RE RO RU SA SC SE SG SH SI SJ SK SM SX TC TF TK TT TW UM US UY VG VI WF YT",
};

const groupByCountry: ReadonlyMap<string, IncomeGroup> = new Map(
	incomeGroups.flatMap((group) => codes[group].split(" ").map((code) => [code, group] as const)),
);

/** The income group of a country's code; null when it has none. */
export function incomeGroupOf(country: string): IncomeGroup | null {
	return groupByCountry.get(country) ?? null;
}
