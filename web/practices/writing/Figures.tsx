import { limits } from "@interurban/contract/limits";
import { useFormat } from "../../format.ts";
import { useFieldSource } from "../../ui/field-source.ts";
import { MarkdownField } from "../../ui/MarkdownField.tsx";
import { RepeatableRows } from "../../ui/RepeatableRows.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useWords } from "../../words.ts";
import { currencies } from "./currencies.ts";

/** Aims, what was measured, what it cost, and when it ran. */
export default function Figures() {
	const t = useWords();
	const { currencyName } = useFormat();
	const source = useFieldSource();
	const offered = () =>
		[...new Set([...currencies, source.value("input.costCurrency")])].filter(Boolean).sort();
	return (
		<>
			<MarkdownField
				name="input.objectives"
				label={t("practice_form.objectives")}
				hint={t("practice_parts.objectivesHint")}
				limit={limits.practice.longText}
				rows={3}
			/>
			<TextArea
				name="input.targetGroups"
				label={t("practice_form.targetGroups")}
				hint={t("practice_parts.targetGroupsHint")}
				rows={2}
			/>
			<fieldset class="fieldset">
				<legend class="label">{t("practice_form.results")}</legend>
				<p class="hint">{t("practice_parts.resultsHint")}</p>
				<RepeatableRows
					name="input.results"
					label={(number) => t("practice_parts.resultNumber", { number })}
					addLabel={t("practice_parts.addResult")}
					max={limits.practice.rows}
				>
					{(at) => (
						<>
							<TextField
								name={at("indicator")}
								label={t("practice_terms.indicator")}
								hint={t("practice_parts.indicatorHint")}
								required
							/>
							<div class="field-pair">
								<TextField name={at("before")} label={t("practice_terms.before")} inputmode="decimal" />
								<TextField name={at("after")} label={t("practice_terms.after")} inputmode="decimal" />
								<TextField name={at("unit")} label={t("practice_parts.unit")} />
								<TextField name={at("year")} label={t("practice_terms.year")} inputmode="numeric" />
							</div>
							<TextField
								name={at("source")}
								label={t("practice_terms.source")}
								hint={t("practice_parts.sourceHint")}
							/>
						</>
					)}
				</RepeatableRows>
			</fieldset>
			<fieldset class="fieldset">
				<legend class="label">{t("practice_form.cost")}</legend>
				<p class="hint">{t("practice_parts.costHint")}</p>
				<div class="field-pair">
					<TextField name="input.costAmount" label={t("practice_parts.costAmount")} inputmode="numeric" />
					<SelectField
						name="input.costCurrency"
						label={t("practice_parts.costCurrency")}
						options={offered().map((code) => ({ value: code, label: `${code} · ${currencyName(code)}` }))}
					/>
					<TextField name="input.costYear" label={t("practice_parts.costYear")} inputmode="numeric" />
				</div>
			</fieldset>
			<div class="field-pair">
				<TextField name="input.startedYear" label={t("practice_form.startedYear")} inputmode="numeric" />
				<TextField
					name="input.endedYear"
					label={t("practice_form.endedYear")}
					hint={t("practice_parts.endedYearHint")}
					inputmode="numeric"
				/>
			</div>
			<TextArea
				name="input.funding"
				label={t("practice_form.funding")}
				hint={t("practice_parts.fundingHint")}
				rows={2}
			/>
			<TextArea
				name="input.staff"
				label={t("practice_form.staff")}
				hint={t("practice_parts.staffHint")}
				rows={2}
			/>
		</>
	);
}
