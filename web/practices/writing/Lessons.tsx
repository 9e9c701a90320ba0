import { limits } from "@interurban/contract/limits";
import { MarkdownField } from "../../ui/MarkdownField.tsx";
import { useWords } from "../../words.ts";

/** What went wrong, what would be done differently, and what keeps it going. */
export default function Lessons() {
	const t = useWords();
	return (
		<>
			<MarkdownField
				name="input.failures"
				label={t("practice_form.failures")}
				hint={t("practice_parts.failuresHint")}
				limit={limits.practice.longText}
				rows={3}
			/>
			<MarkdownField
				name="input.hindsight"
				label={t("practice_form.hindsight")}
				hint={t("practice_parts.hindsightHint")}
				limit={limits.practice.longText}
				rows={3}
			/>
			<MarkdownField
				name="input.continuity"
				label={t("practice_form.continuity")}
				hint={t("practice_parts.continuityHint")}
				limit={limits.practice.longText}
				rows={3}
			/>
		</>
	);
}
