import { labelOf } from "@interurban/concepts/concepts";
import { isCountry, populationBands, regions } from "@interurban/contract/countries";
import { evidenceLevels, searchKinds, stages } from "@interurban/contract/vocabulary";
import { compareIn } from "@interurban/words/collate";
import { wordsIn } from "@interurban/words/server";
import type { Context } from "../context.ts";
import { languageName, languageNames } from "../people/people.ts";
import { countryName, findPlace, placeName } from "../places/places.ts";
import { findSdgs, findTopic } from "../topics/topics.ts";
import { type Facet, readLanguages } from "./facets.ts";

/**
 * The names of facet values in the reader's language, and their order; a value that there is not has none.
 * @param reads what whoever asks reads, BCP 47
 * @param like the values that the facet `like` has
 */
export async function makeLabels(
	ctx: Context,
	reads: readonly string[],
	like: readonly string[],
): Promise<{
	of: (facet: Facet, value: string) => string | null;
	compare: (one: string, other: string) => number;
}> {
	const { language } = ctx;
	const towns = await Promise.all(like.map((id) => findPlace(ctx, id)));
	const t = wordsIn(language);
	const known = <T extends string>(all: readonly T[], value: string, label: (known: T) => string) =>
		(all as readonly string[]).includes(value) ? label(value as T) : null;
	const stageWords = {
		idea: t("ui.stageIdea"),
		pilot: t("ui.stagePilot"),
		running: t("ui.stageRunning"),
		scaled_up: t("ui.stageScaledUp"),
		ended: t("ui.stageEnded"),
		failed: t("ui.stageFailed"),
	};
	const evidenceWords = {
		described: t("ui.evidenceDescribed"),
		measured: t("ui.evidenceMeasured"),
		evaluated: t("ui.evidenceEvaluated"),
		repeated: t("ui.evidenceRepeated"),
	};
	const labels: Record<Facet, (value: string) => string | null> = {
		kind: (value) => known(searchKinds, value, (kind) => t(`search.kind_${kind}`)),
		topic(value) {
			const topic = findTopic(value);
			return topic ? labelOf(topic, language) : null;
		},
		sdg(value) {
			const [sdg] = findSdgs([Number(value)]);
			return sdg ? `${sdg.number} ${sdg.title[language]}` : null;
		},
		country: (value) => (isCountry(value) ? countryName(value, language) : null),
		region: (value) => known(regions, value, (region) => t(`places.region_${region}`)),
		like(value) {
			const town = towns[like.indexOf(value)];
			return town ? t("search_results.like_town", { place: placeName(town, language) }) : null;
		},
		population: (value) => known(populationBands, value, (band) => t(`places.band_${band}`)),
		language(value) {
			if (value === readLanguages)
				return t("search_results.reads", { languages: languageNames(reads, language) });
			if (!/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/.test(value)) return null;
			const name = languageName(value, language);
			return name.toLowerCase() === value.toLowerCase() ? null : name;
		},
		stage: (value) => known(stages, value, (stage) => stageWords[stage]),
		evidence: (value) => known(evidenceLevels, value, (level) => evidenceWords[level]),
	};
	const compare = compareIn(language);
	return { of: (facet, value) => labels[facet](value), compare };
}
