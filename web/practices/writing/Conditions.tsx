import { limits } from "@interurban/contract/limits";
import { conditionKinds } from "@interurban/contract/vocabulary";
import { RepeatableRows } from "../../ui/RepeatableRows.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { useWords } from "../../words.ts";
import { conditionWord } from "../condition-words.ts";

/** What a city needs that wants to take it over. */
export default function Conditions() {
	const t = useWords();
	return (
		<>
			<p class="hint">{t("practice_parts.conditionsHint")}</p>
			<RepeatableRows
				name="input.conditions"
				label={(number) => t("practice_parts.conditionNumber", { number })}
				addLabel={t("practice_parts.addCondition")}
				max={limits.practice.rows}
			>
				{(at) => (
					<>
						<SelectField
							name={at("kind")}
							label={t("practice_parts.kind")}
							options={conditionKinds.map((kind) => ({ value: kind, label: conditionWord(t, kind) }))}
						/>
						<TextArea
							name={at("description")}
							label={t("practice_parts.conditionDescription")}
							limit={limits.practice.shortText}
							rows={2}
							required
						/>
					</>
				)}
			</RepeatableRows>
		</>
	);
}
