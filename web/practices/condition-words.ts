import type { ConditionKind, SupportKind } from "@interurban/contract/vocabulary";
import type { Translate } from "../words.ts";

/** The word for a kind of condition, e.g. for a choice in a form. */
export function conditionWord(t: Translate, kind: ConditionKind): string {
	const words = {
		mandate: t("practices.condition_mandate"),
		staff: t("practices.condition_staff"),
		budget: t("practices.condition_budget"),
		law: t("practices.condition_law"),
		data: t("practices.condition_data"),
		partners: t("practices.condition_partners"),
		other: t("practices.condition_other"),
	};
	return words[kind];
}

/** The word for a kind of support. */
export function supportWord(t: Translate, kind: SupportKind): string {
	const words = {
		administrative: t("practices.support_administrative"),
		financial: t("practices.support_financial"),
		political: t("practices.support_political"),
		technical: t("practices.support_technical"),
		other: t("practices.support_other"),
	};
	return words[kind];
}
