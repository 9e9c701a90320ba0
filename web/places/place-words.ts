import type { Region } from "@interurban/contract/countries";
import type { OrganisationKind, PlaceTrait } from "@interurban/contract/vocabulary";
import type { FullPlaceTraitsFragment } from "../generated/types.ts";
import type { Translate } from "../words.ts";

/** The word for a region; a page that uses these loads the section `places`. */
export function regionWord(t: Translate, region: Region): string {
	return t(`places.region_${region}`);
}

/** The word for a kind of organisation. */
export function organisationKindWord(t: Translate, kind: OrganisationKind): string {
	return t(`places.kind_${kind}`);
}

/** What a trait of a town is, in words of the section `alike`; null when it is not known. */
export function traitWord(
	t: Translate,
	number: (value: number) => string,
	place: FullPlaceTraitsFragment,
	trait: PlaceTrait,
): string | null {
	const words = {
		population: () => place.population && number(place.population),
		income: () => place.income && t(`alike.income_${place.income}`),
		climate: () => place.climate && t(`alike.climate_${place.climate}`),
		region: () => place.region && regionWord(t, place.region),
		coast: () => (place.isCoastal ? t("alike.coast_yes") : t("alike.coast_no")),
		capital: () => (place.isCapital ? t("places.capital") : t("alike.capital_no")),
	};
	return words[trait]() || null;
}
