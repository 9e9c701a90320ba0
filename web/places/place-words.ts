import type { Region } from "@interurban/contract/countries";
import type { OrganisationKind } from "@interurban/contract/vocabulary";
import type { Translate } from "../words.ts";

/** The word for a region; a page that uses these loads the section `places`. */
export function regionWord(t: Translate, region: Region): string {
	return t(`places.region_${region}`);
}

/** The word for a kind of organisation. */
export function organisationKindWord(t: Translate, kind: OrganisationKind): string {
	return t(`places.kind_${kind}`);
}
