import { limits } from "@interurban/contract/limits";
import { Fieldset } from "../../ui/Fieldset.tsx";
import { MarkdownField } from "../../ui/MarkdownField.tsx";
import { useWords } from "../../words.ts";

/** What was, what was done, what came of it: all of it is needed. */
export function Story() {
	const t = useWords();
	return (
		<Fieldset legend={`2 ${t("practice_form.story")}`} hint={t("practice_form.storyHint")} id="part-story">
			<MarkdownField
				name="input.situation"
				label={t("practice_form.situation")}
				hint={t("practice_form.situationHint")}
				limit={limits.practice.situation}
				required
			/>
			<MarkdownField
				name="input.approach"
				label={t("practice_form.approach")}
				hint={t("practice_form.approachHint")}
				limit={limits.practice.approach}
				rows={8}
				required
			/>
			<MarkdownField
				name="input.outcome"
				label={t("practice_form.outcome")}
				hint={t("practice_form.outcomeHint")}
				limit={limits.practice.outcome}
				required
			/>
		</Fieldset>
	);
}
