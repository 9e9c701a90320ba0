/** What a list of results can be narrowed by; kind and language come with every document. */
export const facets = [
	"kind",
	"language",
	"topic",
	"sdg",
	"country",
	"region",
	"population",
	"like",
	"stage",
	"evidence",
] as const;
export type Facet = (typeof facets)[number];

/** Chosen values; those of `like` are ids of towns. Within a facet any of them will do; every facet must fit. */
export type Selection = Partial<Record<Facet, readonly (string | number)[]>>;

/** Stands for every language that the reader reads, and for what has none, as towns. */
export const readLanguages = "mine";
const noLanguage = "und";

/**
 * The languages of a thing as values of their facet: that of the original, "fr"; where it is translated, also those of its
 * translations, "+de" and "+en", by which it is found for who reads them; and all together, "fr+de+en", by which it is counted
 * once for who reads several of them.
 */
export function languageValues(original: string, translated: readonly string[]): string[] {
	const others = [...new Set(translated)].filter((tag) => tag !== original).sort();
	return others.length === 0
		? [original]
		: [original, ...others.map((tag) => `+${tag}`), [original, ...others].join("+")];
}

/** The values that a selection stands for. @param reads BCP 47 */
export function expanded(selection: Selection, reads: readonly string[]): Selection {
	const { language } = selection;
	if (!language) return selection;
	return {
		...selection,
		language: [
			// Who types the sign of a translation means none.
			...language.filter((tag) => tag !== readLanguages).map((tag) => (String(tag).includes("+") ? "" : tag)),
			...(language.includes(readLanguages) ? [...reads, noLanguage].flatMap((tag) => [tag, `+${tag}`]) : []),
		],
	};
}

/** How `search_documents.facets` spells a value. */
const spell = (facet: Facet, value: string | number): string => `${facet}:${value}`.replaceAll("\0", "");

/** All values of a selection as the table spells them, by facet; facets without any are left out. */
export function spelled(selection: Selection): { facet: Facet; values: string[] }[] {
	return facets
		.map((facet) => ({ facet, values: [...new Set(selection[facet]?.map((value) => spell(facet, value)))] }))
		.filter(({ values }) => values.length > 0);
}

export interface FacetCount {
	value: string;
	count: number;
}

/**
 * Counts of spelled values by facet, highest first; a chosen value is there also when nothing has it, and so are the
 * languages that the reader reads, as one.
 */
export function byFacet(
	counts: readonly FacetCount[],
	selection: Selection,
	reads: readonly string[],
): Record<Facet, readonly FacetCount[]> {
	const all = Object.fromEntries(facets.map((facet) => [facet, [] as FacetCount[]])) as Record<
		Facet,
		FacetCount[]
	>;
	for (const { value, count } of counts) {
		const colon = value.indexOf(":");
		all[value.slice(0, colon) as Facet]?.push({ value: value.slice(colon + 1), count });
	}
	const isRead = (value: string): boolean => {
		const [original = "", ...translated] = value.split("+");
		const knows = (tag: string) => tag === noLanguage || reads.includes(tag);
		return translated.length === 0
			? knows(original)
			: original !== "" && !knows(original) && translated.some(knows);
	};
	const read = all.language.filter(({ value }) => isRead(value));
	all.language = all.language.filter(({ value }) => !value.includes("+"));
	all.language.push({ value: readLanguages, count: read.reduce((sum, { count }) => sum + count, 0) });
	for (const facet of facets) {
		for (const value of selection[facet] ?? [])
			if (!all[facet].some((each) => each.value === String(value)))
				all[facet].push({ value: String(value), count: 0 });
		all[facet].sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
	}
	return all;
}
