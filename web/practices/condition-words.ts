import type { ConditionKind, SupportKind } from "@interurban/contract/vocabulary";
import type { Translate } from "../words.ts";

/** The word for a kind of condition, e.g. for a choice in a form. */
export function conditionWord(t: Translate, kind: ConditionKind): string {
	const words = {
		mandate: t("practice_terms.condition_mandate"),
		staff: t("practice_terms.condition_staff"),
		budget: t("practice_terms.condition_budget"),
		law: t("practice_terms.condition_law"),
		data: t("practice_terms.condition_data"),
		partners: t("practice_terms.condition_partners"),
		other: t("practice_terms.condition_other"),
	};
	return words[kind];
}

/** The word for a kind of support. */
export function supportWord(t: Translate, kind: SupportKind): string {
	const words = {
		administrative: t("practice_terms.support_administrative"),
		financial: t("practice_terms.support_financial"),
		political: t("practice_terms.support_political"),
		technical: t("practice_terms.support_technical"),
		other: t("practice_terms.support_other"),
	};
	return words[kind];
}
